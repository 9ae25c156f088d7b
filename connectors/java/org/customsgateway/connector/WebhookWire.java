package org.customsgateway.connector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Replies are posted to the partner's own address, signed by Standard Webhooks 1.0. A way out only.
 *
 * @param url where to; empty where the partner registers it
 * @param keys what is signed with: all that are valid at the time, so that they can be changed without a gap; never empty
 * @param batch most events in one request (CloudEvents 1.0, JSON batch format); 1 for each by itself
 * @param allow networks that may be connected to although they are not public
 * @param plain whether http will do
 * @param trust PEM file with the authorities that the partner's server is to be vouched for by, instead of Java's own
 * @param connectTimeout for a connection to stand, and for the handshake
 * @param timeout for the whole answer
 */
public record WebhookWire(
        Optional<URI> url,
        List<SigningKey> keys,
        int batch,
        List<Network> allow,
        boolean plain,
        Optional<Path> trust,
        Duration connectTimeout,
        Duration timeout) {

    /**
     * An address that replies may be posted to, as far as it can be told without looking its host up.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    public static URI address(String text, boolean plain) {
        var expected = plain ? "https://host/path or http://host/path" : "https://host/path";
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("must be an address: " + expected, notOne);
        }
        var schemed = "https".equalsIgnoreCase(uri.getScheme()) || plain && "http".equalsIgnoreCase(uri.getScheme());
        if (!schemed || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("must be an address: " + expected);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || text.length() > 2_000) {
            throw new IllegalArgumentException("must be " + expected + ", short, without user, password and '#'");
        }
        return uri;
    }

    /**
     * The same of one that the partner may name, so that nobody is led into a network that is not the partner's.
     *
     * @param allow networks that will do although they are not public
     */
    public static URI address(String text, boolean plain, List<Network> allow) {
        var uri = address(text, plain);
        var literal = Network.literal(uri.getHost().replaceAll("[\\[\\]]", ""));
        if (literal.isPresent() && !PublicAddress.is(literal.get(), allow)) {
            throw new IllegalArgumentException("is not on the public internet, and its network was not agreed");
        }
        return uri;
    }
}
