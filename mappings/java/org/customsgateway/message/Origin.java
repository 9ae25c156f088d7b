package org.customsgateway.message;

/**
 * What the message that carried an interchange said of itself, by which a reply finds its way back (JMS 3.1, 3.4: message
 * id, correlation id, reply-to). The sender wrote it: nothing of it is trusted. Each is empty where there is none.
 *
 * @param messageId as the wire shows it
 * @param replyTo the address that replies were asked for at, without any prefix for its kind
 */
public record Origin(String messageId, String correlationId, String replyTo) {

    /** Of a wire whose transmissions say nothing of the kind. */
    public static final Origin NONE = new Origin("", "", "");
}
