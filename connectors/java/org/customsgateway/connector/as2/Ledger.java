package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.message.PartnerId;

/** What the wire asks the routes to keep: of every message its receipt, and what proves both, found by the message's id. */
public interface Ledger {

    /**
     * A message that was taken.
     *
     * @param messageId with its brackets, as the sender wrote it
     * @param mic as in the receipt: {@code base64, algorithm}
     * @param receipt with its header fields; empty where none was asked for
     * @param later whether the receipt is still to be sent, in a request of its own
     */
    record Taken(
            PartnerId partner, String messageId, String interchangeId, String mic, byte[] receipt, boolean later) {}

    /** What was taken before with this id. */
    Optional<Taken> taken(PartnerId partner, String messageId);

    /**
     * Returns when it is on disk.
     *
     * @param proof the message with the sender's signature
     */
    void take(Taken taken, InputStream proof) throws IOException;

    /**
     * A receipt that is to be sent.
     *
     * @param refusal which one it belongs to; empty where the message was taken
     * @param attempts so far
     */
    record Due(PartnerId partner, String messageId, Optional<String> refusal, byte[] receipt, int attempts) {}

    /** Of one partner, the oldest first. */
    List<Due> due(PartnerId partner, Instant now, int most);

    void receiptSent(Due due);

    void receiptFailed(Due due, Instant next);

    /** It is not tried again, and an alarm is raised. */
    void receiptGivenUp(Due due, String reason);

    /**
     * A message that was refused.
     *
     * @param id never the same twice
     * @param partner whose it says to be; empty where nobody is known by its names
     * @param names of sender and recipient, as it came with them
     * @param messageId empty where it has none
     * @param reason one sentence
     * @param receipt with its header fields; empty where none was asked for
     * @param later whether the receipt is still to be sent
     */
    record Refused(
            String id,
            Optional<PartnerId> partner,
            String names,
            String messageId,
            String reason,
            byte[] receipt,
            boolean later) {}

    /** Returns when it is on disk. Its message id stays free. */
    void refused(Refused refused);

    /** How it stands with a message that was sent. */
    enum Standing {
        AWAITED,
        /** The partner has got these bytes. */
        RECEIPTED,
        /** The partner has not taken them, or has got others. */
        REFUSED
    }

    /**
     * A message that was sent, or is going to be.
     *
     * @param mic of it, as {@link Taken#mic}
     * @param sentAt the last time
     * @param detail what the partner's receipt says, or empty
     */
    record Sent(
            PartnerId partner,
            String messageId,
            String replyId,
            String mic,
            Standing standing,
            Instant sentAt,
            String detail) {}

    Optional<Sent> sent(PartnerId partner, String messageId);

    /** Before it goes out, each time: returns when it is on disk. */
    void send(PartnerId partner, String messageId, String replyId, String mic, InputStream proof) throws IOException;

    /** The partner's receipt has come; one that is there already stays. */
    void receipted(PartnerId partner, String messageId, Standing standing, String detail, byte[] receipt);
}
