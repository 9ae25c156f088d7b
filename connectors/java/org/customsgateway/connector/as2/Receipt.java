package org.customsgateway.connector.as2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A receipt (MDN: RFC 8098, RFC 4130, 7.4) that the gateway gives.
 *
 * @param recipient the gateway's AS2 name
 * @param messageId of the message that it is about, with its brackets; empty where it has none
 * @param mic empty where the message could not be read so far
 */
record Receipt(String recipient, String messageId, Disposition disposition, Optional<Mic> mic) {

    /** The same for every fault: what went wrong inside is nothing for somebody who tries. */
    private static final String NOT_TAKEN = "The message was not taken. Nothing of it is kept.";

    private static final String TAKEN =
            "The message was received and is kept. This says nothing of whether its content is accepted.";

    /** @param boundary does not stand in it */
    Outgoing written(String boundary) {
        return Layers.multipart(
                "multipart/report; report-type=disposition-notification", boundary, List.of(text(), report()));
    }

    private Outgoing text() {
        var text = disposition == Disposition.PROCESSED ? TAKEN : NOT_TAKEN;
        return new Outgoing(
                Headers.of("Content-Type", "text/plain; charset=us-ascii", "Content-Transfer-Encoding", "7bit"),
                out -> out.write(Layers.ascii(text + "\r\n")));
    }

    private Outgoing report() {
        var fields = new StringBuilder("Reporting-UA: customs-gateway\r\n")
                .append("Original-Recipient: rfc822; ")
                .append(recipient)
                .append("\r\nFinal-Recipient: rfc822; ")
                .append(recipient);
        if (!messageId.isEmpty()) {
            fields.append("\r\nOriginal-Message-ID: ").append(messageId);
        }
        fields.append("\r\nDisposition: ").append(disposition.field());
        mic.ifPresent(value -> fields.append("\r\nReceived-Content-MIC: ").append(value.field()));
        return new Outgoing(
                Headers.of("Content-Type", "message/disposition-notification", "Content-Transfer-Encoding", "7bit"),
                out -> out.write(Layers.ascii(fields + "\r\n")));
    }

    /** With its header fields, as it is kept and sent. */
    static byte[] bytes(Outgoing receipt) throws IOException {
        var out = new ByteArrayOutputStream();
        receipt.writeTo(out);
        return out.toByteArray();
    }
}
