package org.customsgateway.mapping;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code fn} of templates: the operators on texts that nearly every line of a mapping needs. They could be written in the
 * template language too; there each call costs some dozen steps, here one.
 */
final class Functions implements TemplateHashModel {

    static final Functions ALL = new Functions();

    /** One operator; its first argument is a text, or the parts of one. */
    private interface Operator {
        String apply(List<?> arguments) throws TemplateModelException;
    }

    private final Map<String, TemplateMethodModelEx> methods = Map.ofEntries(
            entry("text", given -> fitted(text(given, 0), number(given, 1))),
            entry("whole", given -> text(given, 0).length() > number(given, 1) ? "" : text(given, 0)),
            entry("excess", given -> text(given, 0).length() > number(given, 1) ? text(given, 0) : ""),
            entry("start", given -> cut(text(given, 0), number(given, 1))),
            entry("first", Functions::first),
            entry("fitting", given -> fitting(given.get(0), number(given, 1))),
            entry("joined", given -> joined(given.get(0), given.size() > 1 ? text(given, 1) : ", ")),
            entry("without", given -> without(text(given, 0), text(given, 1))),
            entry("compact", given -> compact(text(given, 0), number(given, 1))),
            entry("total", given -> total(given.get(0), text(given, 1), text(given, 2))),
            entry("date102", given -> date102(text(given, 0))),
            entry("date304", given -> date304(text(given, 0))),
            entry("decimals", given -> decimals(text(given, 0), number(given, 1))),
            Map.entry("lines", given -> Sequences.lines(text(given, 0), number(given, 1))),
            Map.entry("grouped", given -> Sequences.grouped((TemplateSequenceModel) given.get(0), text(given, 1))),
            Map.entry("longer", given -> truth(longer(given))),
            // == of the template language asks a collator, which is dear, and whose "equal" is not ours
            Map.entry("same", given -> truth(text(given, 0).equals(text(given, 1)))));

    private Functions() {}

    private static Map.Entry<String, TemplateMethodModelEx> entry(String name, Operator operator) {
        return Map.entry(name, given -> {
            String made = operator.apply(given);
            return made.isEmpty() ? Absent.ABSENT : new SimpleScalar(made);
        });
    }

    private static TemplateBooleanModel truth(boolean holds) {
        return holds ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }

