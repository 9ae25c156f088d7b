package org.customsgateway.connector.queue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.protocol.amqp.util.TLSEncode;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.codec.TypeConstructor;

/**
 * The body of an AMQP message (AMQP 1.0 part 3, 3.2.5 to 3.2.8), as far as the broker does not see it: it may be cut into
 * several data sections.
 *
 * @param parts the data sections; none when the body is of another kind
 * @param isStrange a value that is neither text, bytes, list nor map. The broker passes such a one on as bytes that have nothing
 *     to do with it
 */
record DataSections(List<ByteBuffer> parts, boolean isStrange) {

    /** The sender's fault: this is what it is told. */
    static final class Unreadable extends Exception {
        Unreadable(String text) {
            super(text);
        }
    }

    static DataSections of(ReadableBuffer message) throws Unreadable {
        var buffer = message.duplicate().position(0);
        DecoderImpl decoder = TLSEncode.getDecoder();
        decoder.setBuffer(buffer);
        try {
            var parts = new ArrayList<ByteBuffer>();
            while (buffer.hasRemaining()) {
                TypeConstructor<?> section = decoder.readConstructor();
                Class<?> type = section.getTypeClass();
                if (type == Data.class) {
                    parts.add(((Data) section.readValue()).getValue().asByteBuffer());
                } else if (type == AmqpValue.class) {
                    return new DataSections(List.of(), isStrange(((AmqpValue) section.readValue()).getValue()));
                } else if (type == AmqpSequence.class) {
                    return new DataSections(List.of(), false);
                } else {
                    section.skipValue();
                }
            }
            return new DataSections(parts, false);
        } catch (RuntimeException fault) {
            throw new Unreadable("not to be read as an AMQP message");
        } finally {
            decoder.setBuffer(null);
        }
    }

    private static boolean isStrange(Object value) {
        return !(value == null
                || value instanceof String
                || value instanceof Binary
                || value instanceof List
                || value instanceof Map);
    }

    int count() {
        return parts.size();
    }

    void writeTo(ByteArrayOutputStream out) {
        for (ByteBuffer part : parts) {
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            out.writeBytes(bytes);
        }
    }
}
