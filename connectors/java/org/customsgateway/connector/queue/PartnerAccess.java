package org.customsgateway.connector.queue;

import java.util.function.Consumer;

/**
 * What one partner may do at the broker.
 *
 * @param in it may send to, and nothing else
 * @param out it may read, with all queues below it, and nothing else
 * @param sessions most that it may have open, and most consumers of a queue
 * @param largest message in bytes
 * @param refused told why the broker did not take one of its messages
 */
record PartnerAccess(
        String login, String password, String in, String out, int sessions, long largest, Consumer<String> refused) {}
