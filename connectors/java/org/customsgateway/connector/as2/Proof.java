package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.customsgateway.connector.Fingerprint;

/**
 * What a message or receipt that was kept says of itself: for a person who wants to show it to others. Whether its signer was
 * agreed was judged when it came; here its signature is checked with the certificate that it brings along.
 *
 * @param signatures empty where it is not signed
 * @param fields those of a receipt (RFC 8098, 3.1); empty in a message
 */
public record Proof(List<Signature> signatures, Map<String, String> fields) {

    private static final int LARGEST = 1024 * 1024;

    private static final List<String> FIELDS = List.of("Original-Message-ID", "Disposition", "Received-Content-MIC");

    /**
     * @param signer subject of its certificate, or issuer and number where that does not come along
     * @param fingerprint SHA-256 of the certificate, as partner files have it; empty where it does not come along
     * @param digest as MIME writes it
     * @param mic of what is signed, {@code base64, algorithm}
     * @param time that the signer says, if it says one
     * @param holds whether it fits the content; false also where there is no certificate to check it with
     */
    public record Signature(
            String signer, String fingerprint, String digest, String mic, Optional<Instant> time, boolean holds) {}

    /**
     * @param kept with its header fields
     * @param folder for what is too large for memory
     */
    public static Proof of(InputStream kept, Path folder) throws IOException {
        try (var spool = new Spool(folder, Long.MAX_VALUE)) {
            kept.transferTo(spool);
            var entity = Entity.parse(spool.all());
            if (!entity.contentType().type().equals("multipart/signed")) {
                return new Proof(List.of(), fields(entity));
            }
            var parts = Multipart.parts(entity.body(), entity.contentType().parameter("boundary"));
            var signed = Entity.parse(parts.get(0));
            return new Proof(signatures(signed, Entity.parse(parts.get(1))), fields(signed));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new IOException("no message: " + damaged.getMessage(), damaged);
        }
    }

    private static Map<String, String> fields(Entity entity) throws IOException {
        var found = new java.util.LinkedHashMap<String, String>();
        if (entity.contentType().type().equals("multipart/report")) {
            var fields = GivenReceipt.fields(entity);
            FIELDS.stream()
                    .filter(name -> !fields.get(name).isEmpty())
                    .forEach(name -> found.put(name, fields.get(name)));
        }
        return found;
    }

    private static List<Signature> signatures(Entity signed, Entity signature) throws IOException {
        try (InputStream in = signature.content()) {
            byte[] bytes = in.readNBytes(LARGEST);
            var found = new ArrayList<Signature>();
            for (SignerInformation each :
                    new CMSSignedData(bytes).getSignerInfos().getSigners()) {
                found.add(signature(signed, bytes, each));
            }
            return found;
        } catch (CMSException | CertificateException | RuntimeException damaged) {
            throw new IOException("no signature: " + damaged.getMessage(), damaged);
        }
    }

    private static Signature signature(Entity signed, byte[] bytes, SignerInformation signer)
            throws IOException, CMSException, CertificateException {
        var algorithm = MicAlgorithm.of(signer.getDigestAlgorithmID().getAlgorithm())
                .orElseThrow(() -> new IOException("a digest that is not known: " + signer.getDigestAlgOID()));
        Optional<X509CertificateHolder> certificate = new CMSSignedData(bytes)
                .getCertificates().getMatches(null).stream()
                        .filter(signer.getSID()::match)
                        .findFirst();
        Mic asIs = mic(signed.whole().open(), algorithm);
        Mic canonical = mic(new CrLf(signed.whole().open()), algorithm);
        boolean holds = holds(bytes, signer, certificate, asIs);
        boolean holdsCanonical = !holds && holds(bytes, signer, certificate, canonical);
        return new Signature(
                certificate
                        .map(each -> each.getSubject().toString())
                        .orElse(signer.getSID().getIssuer() + " number "
                                + signer.getSID().getSerialNumber()),
                certificate.isEmpty()
                        ? ""
                        : Fingerprint.of(new JcaX509CertificateConverter().getCertificate(certificate.get())),
                algorithm.mime(),
                (holdsCanonical ? canonical : asIs).field(),
                time(signer),
                holds || holdsCanonical);
    }

    private static Mic mic(InputStream content, MicAlgorithm algorithm) throws IOException {
        try (content) {
            return Mic.of(content, algorithm);
        }
    }

    private static boolean holds(
            byte[] bytes, SignerInformation signer, Optional<X509CertificateHolder> certificate, Mic mic)
            throws CMSException, CertificateException {
        if (certificate.isEmpty()) {
            return false;
        }
        Map<ASN1ObjectIdentifier, byte[]> digests = new HashMap<>();
        digests.put(mic.algorithm().oid(), mic.digest());
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate.get());
            return new CMSSignedData(digests, bytes)
                    .getSignerInfos()
                    .get(signer.getSID())
                    .verify(verifier);
        } catch (CMSException | OperatorCreationException other) {
            return false;
        }
    }

    private static Optional<Instant> time(SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        return time == null
                ? Optional.empty()
                : Optional.of(Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant());
    }
}
