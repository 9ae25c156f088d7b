package org.customsgateway.connector;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What the gateway signs with. The key is where its reference says, and read when it is used.
 *
 * @param certificate that belongs to it
 */
public record Sm2Key(X509Certificate certificate, Secret key) {

    /** @throws IllegalStateException if it is not there any more, or no key */
    public PrivateKey reveal() {
        try {
            return Sm2Pem.key(key.reveal());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the signing key " + key + " cannot be used: " + e.getMessage(), e);
        }
    }
}
