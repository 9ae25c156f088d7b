package org.customsgateway.connector;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A range of addresses in CIDR notation: {@code 10.0.0.0/8}, {@code fd00::/8}; an address alone is a range of one. */
public record Network(InetAddress address, int prefix) {

    /** @throws IllegalArgumentException with what to write instead */
    public static Network parse(String text) {
        var slash = text.indexOf('/');
        var parsed = literal(slash < 0 ? text : text.substring(0, slash));
        if (parsed.isPresent()) {
            var bits = parsed.get().getAddress().length * 8;
            var rest = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
            if (rest.matches("[0-9]{1,3}") && Integer.parseInt(rest) <= bits) {
                return new Network(parsed.get(), Integer.parseInt(rest));
            }
        }
        throw new IllegalArgumentException("must be a network or an address: 10.0.0.0/8, fd00::/8 or 192.168.1.7");
    }

    /** An address in the usual form; empty of anything that may be a name, since no name server must ever be asked. */
    static Optional<InetAddress> literal(String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            try {
                return Optional.of(InetAddress.getByName(text));
            } catch (UnknownHostException notAnAddress) {
                // as any other text
            }
        }
        return Optional.empty();
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
