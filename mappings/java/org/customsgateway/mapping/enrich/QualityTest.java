package org.customsgateway.mapping.enrich;

import java.util.Locale;

/** The four tests of the WCO-UPU guidelines on electronic advance data. */
public enum QualityTest {
    /** It comes before the goods. */
    TIMELINESS,
    /** It is what the goods are. */
    ACCURACY,
    /** All is there that is needed. */
    COMPLETENESS,
    /** One part of it agrees with the other, and with the lists that all share. */
    CONSISTENCY;

    static QualityTest named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
