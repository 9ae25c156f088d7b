package org.customsgateway.journal;

import java.time.Instant;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.RawBytes;

/**
 * An AS2 message either way, with what proves that it was sent and received.
 *
 * @param incoming whether it is the partner's
 * @param messageId as in its header, with its brackets
 * @param subject the interchange that it became, or the reply that it is
 * @param mic {@code base64, algorithm}
 * @param proof the message with its sender's signature, without encryption
 * @param at when it was received, or sent for the last time
 * @param receipt with its header fields; empty where there is none
 * @param detail what the partner's receipt says, or empty
 * @param attempts to send the receipt
 */
public record As2Message(
        PartnerId partner,
        boolean incoming,
        String messageId,
        String subject,
        String mic,
        RawBytes proof,
        Instant at,
        byte[] receipt,
        As2State state,
        String detail,
        int attempts) {}
