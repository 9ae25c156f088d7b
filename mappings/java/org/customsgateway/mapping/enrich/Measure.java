package org.customsgateway.mapping.enrich;

import java.util.List;

/** What a rule of quality looks at in a declaration, and what breaks it. */
interface Measure {

    /** @param most what it does at the worst */
    record Breach(Place place, Grade most) {}

    List<Breach> breaches(Scene scene, Position position);
}
