package org.customsgateway.mapping.xmldsig;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.mapping.Limits;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signs what goes out: one signature over the whole document, as the last element of its root. The same document signed twice has two
 * different signatures, both good: SM2 signs with chance.
 *
 * @param certificate that tells who signs
 * @param key of it
 */
public record Signer(X509Certificate certificate, PrivateKey key) {

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /**
     * @param xml a document of ours, without a signature
     * @return the same, signed, in UTF-8
     */
    public byte[] sign(byte[] xml) {
        Document document = read(xml);
        byte[] digest = Sm2.digest(Canonical.bytes(document));
        Element signature = document.createElementNS(Algorithms.XMLDSIG, "ds:Signature");
        signature.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:ds", Algorithms.XMLDSIG);
        document.getDocumentElement().appendChild(signature);
        Element info = add(signature, "SignedInfo", "");
        method(info, "CanonicalizationMethod", Algorithms.CANONICAL);
        method(info, "SignatureMethod", Algorithms.EPORT.signature());
        Element reference = add(info, "Reference", "");
        reference.setAttribute("URI", "");
        method(add(reference, "Transforms", ""), "Transform", Algorithms.ENVELOPED);
        method(reference, "DigestMethod", Algorithms.EPORT.digest());
        add(reference, "DigestValue", base64(digest));
        add(signature, "SignatureValue", base64(Sm2.sign(key, Canonical.bytes(info))));
        Element keyInfo = add(signature, "KeyInfo", "");
        add(keyInfo, "KeyName", certificate.getSerialNumber().toString(16));
        add(add(keyInfo, "X509Data", ""), "X509Certificate", base64(encoded()));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(START.getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(Canonical.bytes(document));
        return signed.toByteArray();
    }

    private static Document read(byte[] xml) {
        try {
            return Tree.read(new ByteArrayInputStream(xml), Limits.NONE);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document of our own is not well-formed", e);
        }
    }

    private static Element add(Element to, String name, String text) {
        Element added = to.getOwnerDocument().createElementNS(Algorithms.XMLDSIG, "ds:" + name);
        to.appendChild(added);
        if (!text.isEmpty()) {
            added.setTextContent(text);
        }
        return added;
    }

    private static void method(Element to, String name, String algorithm) {
        add(to, name, "").setAttribute("Algorithm", algorithm);
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
