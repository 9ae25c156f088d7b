package org.customsgateway.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others, by the IANA special-purpose registries of IPv4 and IPv6 (RFC 6890):
 * this machine, private and shared networks, link-local (where clouds keep their metadata), multicast, documentation. One that is
 * public by the registries is not: 168.63.129.16, at which Azure serves each of its machines.
 */
public final class PublicAddress {

    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // Teredo and other protocols, documentation twice, 6to4: of what IPv6 has as global unicast
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::parse)
            .toList();

    /** Global unicast: everything else of IPv6 is not public, an IPv4 address written as one of IPv6 included. */
    private static final Network GLOBAL = Network.parse("2000::/3");

    /** RFC 6052: the last four bytes are the IPv4 address that is reached in the end. */
    private static final Network NAT64 = Network.parse("64:ff9b::/96");

    private PublicAddress() {}

    /** @param allow networks that will do although they are not public */
    public static boolean is(InetAddress address, List<Network> allow) {
        return is(address) || allow.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return is(version4(Arrays.copyOfRange(bytes, 12, 16)));
        }
        return (bytes.length == 4 || GLOBAL.contains(address))
                && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    private static InetAddress version4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }
}
