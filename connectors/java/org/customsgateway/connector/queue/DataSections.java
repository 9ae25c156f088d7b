package org.customsgateway.connector.queue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.protocol.amqp.util.TLSEncode;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.codec.TypeConstructor;

/** The data sections of an AMQP message (AMQP 1.0 part 3, 3.2.6): the body may be cut into several. */
record DataSections(List<ByteBuffer> parts) {

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
                } else if (type == AmqpValue.class || type == AmqpSequence.class) {
                    return new DataSections(List.of()); // a body of another kind
                } else {
                    section.skipValue();
                }
            }
            return new DataSections(parts);
        } catch (RuntimeException fault) {
            throw new Unreadable("not to be read as an AMQP message");
        } finally {
            decoder.setBuffer(null);
        }
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
