package org.customsgateway.journal;

import java.time.Instant;
import java.util.Optional;
import org.customsgateway.message.PartnerId;

/**
 * An AS2 message that was refused.
 *
 * @param partner empty where nobody is known by its names
 * @param names of sender and recipient, as it came with them, made safe
 * @param messageId as in its header, made safe; empty where it has none
 * @param reason one sentence, for operators
 * @param receipt with its header fields; empty where there is none
 * @param state {@code ANSWERED}, {@code DUE}, {@code SENT} or {@code PARKED}
 * @param attempts to send the receipt
 */
public record As2Refusal(
        String id,
        Instant at,
        Optional<PartnerId> partner,
        String names,
        String messageId,
        String reason,
        byte[] receipt,
        As2State state,
        int attempts) {}
