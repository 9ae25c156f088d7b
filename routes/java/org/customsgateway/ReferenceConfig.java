package org.customsgateway;

import java.time.Clock;
import org.customsgateway.mapping.reference.References;

/** The settings of the reference data: {@code gateway.reference.*}. */
final class ReferenceConfig {

    private ReferenceConfig() {}

    /** Not read yet. */
    static References references(GatewayConfig config, Clock clock) {
        String outside = config.text("gateway.reference.dir");
        return References.in(
                config.mappings().resolve("reference"),
                outside.isEmpty() ? null : config.home().resolve(outside),
                clock);
    }
}
