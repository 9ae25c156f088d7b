package org.customsgateway.connector.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.PublicAddress;

/**
 * Looks up the addresses of a partner's host and gives out those only that may be connected to. The client connects to what it
 * gets here and asks nobody again, so a name that is given another address a moment later gains nothing by it.
 */
record AllowedAddresses(DnsResolver names, List<Network> allow) implements DnsResolver {

    /** Of a host with many, so that trying them all does not take for ever. */
    private static final int MOST = 4;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var allowed = Stream.of(names.resolve(host))
                .filter(address -> PublicAddress.is(address, allow))
                .limit(MOST)
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new UnknownHostException("not connected to " + host
                    + ": it is not on the public internet, and its network is not in wires.webhook.allow");
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
