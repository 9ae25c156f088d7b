package org.customsgateway.mapping;

import java.util.List;

/** Says what is wrong with a WCO document that holds a declaration: all that the mapping engine knows of the WCO schemas at run time. */
@FunctionalInterface
public interface DeclarationCheck {

    /** All findings, in document order; empty when it is valid. */
    List<WcoFinding> check(byte[] document);
}
