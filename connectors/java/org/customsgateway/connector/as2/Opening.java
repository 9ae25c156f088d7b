package org.customsgateway.connector.as2;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.customsgateway.connector.As2Wire;

/** Takes a message out of its layers: encryption outside, a signature and compression in either order inside. */
final class Opening implements AutoCloseable {

    private final As2Wire wire;
    private final Decryption decryption;
    private final Path folder;
    private final long most;
    private final Instant now;
    private final Deque<Spool> spools = new ArrayDeque<>();

    private Optional<Entity> signed = Optional.empty();
    private Optional<Entity> signedPart = Optional.empty();
    private Optional<Verification.Verified> signature = Optional.empty();
    private boolean encrypted;
    private boolean compressed;

    /** @param most bytes that any layer may have */
    Opening(As2Wire wire, Decryption decryption, Path folder, long most, Instant now) {
        this.wire = wire;
        this.decryption = decryption;
        this.folder = folder;
        this.most = most;
        this.now = now;
    }

    /** @throws Refusal when it cannot be opened, or is not as it was agreed */
    Opened open(Headers http, Part body) throws Refusal, IOException {
        var entity = Entity.outermost(http, body);
        for (Entity inner = inner(entity); inner != null; inner = inner(entity)) {
            entity = inner;
        }
        if (wire.receiving().encrypted() && !encrypted) {
            throw new Refusal(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "not encrypted");
        }
        if (wire.receiving().signed() && signature.isEmpty()) {
            throw new Refusal(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "not signed");
        }
        if (!entity.isReadable()) {
            throw new Refusal(Disposition.UNSUPPORTED_FORMAT, "a transfer encoding that is not known");
        }
        return new Opened(entity, payload(entity), signed, signature, encrypted, compressed, signedPart);
    }

    /** Decoded before anybody counts on it: what cannot be is the sender's fault. */
    private Part payload(Entity entity) throws Refusal, IOException {
        if (!entity.isEncoded()) {
            return entity.body();
        }
        var to = spool();
        try (InputStream content = entity.content()) {
            content.transferTo(to);
        } catch (IOException e) {
            throw new Refusal(Disposition.UNSUPPORTED_FORMAT, "no base64: " + e.getMessage(), e);
        }
        return to.all();
    }

    /** Null when it is the innermost. */
    private Entity inner(Entity entity) throws Refusal, IOException {
        var type = entity.contentType();
        if (type.type().equals("multipart/signed")) {
            return once(!signed.isPresent()) ? content(entity) : null;
        }
        if (!type.isCms()) {
            return null;
        }
        var in = new BufferedInputStream(entity.content(), 32 * 1024);
        return switch (kind(in)) {
            case ENVELOPED -> decrypted(in, CmsType.ENVELOPED);
            case AUTH_ENVELOPED -> decrypted(in, CmsType.AUTH_ENVELOPED);
            case COMPRESSED -> inflated(in);
            case OTHER -> throw new Refusal(Disposition.UNSUPPORTED_FORMAT, "CMS of a kind that is not agreed");
        };
    }

    private static CmsType kind(BufferedInputStream in) {
        try {
            return CmsType.of(in);
        } catch (IOException notEncodedAsItSays) {
            return CmsType.OTHER;
        }
    }

    private boolean once(boolean first) throws Refusal {
        if (!first) {
            throw new Refusal(Disposition.UNSUPPORTED_FORMAT, "a layer that is there already");
        }
        return true;
    }

    private Entity decrypted(InputStream cms, CmsType type) throws Refusal, IOException {
        once(!encrypted && !compressed && signed.isEmpty());
        var to = spool();
        decryption.open(cms, type, wire.receiving(), now, to);
        encrypted = true;
        // what makes no sense was not encrypted for us, whatever the padding looks like
        return entity(to.all(), Disposition.DECRYPTION_FAILED);
    }

    private Entity inflated(InputStream cms) throws Refusal, IOException {
        once(!compressed);
        var to = spool();
        try (cms;
                InputStream content = new CMSCompressedDataParser(cms)
                        .getContent(new ZlibExpanderProvider())
                        .getContentStream()) {
            content.transferTo(to);
        } catch (CMSException | IOException | RuntimeException e) {
            throw new Refusal(Disposition.DECOMPRESSION_FAILED, "cannot be inflated: " + e.getMessage(), e);
        }
        compressed = true;
        return entity(to.all(), Disposition.DECOMPRESSION_FAILED);
    }

    private Entity content(Entity entity) throws Refusal, IOException {
        try {
            var parts = Multipart.parts(entity.body(), entity.contentType().parameter("boundary"));
            if (parts.size() != 2) {
                throw new IllegalArgumentException("not two parts");
            }
            var first = Entity.parse(parts.get(0));
            var verification = new Verification(wire.certificates(), wire.receiving(), now);
            signature = Optional.of(verification.verify(first, Entity.parse(parts.get(1))));
            signed = Optional.of(entity);
            signedPart = Optional.of(first);
            return first;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Disposition.INTEGRITY_CHECK_FAILED, "no signed message: " + e.getMessage(), e);
        }
    }

    private static Entity entity(Part whole, Disposition fault) throws Refusal, IOException {
        try {
            return Entity.parse(whole);
        } catch (IllegalArgumentException e) {
            throw new Refusal(fault, "no MIME entity inside: " + e.getMessage(), e);
        }
    }

    private Spool spool() {
        var spool = new Spool(folder, most);
        spools.push(spool);
        return spool;
    }

    /** What was opened cannot be read any more. */
    @Override
    public void close() throws IOException {
        while (!spools.isEmpty()) {
            spools.pop().close();
        }
    }
}
