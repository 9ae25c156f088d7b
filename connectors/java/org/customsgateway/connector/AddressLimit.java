package org.customsgateway.connector;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * How many connections strangers may have, in all and from one address, so that one of them cannot take the places of all
 * others. An IPv6 address counts by its first 64 bits, which is what one customer of a network has (RFC 6177).
 */
public final class AddressLimit {

    private static final int IPV6_NETWORK = 8;

    private final int all;
    private final int each;
    private final Map<String, Integer> present = new HashMap<>();
    private int total;

    /**
     * @param all most in all
     * @param each most from one address; 0 for no limit of its own, as behind a proxy
     */
    public AddressLimit(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** False when there are too many: it is not counted then, and has to go. */
    public synchronized boolean enters(SocketAddress from) {
        String key = key(from);
        int here = present.getOrDefault(key, 0);
        if (total >= all || each > 0 && here >= each) {
            return false;
        }
        present.put(key, here + 1);
        total++;
        return true;
    }

    /** One that was let in, once. */
    public synchronized void leaves(SocketAddress from) {
        total--;
        present.computeIfPresent(key(from), (same, here) -> here == 1 ? null : here - 1);
    }

    private static String key(SocketAddress from) {
        InetAddress address = from instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (address == null) {
            return "";
        }
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, IPV6_NETWORK) : bytes);
    }
}
