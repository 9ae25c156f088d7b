package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customsgateway.mapping.enrich.Measure.Breach;
import org.customsgateway.mapping.reference.ReferenceSet;
import org.customsgateway.mapping.reference.TariffCode;

/** The operators of {@code quality.csv}. What is missing breaks none but {@code present}. */
final class Measures {

    private static final int MOST_CODES = 10_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Measures() {}

    /**
     * @param written the operator, with its arguments behind blanks
     * @param words by the field of {@code stop-words.csv}
     */
    static Measure of(String written, Function<String, WordList> words) {
        int blank = written.indexOf(' ');
        String name = blank < 0 ? written : written.substring(0, blank);
        String with = blank < 0 ? "" : written.substring(blank + 1);
        return switch (name) {
            case "present" -> each((scene, place) -> place.blank());
            case "absent" -> each((scene, place) -> !place.blank());
            case "minLength" -> shorter(Integer.parseInt(with));
            case "notNumber" -> among(with);
            case "known" ->
                given((scene, value) ->
                        scene.references().set(with).find(scene.on(), value).isEmpty());
            case "tariff" ->
                given(remembered(
                        List.of("hs", "hs-national"),
                        (scene, value) -> TariffCode.check(
                                        scene.references(),
                                        value,
                                        scene.consignment().destination(),
                                        scene.on())
                                == TariffCode.MISSING));
            case "restricted" -> given(remembered(List.of("restricted-goods", "unions"), Scene::restricts));
            case "word" -> graded((scene, place) -> words.apply(with).worst(place.value()));
            case "alike" -> alike();
            case "same" -> compared(with, false);
            case "differs" -> compared(with, true);
            case "isSum" -> sum(with, (total, sum) -> total.compareTo(sum) != 0, true);
            case "atLeastSum" -> sum(with, (total, sum) -> total.compareTo(sum) < 0, false);
            case "notAfter" -> timed(with, (one, other, days) -> one.isAfter(other, days));
            case "notBefore" -> timed(with, (one, other, days) -> other.isAfter(one, days));
            default -> throw new IllegalStateException("sets.yaml allows an operator that is none: " + name);
        };
    }

    private static Measure graded(BiFunction<Scene, Place, Optional<Grade>> judge) {
        return (scene, position) -> {
            List<Breach> breaches = new ArrayList<>();
            for (Place place : position.places(scene.consignment())) {
                judge.apply(scene, place).ifPresent(most -> breaches.add(new Breach(place, most)));
            }
            return breaches;
        };
    }

    private static Measure each(BiPredicate<Scene, Place> broken) {
        return graded((scene, place) -> broken.test(scene, place) ? Optional.of(Grade.REJECT) : Optional.empty());
    }

    private static Measure given(BiPredicate<Scene, String> broken) {
        return each((scene, place) -> !place.blank() && broken.test(scene, place.value()));
    }

    /** A rule is of one day and destination: what is found of a code holds, unless a service is asked that may say otherwise next time. */
    private static BiPredicate<Scene, String> remembered(List<String> sets, BiPredicate<Scene, String> broken) {
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        return (scene, value) -> {
            if (sets.stream()
                    .flatMap(set -> scene.references().find(set).stream())
                    .anyMatch(ReferenceSet::asks)) {
                return broken.test(scene, value);
            }
            if (known.size() >= MOST_CODES) {
                known.clear();
            }
            return known.computeIfAbsent(value, code -> broken.test(scene, code));
        };
    }

    private static Measure shorter(int least) {
        return given((scene, value) -> value.codePointCount(0, value.length()) < least);
    }

    private static Measure among(String numbers) {
        List<BigDecimal> all =
                List.of(numbers.split(" ")).stream().map(BigDecimal::new).toList();
        return each((scene, place) -> place.number()
                .filter(number -> all.stream().anyMatch(one -> one.compareTo(number) == 0))
                .isPresent());
    }

    /** One breach, at the second kind of value. */
    private static Measure alike() {
        return (scene, position) -> {
            Set<String> seen = new HashSet<>();
            for (Place place : position.places(scene.consignment())) {
                if (!place.blank() && seen.add(place.value()) && seen.size() > 1) {
                    return List.of(new Breach(place, Grade.REJECT));
                }
            }
            return List.of();
        };
    }

    private static Measure compared(String with, boolean breaksIfEqual) {
        Position other = new Position(with);
        return given((scene, value) -> {
            String beside = other.places(scene.consignment()).get(0).value();
            return !beside.isBlank() && plain(value).equals(plain(beside)) == breaksIfEqual;
        });
    }

    private static String plain(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }

    /** @param all whether it can only be said where every goods item has a value; it never is where units or currencies differ */
    private static Measure sum(String with, BiPredicate<BigDecimal, BigDecimal> broken, boolean all) {
        Position parts = new Position(with);
        return each((scene, whole) -> {
            Optional<BigDecimal> total = whole.number();
            if (total.isEmpty()) {
                return false;
            }
            List<Place> places = parts.places(scene.consignment());
            List<Place> said =
                    places.stream().filter(place -> place.number().isPresent()).toList();
            Set<String> units = said.stream().map(Place::unit).collect(Collectors.toSet());
            BigDecimal sum =
                    said.stream().map(place -> place.number().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return !said.isEmpty()
                    && units.equals(Set.of(whole.unit()))
                    && (!all || said.size() == places.size())
                    && broken.test(total.get(), sum);
        });
    }

    private interface Timing {
        boolean broken(Moment one, Moment other, int days);
    }

    private static Measure timed(String with, Timing timing) {
        int blank = with.lastIndexOf(' ');
        Position other = new Position(with.substring(0, blank));
        int days = Integer.parseInt(with.substring(blank + 1));
        return given((scene, value) -> {
            Optional<Moment> beside =
                    Moment.parse(other.places(scene.consignment()).get(0).value());
            return beside.flatMap(moment -> Moment.parse(value).filter(one -> timing.broken(one, moment, days)))
                    .isPresent();
        });
    }
}
