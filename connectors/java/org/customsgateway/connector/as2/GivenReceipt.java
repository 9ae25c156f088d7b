package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.customsgateway.connector.As2Receiving;
import org.customsgateway.connector.DatedCertificate;

/**
 * A receipt that a partner has given.
 *
 * @param messageId of the message that it is about
 * @param disposition the field's value, empty where there is none
 * @param mic of what the partner has got
 * @param signed whether with a certificate of that partner
 */
record GivenReceipt(String messageId, String disposition, Optional<Mic> mic, boolean signed) {

    /** Whether this is a receipt, and not a message: a signed one shows it inside only. */
    static boolean isOne(Entity entity) throws IOException {
        var type = entity.contentType();
        if (type.type().equals("multipart/report")) {
            return true;
        }
        if (!type.type().equals("multipart/signed")) {
            return false;
        }
        try (InputStream in = entity.body().open()) {
            // what stands before the first delimiter is nobody's, and nobody writes it
            var head = new String(in.readNBytes(2_000), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            int first = head.indexOf("--" + type.parameter("boundary").toLowerCase(Locale.ROOT));
            int end = head.indexOf("\r\n\r\n", Math.max(0, first));
            return first >= 0 && end >= 0 && head.substring(first, end).contains("content-type: multipart/report");
        }
    }

    /** Reads one, and finds out whether its signature is good. */
    static GivenReceipt read(Entity entity, List<DatedCertificate> certificates, As2Receiving policy, Instant now)
            throws IOException, Refusal {
        try {
            boolean signed = entity.contentType().type().equals("multipart/signed");
            var report = entity;
            if (signed) {
                var parts = Multipart.parts(entity.body(), entity.contentType().parameter("boundary"));
                report = Entity.parse(parts.get(0));
                new Verification(certificates, policy, now).verify(report, Entity.parse(parts.get(1)));
            }
            var fields = fields(report);
            return new GivenReceipt(
                    fields.get("Original-Message-ID"),
                    fields.get("Disposition"),
                    Mic.parse(fields.get("Received-Content-MIC")),
                    signed);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refusal(Disposition.UNSUPPORTED_FORMAT, "not a receipt: " + e.getMessage(), e);
        }
    }

    static Headers fields(Entity report) throws IOException {
        if (!report.contentType().type().equals("multipart/report")) {
            throw new IllegalArgumentException(
                    "its type is '" + report.contentType().type() + "'");
        }
        for (Part part : Multipart.parts(report.body(), report.contentType().parameter("boundary"))) {
            var entity = Entity.parse(part);
            if (entity.contentType().type().equals("message/disposition-notification") && entity.isReadable()) {
                try (InputStream in = entity.content()) {
                    // empty lines divide fields of the message from those of its recipients
                    var text = new String(in.readNBytes(64 * 1024), StandardCharsets.ISO_8859_1);
                    return Headers.parse(
                            text.replaceAll("(\r?\n)+", "\r\n").strip().getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        throw new IllegalArgumentException("it has no disposition");
    }
}
