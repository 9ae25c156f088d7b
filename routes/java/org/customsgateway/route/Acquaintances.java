package org.customsgateway.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Sighting;
import org.customsgateway.journal.Sightings;
import org.customsgateway.mapping.enrich.Consignment;
import org.customsgateway.mapping.enrich.Consignment.Money;
import org.customsgateway.mapping.enrich.Frequency;
import org.customsgateway.mapping.enrich.Frequency.Known;
import org.customsgateway.mapping.enrich.Party;
import org.customsgateway.match.Seal;

/**
 * What is known of the senders and consignees of items that are declared together: what the journal had when they were looked up, and
 * what was declared of them since.
 */
final class Acquaintances {

    /** A day of its own that is further ahead than this is none: what is counted of it would stay for ever. */
    private static final int AHEAD = 366;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Journal journal;
    private final Seal seal;
    private final LocalDate today;
    /** By period and party, then by currency. */
    private final Map<String, Map<String, Sighting>> seen = new HashMap<>();

    private final Map<String, String> sealed = new HashMap<>();

    Acquaintances(Journal journal, Seal seal, LocalDate today) {
        this.journal = journal;
        this.seal = seal;
        this.today = today;
    }

    /**
     * The parties of a consignment, by keyed hashes; null where it does not tell who it is.
     *
     * @param on the day that counts
     */
    record Parties(String sender, String consignee, String together, LocalDate on) {

        String year() {
            return Sightings.year(on.getYear());
        }

        String yearBefore() {
            return Sightings.year(on.getYear() - 1);
        }

        String day() {
            return Sightings.day(on);
        }

        Stream<String> each() {
            return Stream.of(sender, consignee).filter(Objects::nonNull);
        }
    }

    /** @param own the item's own day */
    Parties parties(Consignment consignment, LocalDate own) {
        LocalDate on = ChronoUnit.DAYS.between(today, own) > AHEAD ? today : own;
        Optional<String> sender = Party.sender(consignment);
        Optional<String> consignee = Party.consignee(consignment);
        return new Parties(
                sender.map(one -> sealed("sender " + one)).orElse(null),
                consignee.map(one -> sealed("consignee " + one)).orElse(null),
                sender.flatMap(one -> consignee.map(other -> sealed("both " + one + "\n" + other)))
                        .orElse(null),
                on);
    }

    private String sealed(String identity) {
        return sealed.computeIfAbsent(identity, seal::of);
    }

    /** Looks up all that is not known yet. */
    void look(Collection<Parties> all) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (Parties one : all) {
            one.each().forEach(party -> {
                want(wanted, one.year(), party);
                want(wanted, one.yearBefore(), party);
            });
            if (one.together() != null) {
                want(wanted, one.day(), one.together());
            }
        }
        wanted.forEach((period, parties) -> {
            parties.forEach(party -> seen.put(period + party, new TreeMap<>()));
            journal.sightings().of(period, parties).forEach(this::add);
        });
    }

    private void want(Map<String, Set<String>> wanted, String period, String party) {
        if (!seen.containsKey(period + party)) {
            wanted.computeIfAbsent(period, none -> new HashSet<>()).add(party);
        }
    }

    private void add(Sighting one) {
        seen.get(one.period() + one.party()).merge(one.currency(), one, Sighting::with);
    }

    Frequency before(Parties parties) {
        return new Frequency(
                year(parties, parties.sender()),
                year(parties, parties.consignee()),
                parties.together() == null ? null : known(null, seen.get(parties.day() + parties.together())));
    }

    private Known year(Parties parties, String party) {
        return party == null ? null : known(first(parties, party), seen.get(parties.year() + party));
    }

    /** Null where it was never seen. */
    private LocalDate first(Parties parties, String party) {
        return Stream.of(parties.year(), parties.yearBefore())
                .flatMap(period -> seen.get(period + party).values().stream())
                .map(Sighting::first)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Known known(LocalDate first, Map<String, Sighting> byCurrency) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        long items = 0;
        for (Sighting one : byCurrency.values()) {
            items += one.items();
            if (!one.currency().isEmpty()) {
                sums.put(one.currency(), amount(one.thousandths()));
            }
        }
        return new Known(first, items, sums);
    }

    private static BigDecimal amount(long thousandths) {
        return thousandths % 10 == 0 ? BigDecimal.valueOf(thousandths / 10, 2) : BigDecimal.valueOf(thousandths, 3);
    }

    /** What is to be journaled with a consignment that is declared for the first time; from now on it is known. */
    List<Sighting> meet(Parties parties, Consignment consignment) {
        Optional<Money> value = consignment.value();
        String currency = value.map(Money::currency).orElse("");
        long thousandths = value.map(Acquaintances::thousandths).orElse(0L);
        LocalDate on = parties.on();
        List<Sighting> met = new ArrayList<>(3);
        parties.each().forEach(party -> {
            LocalDate first = first(parties, party);
            LocalDate since = first == null || on.isBefore(first) ? on : first;
            met.add(new Sighting(parties.year(), party, currency, since, 1, thousandths));
        });
        if (parties.together() != null) {
            met.add(new Sighting(parties.day(), parties.together(), currency, on, 1, thousandths));
        }
        met.forEach(this::add);
        return met;
    }

    private static long thousandths(Money value) {
        return value.amount()
                .multiply(THOUSAND)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000))
                .longValue();
    }
}
