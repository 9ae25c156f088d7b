package org.customsgateway.mapping.xmldsig;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.Limits;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whether a message is signed by whom it must be. The certificates are those that are agreed, whatever the message says of itself:
 * one in the message only tells which of them is meant.
 *
 * @param agreed any of them may sign
 * @param required whether a message without a signature is a fault; one with a signature that is not good always is
 * @param sha1 whether the digest of the document may be of SHA-1, as older cards make it
 * @param largest in bytes: a signature is over the whole, so the whole is in memory
 */
public record SignatureCheck(List<X509Certificate> agreed, boolean required, boolean sha1, long largest) {

    /**
     * What is wrong with the signature; empty if it is good.
     *
     * @param raw a message that was scanned: well-formed, and without a document type
     * @param at when the message came: then the certificate must have been valid
     */
    public Optional<Problem> problem(InputStream raw, Instant at) throws IOException {
        byte[] bytes = raw.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largest + 1));
        String root = "";
        try {
            if (bytes.length > largest) {
                throw Bad.tooLarge(largest);
            }
            Document document = Tree.read(new ByteArrayInputStream(bytes), Limits.DEFAULT);
            root = document.getDocumentElement().getLocalName();
            Element signature = SignedDocument.signature(document);
            if (signature == null && required) {
                throw Bad.missing();
            } else if (signature != null) {
                judge(SignedDocument.of(document, signature), at);
            }
            return Optional.empty();
        } catch (Bad bad) {
            return Optional.of(problem(bad, root));
        } catch (XMLStreamException e) {
            return Optional.of(problem(Bad.form("the document cannot be read"), root));
        }
    }

    /** A message that could bear no signature at all. */
    public static Problem missing() {
        return problem(Bad.missing(), "");
    }

    private void judge(SignedDocument document, Instant at) throws Bad {
        Algorithms used = document.algorithms();
        if (!Algorithms.known(used, sha1)) {
            throw Bad.form("its algorithms are '" + used.signature() + "' and '" + used.digest() + "'");
        }
        List<X509Certificate> meant = agreed.stream()
                .filter(one ->
                        document.certificate().length == 0 || Arrays.equals(encoded(one), document.certificate()))
                .toList();
        if (meant.isEmpty()) {
            throw Bad.unknownCertificate();
        }
        List<X509Certificate> signers = meant.stream()
                .filter(one -> Sm2.holds(one.getPublicKey(), document.signedInfo(), document.value()))
                .toList();
        if (signers.isEmpty()) {
            throw Bad.value();
        }
        // one key may have had several certificates
        if (signers.stream().noneMatch(one -> isValid(one, at))) {
            throw Bad.expired();
        }
        if (!MessageDigest.isEqual(used.digest(document.signed()), document.digest())) {
            throw Bad.digest();
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem problem(Bad bad, String root) {
        String path = root.isEmpty() ? "/" : root + "/Signature";
        return new Problem(bad.rule(), Severity.REJECT, Pointer.path(path), "", "", bad.getMessage(), "");
    }
}
