package org.customsgateway.mapping.edifact;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;

/** Reads what we wrote as a partner would, and says what is wrong with it by the grammar. */
final class ReplyCheck {

    private static final EDIInputFactory FACTORY = EDIInputFactory.newFactory();

    private final Grammar grammar;

    ReplyCheck(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The first fault, or empty. */
    String firstFault(byte[] interchange, Charset charset) {
        try (EDIStreamReader in = FACTORY.createEDIStreamReader(
                new ByteArrayInputStream(interchange), charset.name(), grammar.control())) {
            while (in.hasNext()) {
                EDIStreamEvent event = in.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    in.setTransactionSchema(grammar.message());
                } else if (event.isError()) {
                    return fault(in);
                }
            }
            return "";
        } catch (EDIStreamException | java.io.IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String fault(EDIStreamReader in) {
        Location at = in.getLocation();
        return "%s in segment %d, %s, element %d, component %d"
                .formatted(
                        in.getErrorType(),
                        at.getSegmentPosition(),
                        at.getSegmentTag(),
                        at.getElementPosition(),
                        at.getComponentPosition());
    }
}
