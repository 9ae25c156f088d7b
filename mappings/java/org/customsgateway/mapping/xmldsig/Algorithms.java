package org.customsgateway.mapping.xmldsig;

import java.util.List;

/**
 * Names of algorithms, as they stand in a signature.
 *
 * @param signature SM2 over SM3
 * @param digest SM3
 */
record Algorithms(String signature, String digest) {

    static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String CANONICAL = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    static final String ENVELOPED = XMLDSIG + "enveloped-signature";

    /** As the e-port of China writes them since 2022; what we write. */
    static final Algorithms EPORT = new Algorithms(
            "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3", "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3");

    /** As they were written before; the W3C has no names for them. */
    private static final Algorithms EARLIER = new Algorithms(XMLDSIG + "sm2-sm3", XMLDSIG + "sm3");

    /** As the cards of the e-port wrote them until then: SHA-1 of the document, and SM2 over SM3 of what says so. */
    private static final Algorithms CARDS = new Algorithms(XMLDSIG + "sm2-sm3", XMLDSIG + "sha1");

    static boolean known(Algorithms found, boolean sha1) {
        return List.of(EPORT, EARLIER).contains(found) || sha1 && CARDS.equals(found);
    }

    byte[] digest(byte[] text) {
        return equals(CARDS) ? Sm2.sha1(text) : Sm2.digest(text);
    }
}
