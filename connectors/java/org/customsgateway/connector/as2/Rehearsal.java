package org.customsgateway.connector.as2;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.DatedCertificate;
import org.customsgateway.connector.Dispatch;

/** Tries out what is agreed with a partner, without the partner: whether keys are there, fit, and follow each other without a gap. */
public final class Rehearsal {

    private static final Duration NOTICE = Duration.ofDays(30);

    private final As2Wire wire;
    private final OwnKeys keys;
    private final Path folder;
    private final Clock clock;
    private final List<String> good = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    private Rehearsal(As2Wire wire, OwnKeys keys, Path folder, Clock clock) {
        this.wire = wire;
        this.keys = keys;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param bad what somebody must do something about
     */
    public record Findings(List<String> good, List<String> bad) {}

    /** @param folder for messages on their way */
    public static Findings of(As2Wire wire, OwnKeys keys, Path folder, Clock clock) {
        var rehearsal = new Rehearsal(wire, keys, folder, clock);
        rehearsal.theirs();
        rehearsal.ours();
        rehearsal.message();
        return new Findings(List.copyOf(rehearsal.good), List.copyOf(rehearsal.bad));
    }

    private void theirs() {
        Instant now = clock.instant();
        Instant end = now;
        for (DatedCertificate each : wire.certificates().stream()
                .sorted(Comparator.comparing(DatedCertificate::from))
                .toList()) {
            good.add("partner's certificate " + each.certificate().getSubjectX500Principal() + " counts from "
                    + each.from() + " until " + each.until());
            if (each.until().isAfter(end)) {
                if (each.from().isAfter(end)) {
                    bad.add("no certificate of the partner's counts from " + end + " until " + each.from());
                }
                end = each.until();
            }
        }
        ends("the partner's last certificate", end);
    }

    private void ours() {
        Optional<OwnKey> key = keys.signing(wire, clock.instant());
        if (key.isEmpty()) {
            bad.add("no key of the gateway's own is valid now");
            return;
        }
        good.add("the gateway signs with '" + key.get().alias() + "', which ends on "
                + key.get().certificate().getNotAfter().toInstant());
        Instant now = clock.instant();
        Instant end = now;
        // as long as one follows the other
        for (Optional<OwnKey> next = key; next.isPresent(); next = keys.signing(wire, end)) {
            end = next.get().certificate().getNotAfter().toInstant().plusSeconds(1);
            if (!wire.keys().isEmpty()) {
                var alias = next.get().alias();
                Instant until = end;
                end = wire.keys().stream()
                        .filter(each -> each.alias().equalsIgnoreCase(alias))
                        .map(each -> each.until().isBefore(until) ? each.until() : until)
                        .max(Comparator.naturalOrder())
                        .orElse(until);
            }
        }
        ends("the gateway's signing keys", end);
    }

    private void ends(String what, Instant end) {
        long days = Math.max(0, Duration.between(clock.instant(), end).toDays());
        var text = what + " end" + (what.endsWith("s") ? "" : "s") + " in " + days + " days";
        (end.isBefore(clock.instant().plus(NOTICE)) ? bad : good).add(text);
    }

    /** To the partner as far as it goes, and to ourselves the whole way. */
    private void message() {
        try {
            var file = java.nio.file.Files.writeString(folder.resolve("rehearsal.xml"), "<rehearsal/>");
            var sealing = new Sealing(keys, folder, () -> "rehearsal", clock);
            try (var sealed = sealing.seal(wire, Dispatch.of("rehearsal.xml", file))) {
                good.add("a message to the partner can be sealed: MIC "
                        + sealed.mic().field());
            }
            ourselves(sealing, file);
        } catch (IOException e) {
            bad.add("no message can be sealed: " + e.getMessage());
        }
    }

    private void ourselves(Sealing sealing, Path file) throws IOException {
        var key = keys.signing(wire, clock.instant());
        if (key.isEmpty()) {
            return;
        }
        var certificate = key.get().certificate();
        var own = new DatedCertificate(
                certificate,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        var mirror = new As2Wire(
                wire.ours(), wire.id(), List.of(own), wire.keys(), wire.receiving(), wire.sending(), wire.requests());
        try (var sealed = sealing.seal(mirror, Dispatch.of("rehearsal.xml", file));
                var opening = new Opening(mirror, new Decryption(keys), folder, 1 << 20, clock.instant())) {
            var opened = opening.open(sealed.headers(), sealed.body().all());
            if (opened.mic(sealed.mic().algorithm()).equals(sealed.mic())) {
                good.add("a message as it goes out would be taken here, with the same MIC");
            } else {
                bad.add("a message as it goes out would have another MIC here");
            }
        } catch (Refusal e) {
            // it may well be that less is asked of what goes out than of what comes in
            bad.add("a message as it goes out would not be taken here: " + e.disposition() + ", " + e.getMessage());
        }
    }
}
