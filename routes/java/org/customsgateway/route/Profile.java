package org.customsgateway.route;

import java.util.LinkedHashMap;
import java.util.Map;
import org.customsgateway.connector.Partner;
import org.customsgateway.mapping.Mapping;

/** What is agreed with a partner about a format: the format's own defaults, and what the partner's file says instead. */
final class Profile {

    private Profile() {}

    static Map<String, String> of(Mapping format, Partner partner) {
        Map<String, String> agreed = new LinkedHashMap<>(format.profile());
        agreed.replaceAll((name, otherwise) -> partner.profile().getOrDefault(name, otherwise));
        return agreed;
    }
}