    /** {@code fn.longer(a, n, b, m, …)}: whether a has more than n characters, or b more than m, or so on. */
    private static boolean longer(List<?> given) throws TemplateModelException {
        for (int i = 0; i < given.size(); i += 2) {
            if (text(given, i).length() > number(given, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code fn.text(value, n)}: free text in at most n characters; line breaks become blanks, nothing is cut through a surrogate pair. */
    private static String fitted(String text, int most) {
        if (text.length() <= most && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        String line = text.replaceAll("\\s+", " ");
        return line.length() > most ? cut(line, most).strip() : line;
    }

    /** {@code fn.start(value, n)}: the first n characters, none of them cut in two. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** {@code fn.first(a, b, …)}: the first that is not empty. */
    private static String first(List<?> given) throws TemplateModelException {
        for (int i = 0; i < given.size(); i++) {
            String text = text(given, i);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** {@code fn.fitting(parts, n)}: the first of the parts that has at most n characters. */
    private static String fitting(Object parts, int most) throws TemplateModelException {
        for (TemplateModel part : models(parts)) {
            String text = text(part);
            if (text.length() <= most) {
                return text;
            }
        }
        return "";
    }

    /** {@code fn.joined(parts, separator)}: the parts that are not empty, with a comma and a blank between them if nothing else is said. */
    private static String joined(Object parts, String separator) throws TemplateModelException {
        StringBuilder joined = new StringBuilder();
        for (TemplateModel model : models(parts)) {
            String part = text(model);
            if (!part.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : separator).append(part);
            }
        }
        return joined.toString();
    }

    /** What a sequence holds; anything else is one of one. */
    private static List<TemplateModel> models(Object parts) throws TemplateModelException {
        List<TemplateModel> models = new ArrayList<>();
        if (parts instanceof Element alone) {
            models.add(alone);
        } else if (parts instanceof TemplateSequenceModel sequence) {
            int size = sequence.size();
            for (int i = 0; i < size; i++) {
                models.add(sequence.get(i));
            }
        } else if (parts instanceof TemplateCollectionModel collection) {
            TemplateModelIterator all = collection.iterator();
            while (all.hasNext()) {
                models.add(all.next());
            }
        } else {
            models.add((TemplateModel) parts);
        }
        return models;
    }

    /** {@code fn.without(value, characters)}: the text without any of these characters. */
    private static String without(String text, String characters) {
        StringBuilder left = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }

    /** {@code fn.compact(value, n)}: an identifier or code that may lose blanks and hyphens, and nothing else, to fit into n characters. */
    private static String compact(String text, int most) {
        String left = text.length() <= most ? text : without(text, " -");
        return left.length() <= most ? left : "";
    }

    /**
     * {@code fn.total(pieces, "Value", "@currency")}: the sum of these amounts, where all are in one currency; nothing where they are
     * not, because rates of exchange are not ours to choose, and where it comes to nothing.
     */
    private static String total(Object pieces, String amount, String currency) throws TemplateModelException {
        BigDecimal sum = BigDecimal.ZERO;
        String first = null;
        for (TemplateModel piece : models(pieces)) {
            TemplateHashModel value = (TemplateHashModel) ((TemplateHashModel) piece).get(amount);
            String own = text(value.get(currency));
            first = first == null ? own : first;
            if (!own.equals(first)) {
                return "";
            }
            sum = sum.add(decimal(text(value)));
        }
        return sum.signum() == 0 ? "" : sum.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal decimal(String text) throws TemplateModelException {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new TemplateModelException("'" + text + "' is not a number");
        }
    }

    /** {@code fn.date102(value)}: the day of an ISO date or time as CCYYMMDD, as it was written. */
    private static String date102(String iso) {
        return iso.length() < 10 ? "" : iso.substring(0, 4) + iso.substring(5, 7) + iso.substring(8, 10);
    }

    /** {@code fn.date304(instant)}: an ISO instant as CCYYMMDDhhmmssZ. */
    private static String date304(String iso) {
        return iso.length() < 19
                ? ""
                : date102(iso) + iso.substring(11, 13) + iso.substring(14, 16) + iso.substring(17, 19) + "Z";
    }

    /** {@code fn.decimals(value, n)}: a number with at most n decimals, rounded half up; as it was written where it fits. */
    private static String decimals(String text, int most) throws TemplateModelException {
        int point = text.indexOf('.');
        if (point < 0 || text.length() - point - 1 <= most) {
            return text;
        }
        return decimal(text)
                .setScale(most, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String text(List<?> given, int place) throws TemplateModelException {
        if (place >= given.size()) {
            throw new TemplateModelException("argument " + (place + 1) + " is missing");
        }
        return text(given.get(place));
    }

    private static String text(Object model) throws TemplateModelException {
        // classes first: asking for an interface is many times dearer than asking for a class
        if (model instanceof Element element) {
            return element.text();
        } else if (model instanceof SimpleScalar text) {
            return text.getAsString();
        } else if (model == Absent.ABSENT) {
            return "";
        } else if (model instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        } else if (model instanceof TemplateNumberModel number) {
            return new BigDecimal(number.getAsNumber().toString()).toPlainString();
        }
        throw new TemplateModelException("a text is needed");
    }

    private static int number(List<?> given, int place) throws TemplateModelException {
        if (place < given.size() && given.get(place) instanceof SimpleNumber whole) {
            return whole.getAsNumber().intValue();
        }
        if (place < given.size() && given.get(place) instanceof TemplateNumberModel number) {
            return number.getAsNumber().intValue();
        }
        throw new TemplateModelException("argument " + (place + 1) + " must be a number");
    }

    @Override
    public TemplateModel get(String key) {
        return methods.get(key);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
