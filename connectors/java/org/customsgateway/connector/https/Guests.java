package org.customsgateway.connector.https;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.HttpsWire;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;
import org.customsgateway.connector.Token;
import org.customsgateway.message.PartnerId;

/** Who may come in: the partners, by their tokens. */
final class Guests {

    /** RFC 6750, 2.1; longer ones are none of ours. */
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]{1,200}=*) *");

    private final Clock clock;
    private final Map<PartnerId, Guest> guests = new ConcurrentHashMap<>();
    private volatile Map<String, Guest> byHash = Map.of();
    private volatile Set<String> certificates = Set.of();

    Guests(Clock clock) {
        this.clock = clock;
    }

    synchronized void admit(Partner partner, HttpsWire wire) {
        Guest before = guests.get(partner.id());
        Rate rate = before == null ? new Rate(clock) : before.rate();
        guests.put(partner.id(), new Guest(partner, wire, rate, new Semaphore(wire.requests())));
        look();
    }

    synchronized void dismiss(PartnerId partner) {
        guests.remove(partner);
        look();
    }

    private void look() {
        var tokens = new HashMap<String, Guest>();
        guests.values().forEach(guest -> guest.wire().tokens().forEach(token -> tokens.put(token.sha256(), guest)));
        byHash = Map.copyOf(tokens);
        certificates = guests.values().stream()
                .flatMap(guest -> guest.wire().certificates().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** SHA-256 of all client certificates that are agreed with anybody. */
    Set<String> certificates() {
        return certificates;
    }

    /**
     * The partner whose token this is, while it is valid. What the time of the look-up tells is about the token's hash, which does not
     * lead to the token.
     *
     * @param authorization the header's value, or null
     */
    Optional<Guest> find(String authorization) {
        var bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        String hash = Token.hash(bearer.group(1));
        return Optional.ofNullable(byHash.get(hash))
                .filter(guest -> guest.wire().tokens().stream()
                        .anyMatch(token -> same(token.sha256(), hash) && token.isValid(clock.instant())));
    }

    /** Whether it is one that was agreed with the partner, and valid still: TLS asks that when a session begins, which may be long ago. */
    boolean agreed(Guest guest, X509Certificate shown) {
        try {
            shown.checkValidity(Date.from(clock.instant()));
            return guest.wire().certificates().contains(Fingerprint.of(shown));
        } catch (CertificateException unreadableOrNotValid) {
            return false;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
