package org.customsgateway.mapping;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.FunctionalGroup;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.ItemStatus;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.SegmentPlace;
import org.customsgateway.message.Severity;
import org.customsgateway.message.Status;
import org.customsgateway.message.StatusCode;
import org.customsgateway.message.Tax;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a golden case tells the mapping besides the message: ids and times, fixed unless its {@code inputs.yaml} says otherwise. */
public final class GoldenInputs {

    private final Map<String, Object> given;

    private GoldenInputs(Map<String, Object> given) {
        this.given = given;
    }

    static GoldenInputs of(Path folder) throws IOException {
        Path file = folder.resolve("inputs.yaml");
        return new GoldenInputs(Files.exists(file) ? map(load(file)) : Map.of());
    }

    boolean overridden() {
        return given.containsKey("functionCode")
                || given.containsKey("version")
                || given.containsKey("originalDeclarationId")
                || given.containsKey("declarationId");
    }

    MappingInputs interchange() {
        return new MappingInputs(
                text(given, "interchangeId", "INTERCHANGE-1"),
                text(given, "partner", "example-post"),
                Instant.parse(text(given, "receivedAt", "2026-11-21T10:00:00Z")),
                texts(given, "profile"));
    }

    ItemInputs item(int sequence) {
        MappingInputs in = interchange();
        return new ItemInputs(
                text(given, "declarationId", ItemId.of(in.interchangeId(), sequence)),
                text(given, "functionCode", "9"),
                Integer.parseInt(text(given, "version", "1")),
                in.partner(),
                in.interchangeId(),
                in.receivedAt(),
                text(given, "previousDeclarationId", ""),
                text(given, "originalDeclarationId", ""),
                in.profile());
    }

    public static ReplyContent reply(Path file, Mapping format) throws IOException {
        Map<String, Object> yaml = map(load(file));
        List<ItemStatus> items = new ArrayList<>();
        list(yaml, "items").forEach(item -> items.add(item(item)));
        return new ReplyContent(
                text(yaml, "replyId", "REPLY-1"),
                Long.parseLong(text(yaml, "controlNumber", "1")),
                new PartnerId(text(yaml, "partner", "example-post")),
                text(yaml, "interchangeId", "INTERCHANGE-1"),
                text(yaml, "interchangeReference", ""),
                text(yaml, "interchangeName", ""),
                texts(yaml, "interchangeFacts"),
                profile(yaml, format),
                Instant.parse(text(yaml, "preparedAt", "2026-11-21T10:05:00Z")),
                Boolean.parseBoolean(text(yaml, "refused", String.valueOf(items.isEmpty()))),
                problems(yaml),
                items);
    }

    private static Map<String, String> profile(Map<String, Object> yaml, Mapping format) {
        Map<String, String> agreed = new LinkedHashMap<>(format.profile());
        agreed.putAll(texts(yaml, "profile"));
        return agreed;
    }

    private static Map<String, String> texts(Map<String, Object> yaml, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(yaml.get(key)).forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
        return texts;
    }

    private static ItemStatus item(Map<String, Object> yaml) {
        Map<String, Object> key = map(yaml.get("key"));
        return new ItemStatus(
                text(yaml, "itemId", "INTERCHANGE-1-0000001"),
                new ItemKey(text(key, "id", ""), text(key, "date", "")),
                Integer.parseInt(text(yaml, "sequence", "1")),
                texts(yaml, "facts"),
                status(map(yaml.get("status"))));
    }

    private static Status status(Map<String, Object> yaml) {
        List<Tax> taxes = new ArrayList<>();
        list(yaml, "taxes")
                .forEach(tax -> taxes.add(new Tax(
                        text(tax, "type", ""),
                        Integer.parseInt(text(tax, "goodsItem", "0")),
                        number(tax, "base"),
                        number(tax, "rate"),
                        number(tax, "amount"),
                        text(tax, "currency", ""))));
        return new Status(
                StatusCode.valueOf(text(yaml, "code", "RECEIVED")),
                Instant.parse(text(yaml, "at", "2026-11-21T10:00:00Z")),
                text(yaml, "reasonCode", ""),
                text(yaml, "reasonText", ""),
                problems(yaml),
                taxes,
                number(yaml, "total"),
                text(yaml, "totalCurrency", ""));
    }

    private static List<Problem> problems(Map<String, Object> yaml) {
        List<Problem> problems = new ArrayList<>();
        list(yaml, "problems")
                .forEach(problem -> problems.add(new Problem(
                        text(problem, "rule", ""),
                        Severity.valueOf(text(problem, "severity", "REJECT")),
                        pointer(problem.get("pointer")),
                        text(problem, "wcoId", ""),
                        text(problem, "value", ""),
                        text(problem, "text", ""),
                        text(problem, "origin", ""))));
        return problems;
    }

    /** A path, or a mapping of path, line and column. */
    private static Pointer pointer(Object yaml) {
        if (yaml instanceof Map<?, ?>) {
            Map<String, Object> pointer = map(yaml);
            return new Pointer(
                    text(pointer, "path", ""),
                    Integer.parseInt(text(pointer, "line", "0")),
                    Integer.parseInt(text(pointer, "column", "0")),
                    segment(map(pointer.get("segment"))));
        }
        return Pointer.path(yaml == null ? "" : yaml.toString());
    }

    private static SegmentPlace segment(Map<String, Object> yaml) {
        return yaml.isEmpty()
                ? null
                : new SegmentPlace(
                        text(yaml, "message", ""),
                        text(yaml, "type", ""),
                        Integer.parseInt(text(yaml, "segment", "0")),
                        text(yaml, "tag", ""),
                        Integer.parseInt(text(yaml, "element", "0")),
                        Integer.parseInt(text(yaml, "component", "0")),
                        group(map(yaml.get("group"))));
    }

    private static FunctionalGroup group(Map<String, Object> yaml) {
        return yaml.isEmpty()
                ? null
                : new FunctionalGroup(
                        text(yaml, "reference", ""),
                        text(yaml, "sender", ""),
                        text(yaml, "senderQualifier", ""),
                        text(yaml, "recipient", ""),
                        text(yaml, "recipientQualifier", ""));
    }

    private static Object load(Path file) throws IOException {
        return new Yaml(
                        new SafeConstructor(new LoaderOptions()),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        new LoaderOptions(),
                        new Texts())
                .load(Files.readString(file));
    }

    /** Every scalar is text: dates and amounts stay as they are written. */
    private static final class Texts extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }

    private static BigDecimal number(Map<String, Object> yaml, String key) {
        String text = text(yaml, key, "");
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static String text(Map<String, Object> yaml, String key, String otherwise) {
        Object value = yaml.get(key);
        return value == null ? otherwise : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return yaml == null ? Map.of() : (Map<String, Object>) yaml;
    }

    private static List<Map<String, Object>> list(Map<String, Object> yaml, String key) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (yaml.get(key) instanceof List<?> all) {
            all.forEach(one -> maps.add(map(one)));
        }
        return maps;
    }
}
