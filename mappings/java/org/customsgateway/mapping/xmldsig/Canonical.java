package org.customsgateway.mapping.xmldsig;

import java.io.ByteArrayOutputStream;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Node;

/** Canonical XML 1.0 without comments: the bytes that are signed. */
final class Canonical {

    static {
        Init.init();
    }

    private Canonical() {}

    /** A document, or an element with the namespaces that hold where it stands. */
    static byte[] bytes(Node node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(node, out);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("a tree that was just made cannot be written", e);
        }
        return out.toByteArray();
    }
}
