package org.customsgateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.ServerCertificates;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.OwnKeys;
import org.customsgateway.console.metrics.CertificateGauges;
import org.customsgateway.console.metrics.JavaGauges;
import org.customsgateway.console.metrics.JournalGauges;
import org.customsgateway.console.metrics.MetricsHost;
import org.customsgateway.journal.Journal;
import org.customsgateway.route.Counts;

/** The figures of one gateway, and where they are scraped from: {@code gateway.metrics.*}. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counts counts = new Counts(registry);
    private JavaGauges java;
    private MetricsHost host;
    private boolean closed;

    Counts counts() {
        return counts;
    }

    /** Where it is asked for. A start of the gateway that fails may close it before. */
    synchronized void start(
            GatewayConfig config, Journal journal, Partners partners, Optional<OwnKeys> keys, Clock clock) {
        int port = config.number("gateway.metrics.port");
        if (port < 0 || closed) {
            return;
        }
        java = new JavaGauges(registry);
        var gauges = List.<Runnable>of(
                new JournalGauges(journal, partners, registry, clock),
                new CertificateGauges(partners, own(config, keys), registry, clock));
        host = new MetricsHost(new InetSocketAddress(config.text("gateway.metrics.host"), port), registry, gauges);
        host.start();
    }

    private static Map<String, Supplier<List<X509Certificate>>> own(GatewayConfig config, Optional<OwnKeys> keys) {
        Map<String, Supplier<List<X509Certificate>>> own = new HashMap<>();
        keys.ifPresent(all -> {
            own.put("as2", () -> all.all().stream().map(OwnKey::certificate).toList());
            As2Config.read(config)
                    .tls()
                    .ifPresent(tls -> own.put("as2-tls", new ServerCertificates(tls.store(), tls.password())::all));
        });
        HttpsConfig.read(config)
                .ifPresent(https -> own.put("https-tls", new ServerCertificates(https.store(), https.password())::all));
        if (config.text("gateway.broker.url").isEmpty()) {
            BrokerConfig.tls(config)
                    .ifPresent(tls -> own.put("broker-tls", new ServerCertificates(tls.store(), tls.password())::all));
        }
        return own;
    }

    /** 0 where figures cannot be scraped. */
    synchronized int port() {
        return host == null ? 0 : host.port();
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (host != null) {
            host.close();
            java.close();
        }
        registry.close();
    }
}
