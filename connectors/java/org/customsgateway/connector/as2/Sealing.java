package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Supplier;
import org.customsgateway.connector.As2Sending;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.Content;
import org.customsgateway.connector.DatedCertificate;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;

/** Puts a reply into the layers that are agreed with a partner. */
final class Sealing {

    private final OwnKeys keys;
    private final Path folder;
    private final Supplier<String> ids;
    private final Clock clock;

    Sealing(OwnKeys keys, Path folder, Supplier<String> ids, Clock clock) {
        this.keys = keys;
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Held when a key or certificate is missing that is valid now */
    Sealed seal(As2Wire wire, Dispatch dispatch) throws IOException {
        var sending = wire.sending();
        var now = clock.instant();
        var content = content(dispatch);
        var inner = sending.compression() == Compression.BEFORE_SIGNING ? Layers.compressed(content) : content;
        var entity = sending.sign().isPresent() ? signed(wire, inner, now) : inner;
        var proof = new Spool(folder, Long.MAX_VALUE);
        var body = new Spool(folder, Long.MAX_VALUE);
        try {
            entity.writeTo(proof);
            var kept = Entity.parse(proof.all());
            Outgoing written = new Outgoing(entity.headers(), out -> copy(kept.body()::open, out));
            Outgoing outer = sending.compression() == Compression.AFTER_SIGNING ? Layers.compressed(written) : written;
            if (sending.cipher().isPresent()) {
                outer = Layers.enveloped(
                        outer,
                        recipient(wire, now).certificate(),
                        sending.cipher().get());
            }
            outer.body().writeTo(body);
            return new Sealed(mic(sending, content, kept), proof, outer.headers(), body);
        } catch (IOException | RuntimeException e) {
            proof.close();
            body.close();
            throw e;
        }
    }

    private Outgoing signed(As2Wire wire, Outgoing inner, Instant now) throws Held {
        var key = keys.signing(wire, now).orElseThrow(() -> held("no key of the gateway's own is valid now"));
        return Layers.signed(inner, key, MicAlgorithm.of(wire.sending().sign().get()), "signed-" + ids.get());
    }

    private static DatedCertificate recipient(As2Wire wire, Instant now) throws Held {
        // the old one as long as it lasts: the partner may not use the new one yet
        return wire.certificates().stream()
                .filter(each -> each.isValid(now))
                .min(Comparator.comparing(DatedCertificate::until))
                .orElseThrow(() -> held("no certificate of the partner's is valid now"));
    }

    private static Held held(String text) {
        return new Held(text + ": add one to wires.as2", Duration.ZERO);
    }

    private static Outgoing content(Dispatch dispatch) {
        var type = dispatch.contentType();
        if (type.isEmpty()) {
            type = dispatch.name().endsWith(".xml") ? "application/xml" : "application/octet-stream";
        }
        return new Outgoing(
                Headers.of(
                        "Content-Type",
                        type,
                        "Content-Transfer-Encoding",
                        "binary",
                        "Content-Disposition",
                        "attachment; filename=\"" + dispatch.name().replaceAll("[\"\\\\]|[^ -~]", "_") + "\""),
                out -> copy(dispatch.content(), out));
    }

    private static void copy(Content content, java.io.OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    /** By the same rules as {@link Opened#mic}. */
    private static Mic mic(As2Sending sending, Outgoing content, Entity kept) throws IOException {
        if (sending.sign().isPresent()) {
            var algorithm = MicAlgorithm.of(sending.sign().get());
            var signed = Multipart.parts(kept.body(), kept.contentType().parameter("boundary"))
                    .get(0);
            try (InputStream in = signed.open()) {
                return Mic.of(in, algorithm);
            }
        }
        boolean headers = sending.cipher().isPresent() || sending.compression() != Compression.NONE;
        var digest = MicAlgorithm.SHA_256.digest();
        try (var out = new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)) {
            if (headers) {
                content.writeTo(out);
            } else {
                content.body().writeTo(out);
            }
        }
        return new Mic(MicAlgorithm.SHA_256, digest.digest());
    }
}
