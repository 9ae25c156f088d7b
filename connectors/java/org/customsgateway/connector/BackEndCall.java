package org.customsgateway.connector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a back-end is reached that is asked over HTTP.
 *
 * @param url where declarations are posted to
 * @param token sent as a bearer token (RFC 6750), if any
 * @param trust PEM file with the authorities that vouch for its server, instead of Java's own
 * @param connectTimeout for a connection to stand, and for the handshake
 * @param answer longest time for an answer
 * @param connections most requests at a time
 */
public record BackEndCall(
        URI url,
        Optional<Secret> token,
        Optional<Path> trust,
        Duration connectTimeout,
        Duration answer,
        int connections) {}
