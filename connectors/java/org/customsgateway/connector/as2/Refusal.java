package org.customsgateway.connector.as2;

/** A message that is not taken. What the sender gets to know is the disposition; the reason is for those who run the gateway. */
final class Refusal extends Exception {

    private final transient Disposition disposition;

    Refusal(Disposition disposition, String reason) {
        super(reason);
        this.disposition = disposition;
    }

    Refusal(Disposition disposition, String reason, Exception cause) {
        super(reason, cause);
        this.disposition = disposition;
    }

    Disposition disposition() {
        return disposition;
    }
}
