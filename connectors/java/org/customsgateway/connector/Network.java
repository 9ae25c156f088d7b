package org.customsgateway.connector;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses in CIDR notation: {@code 10.0.0.0/8}, {@code fd00::/8}; an address alone is a range of one. */
public record Network(InetAddress address, int prefix) {

    /** @throws IllegalArgumentException with what to write instead */
    public static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        // only what cannot be a name: parsing must never ask a name server
        if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            try {
                var parsed = InetAddress.getByName(address);
                var bits = parsed.getAddress().length * 8;
                var rest = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
                if (rest.matches("[0-9]{1,3}") && Integer.parseInt(rest) <= bits) {
                    return new Network(parsed, Integer.parseInt(rest));
                }
            } catch (UnknownHostException notAnAddress) {
                // told below
            }
        }
        throw new IllegalArgumentException("must be a network or an address: 10.0.0.0/8, fd00::/8 or 192.168.1.7");
    }

    public boolean contains(InetAddress other) {
        var own = address.getAddress();
        var others = other.getAddress();
        var shift = own.length * 8 - prefix;
        return own.length == others.length
                && new BigInteger(1, own).shiftRight(shift).equals(new BigInteger(1, others).shiftRight(shift));
    }

    /** As written in a partner file. */
    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
