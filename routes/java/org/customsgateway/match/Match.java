package org.customsgateway.match;

import java.util.Map;
import org.customsgateway.message.LegKind;

/**
 * The match as its files say it at one moment: the rules, and how the legs become one declaration.
 *
 * @param version short hash of the files: evidence that travels with what was matched by them
 */
public record Match(Rules rules, Join join, String version) {

    /**
     * @param documents of the trio's legs
     * @return the bytes of one WCO declaration
     */
    public byte[] declaration(Trio trio, Map<LegKind, byte[]> documents) {
        String previous = trio.before() == null ? "" : trio.before().itemId();
        return join.declaration(documents, trio.functionCode(), previous);
    }
}
