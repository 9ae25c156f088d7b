package org.customsgateway.bench;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;

/** StAEDI alone: one pull through an interchange, held against the same grammar, every value looked at and dropped. */
final class BareStaedi {

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Schema control;
    private final Schema message;

    /** @param grammar of the message: a file of StAEDI's schema language */
    BareStaedi(Path xsd, Path grammar) throws IOException, EDISchemaException {
        this.control = schema(xsd.resolve("_shared/edifact/service.xml"));
        this.message = schema(grammar);
        factory.setProperty(EDIInputFactory.EDI_ENABLE_LOOP_TEXT, false);
        factory.setProperty(EDIInputFactory.EDI_NEST_HIERARCHICAL_LOOPS, false);
    }

    private static Schema schema(Path file) throws IOException, EDISchemaException {
        URL url = file.toUri().toURL();
        SchemaFactory factory = SchemaFactory.newFactory();
        factory.setProperty(SchemaFactory.SCHEMA_LOCATION_URL_CONTEXT, url);
        return factory.createSchema(url);
    }

    /**
     * How many characters are in all its values.
     *
     * @throws IllegalStateException at a fault: then it would do less than it is to be measured by
     */
    int read(byte[] interchange) throws IOException {
        int characters = 0;
        try (EDIStreamReader reader =
                factory.createEDIStreamReader(new ByteArrayInputStream(interchange), "ISO-8859-1", control)) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION) {
                    reader.setTransactionSchema(message);
                } else if (event == EDIStreamEvent.ELEMENT_DATA) {
                    characters += reader.getText().length();
                } else if (event.isError()) {
                    throw new IllegalStateException(reader.getErrorType() + " at " + reader.getLocation());
                }
            }
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
        return characters;
    }
}
