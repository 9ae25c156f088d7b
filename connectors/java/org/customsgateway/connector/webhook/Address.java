package org.customsgateway.connector.webhook;

import java.net.URI;
import java.time.Instant;

/**
 * Where replies are posted to. One that is registered again, be it the same, is another: somebody says that there is somebody.
 *
 * @param since when it was registered
 */
public record Address(URI url, Instant since) {}
