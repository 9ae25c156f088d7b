package org.customsgateway.connector;

import java.util.Optional;

/** The wires of one partner: one at least. */
public record Wires(
        Optional<SftpHostWire> sftpHost,
        Optional<SftpClientWire> sftpClient,
        Optional<QueueWire> queue,
        Optional<HttpsWire> https,
        Optional<WebhookWire> webhook,
        Optional<As2Wire> as2) {

    public boolean has(WireEnd end) {
        return switch (end) {
            case SFTP_HOST -> sftpHost.isPresent();
            case SFTP_CLIENT -> sftpClient.isPresent();
            case QUEUE -> queue.isPresent();
            case HTTPS -> https.isPresent();
            case WEBHOOK -> webhook.isPresent();
            case AS2 -> as2.isPresent();
        };
    }
}
