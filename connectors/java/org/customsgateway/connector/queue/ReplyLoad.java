package org.customsgateway.connector.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.Correlation;
import org.customsgateway.connector.Dispatch;

/** Replies of one partner that leave together: as many in one transaction as are held in memory without harm. */
final class ReplyLoad {

    private static final long MOST_BYTES = 4L << 20;

    /** What Artemis makes the content-type of an AMQP message of (AMQP 1.0, 3.2.4). */
    private static final String CONTENT_TYPE = "JMS_AMQP_ContentType";

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
        var body = dispatch.content().all();
        var properties = new HashMap<String, String>();
        properties.put("name", dispatch.name());
        if (!dispatch.contentType().isEmpty()) {
            properties.put(CONTENT_TYPE, dispatch.contentType());
        }
        return QueueMessage.of(dispatch.id(), correlationId, body, properties);
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
