package org.customsgateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.OwnKeys;
import org.customsgateway.console.metrics.CertificateGauges;
import org.customsgateway.console.metrics.JavaGauges;
import org.customsgateway.console.metrics.JournalGauges;
import org.customsgateway.console.metrics.MetricsHost;
import org.customsgateway.console.metrics.QualityGauges;
import org.customsgateway.console.metrics.Resting;
import org.customsgateway.journal.Journal;
import org.customsgateway.route.Counts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of one gateway, and where they are scraped from: {@code gateway.metrics.*}. */
final class Metrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counts counts = new Counts(registry);
    private JavaGauges java;
    private MetricsHost host;
    private boolean closed;

    Counts counts() {
        return counts;
    }

    /** Takes the port, where there is to be one. */
    void open(GatewayConfig config) {
        int port = config.number("gateway.metrics.port");
        if (port >= 0) {
            host = new MetricsHost(new InetSocketAddress(config.text("gateway.metrics.host"), port));
        }
    }

    /** Answers. Nobody waits for it: a gateway that starts has better to do. */
    void answer(GatewayConfig config, Journal journal, Partners partners, Optional<OwnKeys> keys, Clock clock) {
        if (host != null) {
            CompletableFuture.runAsync(() -> start(config, journal, partners, keys, clock))
                    .exceptionally(failure -> {
                        LOG.error("figures cannot be scraped", failure);
                        return null;
                    });
        }
    }

    private synchronized void start(
            GatewayConfig config, Journal journal, Partners partners, Optional<OwnKeys> keys, Clock clock) {
        if (!closed) {
            java = new JavaGauges(registry);
            host.start(
                    registry,
                    List.of(
                            new Resting(new JournalGauges(journal, partners, registry, clock), clock),
                            new Resting(new QualityGauges(journal, partners, registry, clock), clock),
                            new CertificateGauges(partners, own(config, keys), registry, clock)));
        }
    }

    private static Map<String, Supplier<List<X509Certificate>>> own(GatewayConfig config, Optional<OwnKeys> keys) {
        Map<String, Supplier<List<X509Certificate>>> own = OwnCertificates.ofListeners(config);
        keys.ifPresent(all ->
                own.put("as2", () -> all.all().stream().map(OwnKey::certificate).toList()));
        return own;
    }

    /** 0 where figures cannot be scraped. */
    int port() {
        return host == null ? 0 : host.port();
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (host != null) {
            host.close();
        }
        if (java != null) {
            java.close();
        }
        registry.close();
    }
}
