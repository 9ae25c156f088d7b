package org.customsgateway.connector;

import static org.customsgateway.connector.Values.oneOf;

import java.util.List;
import java.util.Set;
import org.customsgateway.message.LegKind;
import org.customsgateway.message.PartnerId;

/** Binds {@code match} and {@code returns} of a partner file: how what it sends belongs to what others send, or sent before. */
final class MatchReader {

    private MatchReader() {}

    static MatchPolicy match(Section match) {
        var legs = match.list("legs", List.of(), MatchReader::leg);
        var window = match.value("window", MatchPolicy.WINDOW, Values::duration);
        match.end();
        return new MatchPolicy(Set.copyOf(legs), window);
    }

    static ReturnPolicy returns(Section returns) {
        var of = returns.list("of", List.of(), PartnerId::new);
        var unknown = returns.value("unknown", ReturnPolicy.USUAL.unknown(), oneOf(OnDoubt.class));
        var more = returns.value("more", ReturnPolicy.USUAL.more(), oneOf(OnDoubt.class));
        returns.end();
        return new ReturnPolicy(Set.copyOf(of), unknown, more);
    }

    private static LegKind leg(String value) {
        return switch (value) {
            case "payment" -> LegKind.PAYMENT;
            case "logistics" -> LegKind.LOGISTICS;
            default -> throw new IllegalArgumentException("'" + value + "': an order waits for payment or logistics");
        };
    }
}
