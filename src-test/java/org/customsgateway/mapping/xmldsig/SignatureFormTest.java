package org.customsgateway.mapping.xmldsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.mapping.xmldsig.SignedOrder.FIRM;
import static org.customsgateway.mapping.xmldsig.SignedOrder.LARGEST;
import static org.customsgateway.mapping.xmldsig.SignedOrder.ORDER;
import static org.customsgateway.mapping.xmldsig.SignedOrder.SIGNED;
import static org.customsgateway.mapping.xmldsig.SignedOrder.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.customsgateway.Sm2Party;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature has one form, and in every other it is refused. */
class SignatureFormTest {

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
}
