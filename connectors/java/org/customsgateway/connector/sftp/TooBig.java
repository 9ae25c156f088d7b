package org.customsgateway.connector.sftp;

import java.io.IOException;

/** An interchange is larger than its partner's limit. */
final class TooBig extends IOException {

    TooBig(String message) {
        super(message);
    }
}
