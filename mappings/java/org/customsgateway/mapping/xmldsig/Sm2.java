package org.customsgateway.mapping.xmldsig;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** SM2 over SM3, with the default identity of the signer (GB/T 35276). */
final class Sm2 {

    /** Never registered: nobody else in the process gets other algorithms because of us. */
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final BigInteger ORDER = GMNamedCurves.getByName("sm2p256v1").getN();

    /** Two numbers of 256 bits one after the other, as the cards of the e-port write a signature. */
    private static final int PLAIN = 64;

    private Sm2() {}

    static byte[] digest(byte[] text) {
        return digest("SM3", text);
    }

    /** Only where a partner's cards can do no better, and that is agreed. */
    static byte[] sha1(byte[] text) {
        return digest("SHA-1", text);
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm, PROVIDER).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value plain, or as ASN.1 has it; whatever else it is, it does not hold */
    static boolean holds(PublicKey key, byte[] text, byte[] value) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(value.length == PLAIN ? asn1(value) : value);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] asn1(byte[] plain) throws IOException {
        BigInteger[] numbers = PlainDSAEncoding.INSTANCE.decode(ORDER, plain);
        return StandardDSAEncoding.INSTANCE.encode(ORDER, numbers[0], numbers[1]);
    }

    /** @return the two numbers, plain */
    static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", PROVIDER);
            signature.initSign(key);
            signature.update(text);
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(ORDER, signature.sign());
            return PlainDSAEncoding.INSTANCE.encode(ORDER, numbers[0], numbers[1]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key of the gateway does not sign", e);
        }
    }
}
