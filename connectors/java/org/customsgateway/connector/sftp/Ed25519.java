package org.customsgateway.connector.sftp;

import java.util.List;

/**
 * sshd takes Ed25519 keys from Bouncy Castle only, and then would take all its cryptography from there, which is many
 * times slower than the JDK's. So it is told to take nothing else. Has effect before sshd is first used.
 */
final class Ed25519 {

    private static final String PROPERTY = "org.apache.sshd.security.provider.BC.";

    private Ed25519() {}

    static void only() {
        List.of("Cipher", "Mac", "MessageDigest", "KeyAgreement", "CertificateFactory", "AlgorithmParameters")
                .forEach(entity -> set(entity, "none"));
        List.of("KeyFactory", "KeyPairGenerator", "Signature").forEach(entity -> set(entity, "Ed25519,EdDSA"));
    }

    private static void set(String entity, String value) {
        if (System.getProperty(PROPERTY + entity) == null) {
            System.setProperty(PROPERTY + entity, value);
        }
    }
}
