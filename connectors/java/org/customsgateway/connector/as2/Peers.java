package org.customsgateway.connector.as2;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;
import org.customsgateway.message.PartnerId;

/** The partners, found by the pair of names that a message carries. */
final class Peers {

    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

    private final Clock clock;
    private final Map<PartnerId, Peer> byId = new ConcurrentHashMap<>();
    private volatile Map<List<String>, Peer> byNames = Map.of();

    Peers(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit(Partner partner, As2Wire wire) {
        var before = byId.get(partner.id());
        var rate = before == null ? new Rate(clock) : before.rate();
        byId.put(partner.id(), new Peer(partner, wire, rate, new Semaphore(wire.requests())));
        look();
    }

    synchronized void dismiss(PartnerId partner) {
        byId.remove(partner);
        look();
    }

    private void look() {
        var names = new java.util.HashMap<List<String>, Peer>();
        byId.values()
                .forEach(peer -> names.put(List.of(peer.wire().id(), peer.wire().ours()), peer));
        byNames = Map.copyOf(names);
    }

    /** By {@code AS2-From} and {@code AS2-To} as they stand in the header. */
    Optional<Peer> find(String from, String to) {
        return Optional.ofNullable(byNames.get(List.of(name(from), name(to))));
    }

    Optional<Peer> find(PartnerId partner) {
        return Optional.ofNullable(byId.get(partner));
    }

    Collection<Peer> all() {
        return byId.values();
    }

    /** RFC 4130, 6.2: quotes may stand around a name. */
    private static String name(String header) {
        var quoted = QUOTED.matcher(header.strip());
        return quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : header.strip();
    }

    /** As it goes into a header. */
    static String header(String name) {
        return name.contains(" ") ? "\"" + name + "\"" : name;
    }
}
