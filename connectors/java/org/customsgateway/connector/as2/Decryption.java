package org.customsgateway.connector.as2;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Provider;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.customsgateway.connector.As2Receiving;
import org.customsgateway.connector.WeakAlgorithm;

/** Takes a message out of its envelope (RFC 5652, 6; RFC 5083), as a stream. */
final class Decryption {

    /** Java's own AES-GCM holds all of a message before it gives any of it: this one does not. */
    static final Provider STREAMING = new BouncyCastleProvider();

    private static final Set<String> GCM = Set.of(
            NISTObjectIdentifiers.id_aes128_GCM.getId(),
            NISTObjectIdentifiers.id_aes192_GCM.getId(),
            NISTObjectIdentifiers.id_aes256_GCM.getId());

    private static final Set<String> CBC = Set.of(
            NISTObjectIdentifiers.id_aes128_CBC.getId(),
            NISTObjectIdentifiers.id_aes192_CBC.getId(),
            NISTObjectIdentifiers.id_aes256_CBC.getId());

    private final OwnKeys keys;

    Decryption(OwnKeys keys) {
        this.keys = keys;
    }

    /**
     * Writes what was in the envelope. Not before this has returned is it known to be whole.
     *
     * @throws Refusal whatever is wrong with it; the sender learns nothing but that
     */
    void open(InputStream cms, CmsType type, As2Receiving policy, Instant now, Spool to) throws Refusal {
        try (cms;
                InputStream content = type == CmsType.AUTH_ENVELOPED
                        ? authenticated(new CMSAuthEnvelopedDataParser(cms))
                        : enveloped(new CMSEnvelopedDataParser(cms), policy, now)) {
            content.transferTo(to);
        } catch (Spool.TooMany e) {
            throw new Refusal(Disposition.UNEXPECTED_PROCESSING_ERROR, "larger than agreed", e);
        } catch (CMSException | IOException | RuntimeException e) {
            throw new Refusal(Disposition.DECRYPTION_FAILED, "cannot be decrypted: " + e.getMessage(), e);
        }
    }

    private InputStream enveloped(CMSEnvelopedDataParser parser, As2Receiving policy, Instant now)
            throws CMSException, IOException, Refusal {
        String cipher = parser.getEncryptionAlgOID();
        boolean weak =
                cipher.equals(PKCSObjectIdentifiers.des_EDE3_CBC.getId()) && policy.takes(WeakAlgorithm.Name.DES3, now);
        if (!weak && !CBC.contains(cipher) && !GCM.contains(cipher)) {
            throw new Refusal(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "cipher " + cipher + " is not agreed");
        }
        return content(parser.getRecipientInfos(), key -> {
            var recipient = new JceKeyTransEnvelopedRecipient(key.key());
            return GCM.contains(cipher) ? recipient.setContentProvider(STREAMING) : recipient;
        });
    }

    private InputStream authenticated(CMSAuthEnvelopedDataParser parser) throws CMSException, IOException, Refusal {
        if (!GCM.contains(parser.getEncAlgOID())) {
            throw new Refusal(
                    Disposition.INSUFFICIENT_MESSAGE_SECURITY, "cipher " + parser.getEncAlgOID() + " is not agreed");
        }
        return content(
                parser.getRecipientInfos(),
                key -> new JceKeyTransAuthEnvelopedRecipient(key.key()).setContentProvider(STREAMING));
    }

    private interface Opener {
        Recipient with(OwnKey key);
    }

    private InputStream content(RecipientInformationStore recipients, Opener opener)
            throws CMSException, IOException, Refusal {
        for (OwnKey key : keys.all()) {
            for (RecipientInformation recipient : recipients.getRecipients()) {
                if (matches(recipient, key)) {
                    return new BufferedInputStream(
                            recipient.getContentStream(opener.with(key)).getContentStream(), 32 * 1024);
                }
            }
        }
        throw new Refusal(Disposition.DECRYPTION_FAILED, "encrypted for none of the gateway's keys");
    }

    private static boolean matches(RecipientInformation recipient, OwnKey key) throws IOException {
        try {
            return recipient.getRID().match(new JcaX509CertificateHolder(key.certificate()));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
