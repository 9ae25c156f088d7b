package org.customsgateway.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The cryptography of an AS2 message by Bouncy Castle alone, in memory, with the algorithms of the wire (SHA-256 with RSA,
 * AES-256-CBC) and the JDK's own ciphers, which are the fastest: signed, encrypted, decrypted, verified. Nothing of the
 * gateway's own.
 */
record BareCryptography(PrivateKey key, X509Certificate certificate) {

    /**
     * Each thread does so many, each twice over.
     *
     * @return messages a second
     */
    double rate(byte[] message, int threads, int each) {
        var running = new ArrayList<CompletableFuture<Void>>();
        long begun = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            running.add(CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < 2 * each; n++) {
                            once(message);
                        }
                    },
                    task -> new Thread(task, "bare").start()));
        }
        running.forEach(CompletableFuture::join);
        return threads * each / ((System.nanoTime() - begun) / 1e9);
    }

    /** The signature goes with its message into the envelope, as it does in MIME. */
    private void once(byte[] message) {
        try {
            byte[] signature = signature(message);
            byte[] both = Arrays.copyOf(message, message.length + signature.length);
            System.arraycopy(signature, 0, both, message.length, signature.length);
            byte[] opened = opened(enveloped(both));
            verify(Arrays.copyOf(opened, message.length), Arrays.copyOfRange(opened, message.length, opened.length));
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(byte[] message)
            throws CMSException, OperatorCreationException, GeneralSecurityException, IOException {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key, certificate));
        return generator.generate(new CMSProcessableByteArray(message), false).getEncoded();
    }

    private byte[] enveloped(byte[] content) throws CMSException, GeneralSecurityException, IOException {
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(certificate));
        return generator
                .generate(
                        new CMSProcessableByteArray(content),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                .getEncoded();
    }

    private byte[] opened(byte[] envelope) throws CMSException {
        var recipient = new CMSEnvelopedData(envelope)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();
        return recipient.getContent(new JceKeyTransEnvelopedRecipient(key));
    }

    private void verify(byte[] message, byte[] signature) throws CMSException, OperatorCreationException {
        var signer = new CMSSignedData(new CMSProcessableByteArray(message), signature)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
            throw new IllegalStateException("the signature does not fit");
        }
    }
}
