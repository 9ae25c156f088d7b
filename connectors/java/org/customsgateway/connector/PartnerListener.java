package org.customsgateway.connector;

/**
 * Told of partners that come, change and go, one call at a time; at start once per partner as {@link #added}. An
 * exception is reported as an alarm of that partner and stops nobody else.
 */
public interface PartnerListener {

    void added(Partner partner);

    void removed(Partner partner);

    default void changed(Partner before, Partner after) {
        removed(before);
        added(after);
    }
}
