package org.customsgateway.mapping;

import java.util.Map;
import org.glassfish.jaxb.runtime.marshaller.NamespacePrefixMapper;

/** The prefixes that our documents bear: they mean nothing to a machine, but people read these files. */
final class WcoPrefixes extends NamespacePrefixMapper {

    static final String WRAPPER = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
    static final String DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2";
    static final String DATES = "urn:wco:datamodel:WCO:Declaration_DS:DMS:2";

    private static final Map<String, String> PREFIXES = Map.of(
            WRAPPER,
            "md",
            DECLARATION,
            "dec",
            DATES,
            "dt",
            "urn:wco:datamodel:WCO:RES-DMS:2",
            "res",
            "urn:wco:datamodel:WCO:Response_DS:DMS:2",
            "rt");

    @Override
    public String getPreferredPrefix(String namespace, String suggestion, boolean requirePrefix) {
        return PREFIXES.getOrDefault(namespace, suggestion);
    }
}
