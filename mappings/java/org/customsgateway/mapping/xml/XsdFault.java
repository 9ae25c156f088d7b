package org.customsgateway.mapping.xml;

import org.customsgateway.mapping.Element;

/**
 * What a schema validator said, and of which element.
 *
 * @param key of the rule in XML Schema part 1, appendix C ({@code cvc-maxLength-valid})
 * @param message its words without the key
 */
record XsdFault(Element at, String key, String message) {

    static XsdFault of(Element at, String message) {
        int colon = message.indexOf(": ");
        return colon < 0
                ? new XsdFault(at, "", message)
                : new XsdFault(at, message.substring(0, colon), message.substring(colon + 2));
    }

    /** Whether it says that the content of an element is not what it should be: an element missing, unknown or out of place. */
    boolean ofContent() {
        return key.startsWith("cvc-complex-type.2.4");
    }

    /** Whether it only repeats, for the element or attribute, that its value broke a rule that was named just before. */
    boolean echo() {
        return key.equals("cvc-type.3.1.3") || key.equals("cvc-attribute.3") || key.equals("cvc-complex-type.2.2");
    }
}
