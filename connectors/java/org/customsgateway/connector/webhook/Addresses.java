package org.customsgateway.connector.webhook;

import java.util.Optional;
import org.customsgateway.message.PartnerId;

/** Where partners want their replies posted to, as they have registered it themselves. */
@FunctionalInterface
public interface Addresses {

    /** One that {@link org.customsgateway.connector.WebhookWire#address} has let through; asked before each request. */
    Optional<Address> of(PartnerId partner);
}
