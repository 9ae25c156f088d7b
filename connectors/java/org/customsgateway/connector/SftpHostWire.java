package org.customsgateway.connector;

import java.util.List;

/**
 * The partner comes to the gateway's SFTP server.
 *
 * @param user its login there; no two partners share one
 * @param keys public keys that open the door; a password never does
 * @param sessions most at a time
 * @param quotaBytes most that unfinished uploads may take up together
 */
public record SftpHostWire(String user, List<SshKey> keys, int sessions, long quotaBytes) {}
