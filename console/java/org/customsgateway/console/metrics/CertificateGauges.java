package org.customsgateway.console.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Sm2Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Days until certificates end: the gateway's own, by what they are used for, and those of partners. Each is told by the first digits of
 * its fingerprint (SHA-256), as {@code ./gateway keys list} shows it.
 */
public final class CertificateGauges implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateGauges.class);
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final int DIGITS = 16;
    private static final String OURS = "gateway";

    private final Partners partners;
    private final Map<String, Supplier<List<X509Certificate>>> own;
    private final Clock clock;
    private final Labelled days;

    /** @param own by what they are used for */
    public CertificateGauges(
            Partners partners, Map<String, Supplier<List<X509Certificate>>> own, MeterRegistry registry, Clock clock) {
        this.partners = partners;
        this.own = Map.copyOf(own);
        this.clock = clock;
        days = Labelled.of(
                registry, "gateway.certificate.expiry.days", "Days until the certificate ends; below 0 since");
    }

    @Override
    public void run() {
        Map<Tags, Double> all = new HashMap<>();
        own.forEach((use, certificates) ->
                readable(use, certificates).forEach(each -> put(all, OURS, use, each, end(each))));
        for (Partner partner : partners.all()) {
            put(all, partner);
        }
        days.show(all);
    }

    private void put(Map<Tags, Double> all, Partner partner) {
        String id = partner.id().value();
        partner.wires()
                .as2()
                .ifPresent(as2 ->
                        as2.certificates().forEach(each -> put(all, id, "as2", each.certificate(), each.until())));
        partner.signature().ifPresent(signature -> {
            signature.certificates().forEach(each -> put(all, id, "signature", each, end(each)));
            signature.own().map(Sm2Key::certificate).ifPresent(own -> put(all, OURS, "signature", own, end(own)));
        });
    }

    private void put(Map<Tags, Double> all, String owner, String use, X509Certificate certificate, Instant end) {
        try {
            var tags = Tags.of(
                    "owner", owner,
                    "use", use,
                    "certificate", Fingerprint.of(certificate).substring(0, DIGITS));
            all.put(tags, Duration.between(clock.instant(), end).toSeconds() / DAY);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static Collection<X509Certificate> readable(String use, Supplier<List<X509Certificate>> certificates) {
        try {
            return certificates.get();
        } catch (RuntimeException e) {
            // half written, perhaps: the listener keeps what it has, and the next reading looks again
            LOG.warn("the certificates of {} cannot be read: {}", use, e.toString());
            return List.of();
        }
    }
}
