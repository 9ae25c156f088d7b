package org.customsgateway.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The gateway goes to the partner's SFTP server.
 *
 * @param password if there is one; a key or a password is there
 * @param key private key file's content, PEM or OpenSSH
 * @param passphrase of the key
 * @param hostKeys who the server must prove to be; never empty
 * @param inbox folder on the server that is fetched from
 * @param outbox folder on the server that replies are put into
 * @param settle fetch a file only when it did not change from one poll to the next
 * @param moveTo folder that a fetched file is moved to; empty when it is deleted
 * @param connectTimeout for a connection to stand
 * @param readTimeout longest silence of the server
 * @param timeout longest time for anything that is asked of it: a login, a listing, a renaming; the bytes of a file may take
 *     this and a second for every 4 KB
 */
public record SftpClientWire(
        String host,
        int port,
        String user,
        Optional<Secret> password,
        Optional<Secret> key,
        Optional<Secret> passphrase,
        List<SshKey> hostKeys,
        String inbox,
        String outbox,
        Duration poll,
        boolean settle,
        Optional<String> moveTo,
        Duration connectTimeout,
        Duration readTimeout,
        Duration timeout) {}
