package org.customsgateway.connector;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What is agreed with a partner about signatures in its XML messages: SM2 over SM3, which is the one kind there is.
 *
 * @param certificates any of them may sign what the partner sends; the keys are on the curve of SM2; never empty
 * @param required whether what is not signed is refused
 * @param sha1 whether a digest of SHA-1 under the signature is taken
 * @param largest bytes of a message whose signature can be checked
 * @param own what replies are signed with; empty where they are not signed
 */
public record SignaturePolicy(
        List<X509Certificate> certificates, boolean required, boolean sha1, long largest, Optional<Sm2Key> own) {}
