package org.customsgateway.connector.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.Correlation;
import org.customsgateway.connector.Dispatch;

/** Replies of one partner that leave together: as many in one transaction as are held in memory without harm. */
final class ReplyLoad {

    private static final long MOST_BYTES = 4L << 20;

    private final QueueWriter writer;
    private final Map<String, List<QueueMessage>> messages = new LinkedHashMap<>();
    private long bytes;

    ReplyLoad(QueueWriter writer) {
        this.writer = writer;
    }

    static QueueMessage message(Correlation correlation, Dispatch dispatch) throws IOException {
        var correlationId = switch (correlation) {
            case MESSAGE_ID -> dispatch.origin().messageId();
            case CORRELATION_ID -> dispatch.origin().correlationId();
            case REFERENCE -> dispatch.reference();
            case NONE -> "";
        };
        var body = Files.readAllBytes(dispatch.bytes());
        return QueueMessage.of(dispatch.id(), correlationId, body, Map.of("name", dispatch.name()));
    }

    void add(String queue, QueueMessage message) throws IOException {
        messages.computeIfAbsent(queue, first -> new ArrayList<>()).add(message);
        bytes += message.body().length;
        if (bytes > MOST_BYTES) {
            send();
        }
    }

    void send() throws IOException {
        if (!messages.isEmpty()) {
            writer.send(messages);
            messages.clear();
            bytes = 0;
        }
    }
}
