package org.customsgateway.connector.sftp;

import org.customsgateway.connector.SafeName;

/**
 * Names in a partner's listing. Whoever runs that server chooses them, and the client library takes them at their word:
 * {@code ../x} would be another folder (CVE-2026-79983), {@code *} would be every file.
 */
final class RemoteName {

    private static final String MEANS_SOMETHING = "*?[]{}$";

    private RemoteName() {}

    static boolean isUsable(String name) {
        return SafeName.isSafe(name) && name.chars().noneMatch(c -> MEANS_SOMETHING.indexOf(c) >= 0);
    }
}
