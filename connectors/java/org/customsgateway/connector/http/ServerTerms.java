package org.customsgateway.connector.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How one server is spoken to.
 *
 * @param trust PEM file of the authorities that vouch for it, instead of Java's own
 * @param connectTimeout for a connection to stand, and for the handshake
 * @param timeout its longest silence
 * @param connections most at a time
 * @param longestAnswer bytes of an answer's body that are read
 */
public record ServerTerms(
        Optional<Path> trust, Duration connectTimeout, Duration timeout, int connections, int longestAnswer) {}
