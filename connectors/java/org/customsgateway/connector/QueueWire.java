package org.customsgateway.connector;

import java.util.Optional;

/**
 * The partner uses the gateway's broker.
 *
 * @param in queue that it sends to
 * @param out queue that replies are sent to
 * @param user its login at the embedded broker
 * @param password of that login; none with an external broker, which has its own users
 */
public record QueueWire(String in, String out, String user, Optional<Secret> password) {}
