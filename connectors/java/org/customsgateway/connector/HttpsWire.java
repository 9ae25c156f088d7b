package org.customsgateway.connector;

import java.util.List;

/**
 * The partner comes to the gateway's HTTPS listener.
 *
 * @param tokens any of them lets it in while it is valid; two at once let it change over
 * @param certificates SHA-256 of its client certificates, 64 lower-case hexadecimal digits each; where there are any, one of them is
 *     needed beside a token
 * @param requests most at a time
 */
public record HttpsWire(List<Token> tokens, List<String> certificates, int requests) {}
