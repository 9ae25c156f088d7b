package org.customsgateway.connector;

import org.customsgateway.message.Wire;

/** A wire with the end that the gateway holds: the keys under {@code wires} in a partner file. */
public enum WireEnd {
    /** The partner comes to the gateway's SFTP server. */
    SFTP_HOST("sftpHost", Wire.SFTP),
    /** The gateway goes to the partner's SFTP server. */
    SFTP_CLIENT("sftpClient", Wire.SFTP),
    QUEUE("queue", Wire.QUEUE),
    /** The partner comes to the gateway's HTTPS listener; it fetches its statuses there, so nothing is sent. */
    HTTPS("https", Wire.HTTP),
    /** The gateway posts replies to the partner's address. */
    WEBHOOK("webhook", Wire.HTTP),
    /** Messages either way over HTTP, each with a receipt. */
    AS2("as2", Wire.AS2);

    private final String key;
    private final Wire wire;

    WireEnd(String key, Wire wire) {
        this.key = key;
        this.wire = wire;
    }

    /** As written in a partner file. */
    public String key() {
        return key;
    }

    public Wire wire() {
        return wire;
    }
}
