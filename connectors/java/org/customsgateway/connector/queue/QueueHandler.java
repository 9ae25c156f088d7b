package org.customsgateway.connector.queue;

import java.util.List;

/** What is done with a batch of messages. */
@FunctionalInterface
public interface QueueHandler {

    /**
     * The messages are acknowledged when this returns. When it throws, all come again after a wait, and then one by
     * one, so that one that cannot be handled does not hold up the others.
     *
     * @param refused to be put into quarantine; never dropped
     */
    void handle(List<QueueMessage> messages, List<RefusedMessage> refused) throws Exception;
}
