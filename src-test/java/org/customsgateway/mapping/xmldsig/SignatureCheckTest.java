package org.customsgateway.mapping.xmldsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.mapping.xmldsig.SignedOrder.FIRM;
import static org.customsgateway.mapping.xmldsig.SignedOrder.ORDER;
import static org.customsgateway.mapping.xmldsig.SignedOrder.SIGNED;
import static org.customsgateway.mapping.xmldsig.SignedOrder.STRANGER;
import static org.customsgateway.mapping.xmldsig.SignedOrder.fault;
import static org.customsgateway.mapping.xmldsig.SignedOrder.signed;
import static org.customsgateway.mapping.xmldsig.SignedOrder.without;

import org.customsgateway.Sm2Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed what, and when. */
class SignatureCheckTest {

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

    private static String signature(String signed) {
        return signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + 15);
    }

    private static String keyInfo(String signed) {
        return signed.substring(signed.indexOf("<ds:KeyInfo>"), signed.indexOf("</ds:KeyInfo>") + 13);
    }
}
