package org.customsgateway.mapping.view;

import java.util.Map;
import org.customsgateway.mapping.Stylesheet;
import org.customsgateway.mapping.xml.XsdCheck;

/**
 * What an authority makes of the WCO Data Model: a document of its own, with codes of its own, made of what a view has left of a
 * declaration. Nothing leaves that its schema refuses.
 *
 * @param file of the view
 * @param parameters of the stylesheet
 */
record Customisation(String file, Stylesheet stylesheet, Map<String, String> parameters, XsdCheck schema) {

    /**
     * @throws IllegalStateException where it cannot be made, or would not be taken: the view has to be mended, or the row that sends
     *     such declarations to it
     */
    byte[] of(byte[] declaration) {
        byte[] made = stylesheet.transform(declaration, parameters);
        String breach = schema.firstBreach(made);
        if (!breach.isEmpty()) {
            throw new IllegalStateException(file + ": what is made is not valid: " + breach);
        }
        return made;
    }
}
