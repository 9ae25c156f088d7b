package org.customsgateway.simulate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a back-end can say about a declaration, as Response FunctionCode (WCO 017) and Status/NameCode (WCO 379). The
 * gateway's reading of the same codes is {@code mappings/_shared/decisions.csv}; nothing in Java ties the two.
 */
public enum Say {
    ACCEPTED("01", ""),
    WARNED("01", "WRN"),
    REJECTED("03", ""),
    INSPECT("05", ""),
    DOCUMENTS("06", ""),
    RELEASE("08", ""),
    CLEAR("09", ""),
    CANCELLED("10", ""),
    RFI("11", "RFI"),
    RFS("11", "RFS"),
    DNL("11", "DNL"),
    ASSESSED("11", "ASC"),
    REVIEW("11", "REV"),
    HOLD("11", "HLD"),
    UNHOLD("11", "HRM"),
    TAX("13", ""),
    PAID("13", "PAD"),
    INSUFFICIENT("14", "");

    private final String functionCode;
    private final String nameCode;

    Say(String functionCode, String nameCode) {
        this.functionCode = functionCode;
        this.nameCode = nameCode;
    }

    public String functionCode() {
        return functionCode;
    }

    /** Empty where the function code says it all. */
    public String nameCode() {
        return nameCode;
    }

    /** The word in a script. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Say> of(String word) {
        return Stream.of(values()).filter(say -> say.word().equals(word)).findFirst();
    }
}
