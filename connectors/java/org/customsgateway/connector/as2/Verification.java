package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.customsgateway.connector.As2Receiving;
import org.customsgateway.connector.DatedCertificate;

/**
 * Checks a detached signature (RFC 5652, 5; RFC 1847). It counts when it is that of a certificate that is agreed and valid now;
 * certificates that a message brings along count for nothing.
 */
final class Verification {

    private static final int LARGEST = 1024 * 1024;

    private final List<DatedCertificate> agreed;
    private final As2Receiving policy;
    private final Instant now;

    Verification(List<DatedCertificate> agreed, As2Receiving policy, Instant now) {
        this.agreed = agreed;
        this.policy = policy;
        this.now = now;
    }

    /**
     * What was found good.
     *
     * @param mic of what the signature is over
     * @param canonical whether that is the content with all line ends made CRLF, not the bytes as they came
     */
    record Verified(Mic mic, DatedCertificate signer, boolean canonical) {}

    /**
     * @param signed the first part of {@code multipart/signed}
     * @param signature the second
     */
    Verified verify(Entity signed, Entity signature) throws Refusal, IOException {
        byte[] bytes;
        try (InputStream in = signature.content()) {
            bytes = in.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new Refusal(Disposition.INTEGRITY_CHECK_FAILED, "no signature: " + e.getMessage(), e);
        }
        try {
            var signer = signer(new CMSSignedData(bytes));
            var algorithm = algorithm(signer.information());
            var mic = mic(signed.whole().open(), algorithm);
            if (holds(mic, bytes, signer)) {
                return new Verified(mic, signer.certificate(), false);
            }
            // some senders sign text in its canonical form (RFC 8551, 3.1.1) and do not send it so
            if (!signed.isBinary()) {
                var canonical = mic(new CrLf(signed.whole().open()), algorithm);
                if (holds(canonical, bytes, signer)) {
                    return new Verified(canonical, signer.certificate(), true);
                }
            }
            throw new Refusal(Disposition.INTEGRITY_CHECK_FAILED, "the signature does not fit the content");
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | RuntimeException e) {
            throw new Refusal(Disposition.INTEGRITY_CHECK_FAILED, "no signature: " + e.getMessage(), e);
        }
    }

    private record Signer(SignerInformation information, DatedCertificate certificate) {}

    private Signer signer(CMSSignedData data) throws Refusal, CertificateEncodingException {
        return find(data)
                .orElseThrow(() -> new Refusal(
                        Disposition.AUTHENTICATION_FAILED,
                        "signed by "
                                + data.getSignerInfos().getSigners().stream()
                                        .map(each -> each.getSID().getIssuer() + " "
                                                + each.getSID().getSerialNumber())
                                        .toList()
                                + ", which is none of the certificates that are agreed and valid"));
    }

    private Optional<Signer> find(CMSSignedData data) throws CertificateEncodingException {
        for (SignerInformation information : data.getSignerInfos().getSigners()) {
            for (DatedCertificate each : agreed) {
                if (each.isValid(now) && information.getSID().match(new JcaX509CertificateHolder(each.certificate()))) {
                    return Optional.of(new Signer(information, each));
                }
            }
        }
        return Optional.empty();
    }

    /** The digest's, once it is good enough, and so is that inside the signature. */
    private MicAlgorithm algorithm(SignerInformation signer) throws Refusal {
        var algorithm = MicAlgorithm.of(signer.getDigestAlgorithmID().getAlgorithm())
                .filter(each -> each.isTaken(policy, now))
                .orElseThrow(() -> tooWeak(signer.getDigestAlgOID()));
        var inner = new DefaultCMSSignatureAlgorithmNameGenerator()
                .getSignatureName(
                        signer.getDigestAlgorithmID(), signer.toASN1Structure().getDigestEncryptionAlgorithm());
        for (MicAlgorithm weak : List.of(MicAlgorithm.SHA_1, MicAlgorithm.MD5)) {
            if (inner.startsWith(weak.name().replace("_", "")) && !weak.isTaken(policy, now)) {
                throw tooWeak(inner);
            }
        }
        return algorithm;
    }

    private static Refusal tooWeak(String algorithm) {
        return new Refusal(
                Disposition.INSUFFICIENT_MESSAGE_SECURITY, "signature algorithm " + algorithm + " is not agreed");
    }

    private static Mic mic(InputStream content, MicAlgorithm algorithm) throws IOException {
        try (content) {
            return Mic.of(content, algorithm);
        }
    }

    private static boolean holds(Mic mic, byte[] signature, Signer signer)
            throws CMSException, OperatorCreationException {
        try {
            var algorithm = mic.algorithm();
            Map<ASN1ObjectIdentifier, byte[]> digests = new HashMap<>();
            digests.put(algorithm.oid(), mic.digest());
            var sid = signer.information().getSID();
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .build(signer.certificate().certificate().getPublicKey());
            for (SignerInformation each :
                    new CMSSignedData(digests, signature).getSignerInfos().getSigners(sid)) {
                if (each.getDigestAlgorithmID().getAlgorithm().equals(algorithm.oid()) && each.verify(verifier)) {
                    return true;
                }
            }
            return false;
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException other) {
            return false;
        }
    }
}
