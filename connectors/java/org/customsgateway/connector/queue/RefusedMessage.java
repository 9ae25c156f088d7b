package org.customsgateway.connector.queue;

/**
 * A message that is not to be worked on but kept.
 *
 * @param message with its raw bytes as far as it has any that may be read (empty for a serialised object or one that is
 *     too big)
 * @param reason stable word: {@code redelivered-too-often}, {@code not-bytes-or-text}, {@code too-big}
 */
public record RefusedMessage(QueueMessage message, String reason) {}
