package org.customsgateway.mapping.xmldsig;

/** Why a signature is not good: the sender's fault, on its way to become a problem. */
final class Bad extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    private final String rule;

    private Bad(String rule, String text) {
        super(text, null, false, false);
        this.rule = rule;
    }

    /** It is not built as agreed. What the sender wrote may be in it, and be of any length. */
    static Bad form(String what) {
        String told = what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
        return new Bad(
                "XMLDSIG-FORM",
                "The signature is not in the form that is agreed: " + told
                        + ". Sign the whole document with one enveloped signature, SM2 over SM3.");
    }

    static Bad missing() {
        return new Bad("XMLDSIG-MISSING", "The message is not signed: sign it, or agree that it need not be.");
    }

    static Bad tooLarge(long most) {
        return new Bad(
                "XMLDSIG-LIMIT",
                "The message has more than the " + most
                        + " bytes agreed for signed ones: split it and sign each part.");
    }

    static Bad unknownCertificate() {
        return new Bad(
                "XMLDSIG-CERTIFICATE",
                "The certificate in the signature is none of those agreed: sign with one of these, or agree on the new one first.");
    }

    static Bad expired() {
        return new Bad(
                "XMLDSIG-EXPIRED",
                "The certificate of the signature was not valid when the message came: renew it and agree on the new one.");
    }

    static Bad value() {
        return new Bad("XMLDSIG-VALUE", "The signature was not made with the key of a certificate that is agreed.");
    }

    static Bad digest() {
        return new Bad(
                "XMLDSIG-DIGEST", "The message is not what was signed: it was changed afterwards. Sign it again.");
    }

    String rule() {
        return rule;
    }
}
