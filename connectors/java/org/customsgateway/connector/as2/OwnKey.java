package org.customsgateway.connector.as2;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key of the gateway's own.
 *
 * @param chain its certificate first
 */
public record OwnKey(String alias, PrivateKey key, List<X509Certificate> chain) {

    public X509Certificate certificate() {
        return chain.get(0);
    }
}
