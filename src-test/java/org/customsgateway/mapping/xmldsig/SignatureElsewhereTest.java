package org.customsgateway.mapping.xmldsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.mapping.xmldsig.SignedOrder.FIRM;
import static org.customsgateway.mapping.xmldsig.SignedOrder.ORDER;
import static org.customsgateway.mapping.xmldsig.SignedOrder.SIGNED;
import static org.customsgateway.mapping.xmldsig.SignedOrder.fault;
import static org.customsgateway.mapping.xmldsig.SignedOrder.tree;

import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** Signatures as others make them, now and in earlier years. */
class SignatureElsewhereTest {

    @Test
    void the_names_of_earlier_years_and_asn1_are_read_too() {
        String earlier = earlier();
        assertThat(fault(earlier)).isEqualTo("XMLDSIG-VALUE");
        assertThat(fault(signedAgain(earlier))).isEqualTo("good");
    }

    @Test
    void a_digest_of_sha1_counts_only_where_that_is_agreed() throws GeneralSecurityException {
        String earlier = earlier().replace("xmldsig#sm3", "xmldsig#sha1");
        var document = tree(earlier.replaceAll("(?s)<ds:Signature .*</ds:Signature>", ""));
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(Canonical.bytes(document));
        String card = signedAgain(earlier.replaceAll(
                "<ds:DigestValue>.*</ds:DigestValue>",
                "<ds:DigestValue>" + Base64.getEncoder().encodeToString(digest) + "</ds:DigestValue>"));
        assertThat(fault(card)).isEqualTo("XMLDSIG-FORM");
        assertThat(fault(card, true, true, FIRM)).isEqualTo("good");
        assertThat(fault(card.replace("150.5", "1.5"), true, true, FIRM)).isEqualTo("XMLDSIG-DIGEST");
        assertThat(fault(SIGNED, true, true, FIRM)).isEqualTo("good");
    }

    private static String earlier() {
        return SIGNED.replace("http://www.chinaport.gov.cn/2022/04/xmldsig", "http://www.w3.org/2000/09/xmldsig");
    }

    /** With another value, as ASN.1 and in lines. */
    private static String signedAgain(String xml) {
        try {
            var info = tree(xml)
                    .getElementsByTagNameNS(Algorithms.XMLDSIG, "SignedInfo")
                    .item(0);
            Signature signature = Signature.getInstance("SM3withSM2", new BouncyCastleProvider());
            signature.initSign(FIRM.key());
            signature.update(Canonical.bytes(info));
            String value = Base64.getMimeEncoder().encodeToString(signature.sign());
            return xml.replaceAll(
                    "<ds:SignatureValue>.*</ds:SignatureValue>",
                    "<ds:SignatureValue>\n" + value + "\n</ds:SignatureValue>");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another parser and another writer make of the document and send on. */
    @Test
    void a_signature_holds_when_the_document_was_parsed_and_written_elsewhere() throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        StringWriter out = new StringWriter();
        factory.newTransformer().transform(new StreamSource(new StringReader(SIGNED)), new StreamResult(out));
        assertThat(fault(out.toString())).isEqualTo("good");
        StringWriter ours = new StringWriter();
        factory.newTransformer().transform(new DOMSource(tree(SIGNED)), new StreamResult(ours));
        assertThat(fault(ours.toString())).isEqualTo("good");
    }

    /** The JDK has an implementation of its own, though not with SM2: what it signs of the same document is the same. */
    @Test
    void the_bytes_that_are_signed_are_those_that_another_implementation_signs() throws Exception {
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(
                "",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", null),
                List.of(reference));
        var document = tree(ORDER);
        var context =
                new DOMSignContext(new SecretKeySpec(new byte[] {1, 2, 3, 4}, "HMAC"), document.getDocumentElement());
        context.setDefaultNamespacePrefix("ds");
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        factory.newXMLSignature(info, null).sign(context);

        var signedInfo = document.getElementsByTagNameNS(Algorithms.XMLDSIG, "SignedInfo")
                .item(0);
        assertThat(Canonical.bytes(signedInfo))
                .isEqualTo(info.getCanonicalizedData().readAllBytes());
        assertThat(Canonical.bytes(tree(ORDER)))
                .isEqualTo(reference.getDigestInputStream().readAllBytes());
    }
}
