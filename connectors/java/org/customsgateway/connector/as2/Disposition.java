package org.customsgateway.connector.as2;

import java.util.Locale;

/** What a receipt says of a message (RFC 4130, 7.4.3; RFC 8098, 3.2.6). */
enum Disposition {
    PROCESSED("processed"),
    AUTHENTICATION_FAILED("processed/error: authentication-failed"),
    DECRYPTION_FAILED("processed/error: decryption-failed"),
    DECOMPRESSION_FAILED("processed/error: decompression-failed"),
    INTEGRITY_CHECK_FAILED("processed/error: integrity-check-failed"),
    INSUFFICIENT_MESSAGE_SECURITY("processed/error: insufficient-message-security"),
    UNEXPECTED_PROCESSING_ERROR("processed/error: unexpected-processing-error"),
    UNSUPPORTED_FORMAT("failed/failure: unsupported format"),
    UNSUPPORTED_MIC("failed/failure: unsupported MIC-algorithms");

    private final String text;

    Disposition(String text) {
        this.text = text;
    }

    /** The value of the field {@code Disposition}. */
    String field() {
        return "automatic-action/MDN-sent-automatically; " + text;
    }

    /** Whether a receipt of somebody else's says that the message was taken; a warning does not say otherwise. */
    static boolean isTaken(String field) {
        int semicolon = field.indexOf(';');
        var kind = semicolon < 0 ? "" : field.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
        return kind.equals("processed") || kind.startsWith("processed/warning");
    }
}
