package org.customsgateway.mapping.xmldsig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
import org.customsgateway.Sm2Party;
import org.customsgateway.mapping.Limits;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed what: good signatures, and every way in which one is not. */
class SignatureCheckTest {

    private static final Sm2Party FIRM = Sm2Party.valid();
    private static final Sm2Party STRANGER = Sm2Party.valid();
    private static final long LARGEST = 1 << 20;
    private static final String ORDER = order();
    private static final String SIGNED = signed(FIRM, ORDER);

    private static String order() {
        try {
            return Files.readString(
                    Path.of("src-test/golden/cn-ceb-311/accepts-an-order-with-everything-in-it/input.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signed(Sm2Party by, String xml) {
        byte[] signed = new Signer(by.certificate(), by.key()).sign(xml.getBytes(StandardCharsets.UTF_8));
        return new String(signed, StandardCharsets.UTF_8);
    }

    private static String fault(String xml, boolean required, Sm2Party... agreed) {
        return fault(xml, required, false, agreed);
    }

    private static String fault(String xml, boolean required, boolean sha1, Sm2Party... agreed) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Sm2Party party : agreed) {
            certificates.add(party.certificate());
        }
        try {
            return new SignatureCheck(certificates, required, sha1, LARGEST)
                    .problem(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Sm2Party.NOW)
                    .map(Problem::rule)
                    .orElse("good");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(String xml) {
        return fault(xml, true, FIRM);
    }

    @Test
    void what_we_sign_is_good() {
        assertThat(fault(SIGNED)).isEqualTo("good");
        assertThat(SIGNED).contains("<ceb:orderNo>ORDER-2026-000001</ceb:orderNo>");
    }

    @Test
    void one_of_several_certificates_is_enough_while_one_takes_the_place_of_another() {
        assertThat(fault(SIGNED, true, STRANGER, FIRM)).isEqualTo("good");
        assertThat(fault(without(SIGNED, "KeyInfo"), true, STRANGER, FIRM)).isEqualTo("good");
    }

    @Test
    void a_message_without_a_signature_is_refused_unless_that_is_agreed() {
        assertThat(fault(ORDER, true, FIRM)).isEqualTo("XMLDSIG-MISSING");
        assertThat(fault(ORDER, false, FIRM)).isEqualTo("good");
    }

    @Test
    void a_signature_that_need_not_be_there_must_be_good_all_the_same() {
        assertThat(fault(SIGNED.replace("150.5", "1.5"), false, FIRM)).isEqualTo("XMLDSIG-DIGEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ceb:orderNo>ORDER-2026-000001</ceb:orderNo>|<ceb:orderNo>ORDER-2026-000002</ceb:orderNo>",
                "version=\"1.0\">|version=\"v1.0\">",
                "<ceb:note>none</ceb:note>|",
                "<ceb:BaseTransfer>|<ceb:Order/><ceb:BaseTransfer>",
                "<ceb:Order>|<?now then?><ceb:Order>",
                "</ceb:CEB311Message>|<ceb:Order/></ceb:CEB311Message>",
            })
    void what_was_changed_after_it_was_signed_is_refused(String change) {
        String[] parts = change.split("\\|", 2);
        assertThat(SIGNED).contains(parts[0]);
        assertThat(fault(SIGNED.replace(parts[0], parts[1]))).isEqualTo("XMLDSIG-DIGEST");
    }

    @Test
    void comments_and_the_way_of_writing_are_not_signed() {
        String rewritten = SIGNED.replace("<ceb:Order>", "<!-- here --><ceb:Order  >")
                .replace("<ceb:note></ceb:note>", "<ceb:note/>")
                .replace("Example Shop", "<![CDATA[Example Shop]]>")
                .replace(" version=\"1.0\"", "\n  version='1.0'");
        assertThat(rewritten).isNotEqualTo(SIGNED);
        assertThat(fault(rewritten)).isEqualTo("good");
    }

    @Test
    void a_signature_of_somebody_else_is_refused() {
        assertThat(fault(signed(STRANGER, ORDER))).isEqualTo("XMLDSIG-CERTIFICATE");
        assertThat(fault(without(signed(STRANGER, ORDER), "KeyInfo"))).isEqualTo("XMLDSIG-VALUE");
    }

    @Test
    void a_signature_of_somebody_else_under_our_partners_certificate_is_refused() {
        String forged = signed(STRANGER, ORDER).replaceAll("(?s)<ds:KeyInfo>.*</ds:KeyInfo>", keyInfo(SIGNED));
        assertThat(fault(forged)).isEqualTo("XMLDSIG-VALUE");
    }

    @Test
    void the_signature_of_one_message_is_none_of_another() {
        String other = ORDER.replace("ORDER-2026-000001", "ORDER-2026-000009");
        String moved = other.replace("</ceb:CEB311Message>", signature(SIGNED) + "</ceb:CEB311Message>");
        assertThat(fault(moved)).isEqualTo("XMLDSIG-DIGEST");
    }

    @Test
    void a_digest_that_was_mended_after_signing_is_refused() {
        String changed = SIGNED.replace("150.5", "1.5");
        String unsigned = changed.replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");
        String digest = signed(STRANGER, unsigned).replaceAll("(?s).*(<ds:DigestValue>.*</ds:DigestValue>).*", "$1");
        assertThat(fault(changed.replaceAll("<ds:DigestValue>.*</ds:DigestValue>", digest)))
                .isEqualTo("XMLDSIG-VALUE");
    }

    @Test
    void a_certificate_counts_only_while_it_is_valid() {
        Sm2Party expired = Sm2Party.expired();
        Sm2Party early = Sm2Party.early();
        assertThat(fault(signed(expired, ORDER), true, expired)).isEqualTo("XMLDSIG-EXPIRED");
        assertThat(fault(signed(early, ORDER), true, early)).isEqualTo("XMLDSIG-EXPIRED");
    }

    @Test
    void a_certificate_may_be_renewed_without_another_key() {
        Sm2Party before = FIRM.before();
        assertThat(fault(signed(before, ORDER), true, before, FIRM)).isEqualTo("XMLDSIG-EXPIRED");
        assertThat(fault(without(SIGNED, "KeyInfo"), true, before)).isEqualTo("XMLDSIG-EXPIRED");
        assertThat(fault(without(SIGNED, "KeyInfo"), true, before, FIRM)).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what is signed is somewhere else than what is read
                "<ds:Reference URI=\"\">|<ds:Reference URI=\"#order\">",
                "<ds:Reference URI=\"\">|<ds:Reference>",
                "<ds:Reference URI=\"\">|<ds:Reference URI=\"http://127.0.0.1/order.xml\">",
                "</ds:Reference>|</ds:Reference><ds:Reference URI=\"#x\"/>",
                "</ds:KeyInfo>|</ds:KeyInfo><ds:Object><ceb:Order xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\"/></ds:Object>",
                "<ds:KeyName>|<ds:KeyName><ceb:Order/>",
                "<ds:SignatureValue>|<ds:SignatureValue><!-- x --><ceb:Order/>",
                // what would be left out of what is signed
                "xmldsig#enveloped-signature|xmldsig#base64",
                "2000/09/xmldsig#enveloped-signature|TR/1999/REC-xslt-19991116",
                "<ds:Transforms>|<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>false()</ds:XPath></ds:Transform>",
                "REC-xml-c14n-20010315\"></ds:Can|REC-xml-c14n-20010315#WithComments\"></ds:Can",
                // algorithms that are not agreed
                "2022/04/xmldsig#sm3\"|2000/09/xmldsig#sha1\"",
                "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3\"|http://www.w3.org/2000/09/xmldsig#sm3\"",
                "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3|http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3|http://www.w3.org/2001/04/xmldsig-more#none",
                // and what is simply broken
                "<ds:DigestValue>|<ds:DigestValue>!",
                "<ds:SignedInfo>|<ds:SignedInfo Id=\"x\">",
                "<ds:SignedInfo>|<ds:SignedInfo>text",
                "<ceb:BaseTransfer>|<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/><ceb:BaseTransfer>",
            })
    void a_signature_in_another_form_is_refused_by_its_form(String change) {
        String[] parts = change.split("\\|", 2);
        assertThat(SIGNED).contains(parts[0]);
        assertThat(fault(SIGNED.replace(parts[0], parts[1]))).isEqualTo("XMLDSIG-FORM");
    }

    @Test
    void what_the_sender_wrote_is_told_shortened() throws IOException {
        String raw = SIGNED.replace("xmldsig#sm2-sm3", "x".repeat(50_000));
        Optional<Problem> problem = new SignatureCheck(List.of(FIRM.certificate()), true, false, LARGEST)
                .problem(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), Sm2Party.NOW);
        assertThat(problem.orElseThrow().text()).contains("xxx").hasSizeLessThan(500);
    }

    @Test
    void a_signed_message_wrapped_in_another_is_refused() {
        String inner = SIGNED.substring(SIGNED.indexOf("<ceb:CEB311Message"));
        String wrapped = ORDER.replace(
                "<ceb:BaseTransfer>", "<ceb:ExtendMessage>" + inner + "</ceb:ExtendMessage><ceb:BaseTransfer>");
        assertThat(fault(wrapped)).isEqualTo("XMLDSIG-FORM");
        assertThat(fault(wrapped, false, FIRM)).isEqualTo("XMLDSIG-FORM");
    }

    @Test
    void an_inherited_attribute_of_xml_itself_is_refused() {
        assertThat(fault(SIGNED.replace("version=\"1.0\"", "version=\"1.0\" xml:lang=\"zh\"")))
                .isEqualTo("XMLDSIG-FORM");
    }

    @Test
    void a_message_over_the_limit_is_refused_before_it_is_read() throws IOException {
        SignatureCheck check = new SignatureCheck(List.of(FIRM.certificate()), true, false, SIGNED.length() - 1);
        Optional<Problem> problem =
                check.problem(new ByteArrayInputStream(SIGNED.getBytes(StandardCharsets.UTF_8)), Sm2Party.NOW);
        assertThat(problem).map(Problem::rule).contains("XMLDSIG-LIMIT");
        assertThat(problem)
                .map(Problem::text)
                .hasValueSatisfying(text -> assertThat(text).contains(String.valueOf(SIGNED.length() - 1)));
    }

    @Test
    void what_has_a_document_type_is_refused() {
        assertThat(fault(SIGNED.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e \"y\">]>\n")))
                .isEqualTo("XMLDSIG-FORM");
    }

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

    private static org.w3c.dom.Document tree(String xml) {
        try {
            return Tree.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String signed) {
        return signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + 15);
    }

    private static String keyInfo(String signed) {
        return signed.substring(signed.indexOf("<ds:KeyInfo>"), signed.indexOf("</ds:KeyInfo>") + 13);
    }

    private static String without(String signed, String element) {
        return signed.replaceAll("(?s)<ds:" + element + ">.*</ds:" + element + ">", "");
    }
}
