package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.customsgateway.message.FunctionalGroup;
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

/** Whatever is to be told, in whatever words: a valid interchange with right counts, and where ids do not fit, a clean refusal. */
class EdifactReplyPropertyTest {

    private static final List<String> WORDS = List.of(
            "held",
            "'",
            "+",
            ":",
            "?",
            "??'",
            "*",
            "\n",
            "\r\n",
            "\t",
            " ",
            "ü",
            "ß",
            "上海",
            "🚚",
            "\u0000",
            "\u0085",
            "\u00a0",
            "\u200b",
            "\uD83D",
            "UNT+3+1'",
            "UNZ+1+X'",
            "<&>]]>",
            "${reply}",
            "a".repeat(600),
            "long words and many of them ".repeat(30));
    private static final List<String> SYNTAXES = List.of("UNOA", "UNOB", "UNOC", "UNOW", "UNOY", "");
    private static final List<String> VERSIONS = List.of("1", "2", "3", "4", "");
    private static final List<String> TAGS = List.of("UNB", "UNZ", "UNG", "UNE", "UNH", "UNT", "BGM", "NAD", "");
    private static final List<FunctionalGroup> GROUPS = Arrays.asList(
            null,
            null,
            new FunctionalGroup("G1", "CARGO", "ZZ", "IMPORTS", ""),
            new FunctionalGroup("G'2", "", "", "", ""),
            new FunctionalGroup("", "CARGO", "", "IMPORTS", ""));
    private static final List<String> TYPES =
            List.of("CUSCAR:D:95B:UN", "CUSCAR:D:95B:UN:LOT10", "CONTRL:D:3:UN", "CUSCAR", "");
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @Provide
    Arbitrary<String> replyFormats() {
        return Arbitraries.of(EdifactReplies.formats());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void any_reply_to_a_sound_interchange_is_valid(@ForAll @From("replyFormats") String format, @ForAll long seed) {
        byte[] reply = written(format, new Content(new Random(seed), false));
        sound(reply);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void ids_that_fit_nowhere_are_refused_cleanly(@ForAll @From("replyFormats") String format, @ForAll long seed) {
        byte[] reply;
        try {
            reply = written(format, new Content(new Random(seed), true));
        } catch (InvalidReply e) {
            return;
        }
        sound(reply);
    }

    private static byte[] written(String format, Content content) {
        Mapping mapping = Shipped.mapping(format);
        return mapping.reply(content.reply(mapping.profile()));
    }

    /** By StAEDI without any grammar of ours: the trailers say what is there. */
    private static void sound(byte[] reply) {
        var segments = EdifactReplies.segments(reply);
        int messages = 0;
        int inMessage = 0;
        String reference = "";
        for (var segment : segments) {
            String tag = EdifactReplies.tag(segment);
            inMessage = tag.equals("UNH") ? 1 : inMessage + 1;
            if (tag.equals("UNH")) {
                messages++;
                reference = EdifactReplies.value(segment, 2, 1);
            } else if (tag.equals("UNT")) {
                assertThat(EdifactReplies.value(segment, 2, 1)).isEqualTo(String.valueOf(inMessage));
                assertThat(EdifactReplies.value(segment, 3, 1)).isEqualTo(reference);
            }
        }
        var last = segments.get(segments.size() - 1);
        assertThat(EdifactReplies.tag(last)).isEqualTo("UNZ");
        assertThat(EdifactReplies.value(last, 2, 1)).isEqualTo(String.valueOf(messages));
    }

    /** Something to tell, by chance. */
    private record Content(Random chance, boolean wild) {

        ReplyContent reply(Map<String, String> profile) {
            boolean ofItems = chance.nextInt(3) > 0;
            Map<String, String> agreed = new HashMap<>(profile);
            agreed.replaceAll((name, value) -> switch (name) {
                case "status" -> one(List.of("GIS", "FTX", "BOTH"));
                case "serviceString" -> one(List.of("yes", "no"));
                case "charset" -> one(SYNTAXES);
                default -> value;
            });
            return new ReplyContent(
                    "01JD000000000000R1",
                    wild ? chance.nextLong(1_000_000_000_000L) : chance.nextInt(1_000_000),
                    new PartnerId("expressco"),
                    "INTERCHANGE-1",
                    id("815"),
                    text(),
                    facts(),
                    agreed,
                    AT,
                    !ofItems && chance.nextBoolean(),
                    ofItems ? List.of() : problems(200),
                    ofItems ? items() : List.of());
        }

        private Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("sender", id("EXPRESS+CO"));
            facts.put("senderQualifier", one(List.of("ZZ", "")));
            facts.put("recipient", id("CUSTOMS"));
            facts.put("reference", id("8'1:5"));
            facts.put("syntax", one(SYNTAXES));
            facts.put("syntaxVersion", one(VERSIONS));
            facts.put("acknowledge", one(List.of("1", "2", "")));
            facts.put("test", one(List.of("1", "", "x")));
            return facts;
        }

        private List<ItemStatus> items() {
            List<ItemStatus> items = new ArrayList<>();
            for (int i = 1 + chance.nextInt(6); i > 0; i--) {
                String house = one(List.of("H" + i, "", "H'" + i));
                Map<String, String> facts = new LinkedHashMap<>(Map.of(
                        "message", one(List.of("M1", "M2", "M'3", "")),
                        "documentNumber", id("CAR"),
                        "documentName", one(List.of("785", "")),
                        "function", one(List.of("9", "1", "")),
                        "accessReference", id("JOB:7"),
                        "house", id(house),
                        "master", id("057-12345675")));
                facts.values().removeIf(String::isEmpty);
                items.add(new ItemStatus(
                        "INTERCHANGE-1-" + i,
                        new ItemKey(id(house), ""),
                        i,
                        facts,
                        status(one(List.of(StatusCode.values())))));
            }
            return items;
        }

        private Status status(StatusCode code) {
            List<Tax> taxes = new ArrayList<>();
            for (int i = chance.nextInt(4); i > 0; i--) {
                taxes.add(new Tax(
                        one(List.of("VAT", "CUSTOMS DUTY", "")),
                        chance.nextInt(3),
                        chance.nextBoolean() ? null : new BigDecimal("12345678.90"),
                        chance.nextBoolean() ? null : new BigDecimal("5.5"),
                        new BigDecimal("-0.10"),
                        one(List.of("EUR", ""))));
            }
            return new Status(
                    code,
                    AT,
                    one(List.of("R1", "")),
                    text(),
                    problems(chance.nextInt(20) == 0 ? 200 : 3),
                    taxes,
                    chance.nextBoolean() ? null : new BigDecimal("28.00"),
                    "EUR");
        }

        private List<Problem> problems(int most) {
            List<Problem> problems = new ArrayList<>();
            for (int i = chance.nextInt(most + 1); i > 0; i--) {
                SegmentPlace place = chance.nextInt(4) == 0
                        ? null
                        : new SegmentPlace(
                                one(List.of("M1", "M2", "M'3", "")),
                                one(TYPES),
                                chance.nextInt(200),
                                one(TAGS),
                                chance.nextInt(12),
                                chance.nextInt(5),
                                one(GROUPS));
                problems.add(new Problem(
                        one(List.of(
                                "EDIFACT-13",
                                "EDIFACT-29",
                                "UN-DESCRIPTION-VAGUE",
                                "CDS12034",
                                "INTERCHANGE-DUPLICATE")),
                        one(List.of(Severity.values())),
                        new Pointer(one(List.of("SG7[1]/NAD[2]/C080", "")), 1, 7, place),
                        "",
                        text(),
                        text(),
                        ""));
            }
            return problems;
        }

        /** Of a length and of characters that an interchange may have, unless wild. */
        private String id(String good) {
            return wild && chance.nextInt(30) == 0 ? text() : good;
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            for (int i = chance.nextInt(8); i > 0; i--) {
                text.append(one(WORDS));
            }
            return text.toString();
        }

        private <T> T one(List<T> of) {
            return of.get(chance.nextInt(of.size()));
        }
    }
}
