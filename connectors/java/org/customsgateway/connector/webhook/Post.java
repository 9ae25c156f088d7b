package org.customsgateway.connector.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.customsgateway.connector.Dispatch;

/**
 * What goes in one request.
 *
 * @param id {@code webhook-id}: the same whenever the same is tried again
 */
record Post(String id, String contentType, byte[] body) {

    static final String EVENT = "application/cloudevents+json";

    /** CloudEvents 1.0, JSON batch format. */
    static final String BATCH = "application/cloudevents-batch+json";

    static Post of(Dispatch dispatch) throws IOException {
        var type = dispatch.contentType().isEmpty() ? "application/octet-stream" : dispatch.contentType();
        return new Post(dispatch.id(), type, dispatch.content().all());
    }

    /** @throws IOException when they are several that do not go together */
    static Post of(List<Dispatch> dispatches) throws IOException {
        if (dispatches.size() == 1) {
            return of(dispatches.get(0));
        }
        if (!dispatches.stream().allMatch(each -> EVENT.equals(each.contentType()))) {
            throw new IOException("only events go together");
        }
        return batch(dispatches);
    }

    private static Post batch(List<Dispatch> events) throws IOException {
        var body = new ByteArrayOutputStream();
        for (Dispatch event : events) {
            body.write(body.size() == 0 ? '[' : ',');
            body.write(event.content().all());
        }
        body.write(']');
        var ids = events.stream().map(Dispatch::id).collect(Collectors.joining(" "));
        return new Post("batch-" + digest(ids), BATCH, body.toByteArray());
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
