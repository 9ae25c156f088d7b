package org.customsgateway.mapping;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Replies in EDIFACT as StAEDI reads them: segments, of which each is its tag and its elements, of which each is its components. */
final class EdifactReplies {

    private static final List<String> FORMATS = List.of(
            "un-contrl-d3", "un-contrl-4-1", "un-cusres-d96b", "un-cusres-d99b", "un-cusres-d01b", "un-aperak-d01b");

    private EdifactReplies() {}

    static List<String> formats() {
        return FORMATS;
    }

    /** What UNB 0001 of an interchange says, in one of the character sets that the tests use. */
    static Charset characters(byte[] interchange) {
        return switch (syntax(interchange)) {
            case "UNOW", "UNOY" -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    static String syntax(byte[] interchange) {
        String ascii = new String(interchange, StandardCharsets.ISO_8859_1);
        int unb = ascii.indexOf("UNB+") + 4;
        return ascii.substring(unb, unb + 4);
    }

    static List<List<List<String>>> segments(byte[] interchange) {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        List<List<List<String>>> segments = new ArrayList<>();
        List<List<String>> segment = List.of();
        try (EDIStreamReader in = factory.createEDIStreamReader(
                new ByteArrayInputStream(interchange), characters(interchange).name())) {
            List<String> composite = null;
            while (in.hasNext()) {
                EDIStreamEvent event = in.next();
                switch (event) {
                    case START_SEGMENT -> {
                        segment = new ArrayList<>(List.of(List.of(in.getText())));
                        segments.add(segment);
                    }
                    case START_COMPOSITE -> {
                        composite = new ArrayList<>();
                        segment.add(composite);
                    }
                    case END_COMPOSITE -> composite = null;
                    case ELEMENT_DATA -> {
                        if (composite == null) {
                            segment.add(List.of(in.getText()));
                        } else {
                            composite.add(in.getText());
                        }
                    }
                    default -> {
                        // around segments, nothing is read
                    }
                }
            }
            segments.removeIf(read -> tag(read).equals("UNA"));
            return segments;
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String tag(List<List<String>> segment) {
        return segment.get(0).get(0);
    }

    /** Element and component as CONTRL counts them; empty where there is none. */
    static String value(List<List<String>> segment, int element, int component) {
        return segment.size() < element || segment.get(element - 1).size() < component
                ? ""
                : segment.get(element - 1).get(component - 1);
    }
}
