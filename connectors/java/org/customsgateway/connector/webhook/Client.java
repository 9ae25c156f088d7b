package org.customsgateway.connector.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.customsgateway.connector.WebhookWire;

/**
 * Posts to one partner's server over connections of its own, which are used again. No redirects, no cookies, no credentials, no
 * proxy, and no second try: what to try again is not for it to say.
 */
final class Client implements AutoCloseable {

    /** An answer's body is of no interest; one that is longer costs the connection. */
    private static final int LONGEST_BODY = 64 * 1024;

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient http;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalStateException when the partner's authorities cannot be read */
    Client(WebhookWire wire, DnsResolver names) {
        timeout = wire.timeout();
        deadlines.setRemoveOnCancelPolicy(true);
        deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
        deadlines.allowCoreThreadTimeOut(true);
        http = HttpClients.custom()
                .setConnectionManager(connections(wire, new AllowedAddresses(names, wire.allow())))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(wire.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(wire.connectTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("customs-gateway")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(WebhookWire wire, DnsResolver addresses) {
        var answers = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(wire.trust().map(Client::trusting).orElseGet(SSLContexts::createSystemDefault))
                        .buildClassic())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .setHandshakeTimeout(Timeout.of(wire.connectTimeout()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(answers)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(wire.connectTimeout()))
                        .setSocketTimeout(Timeout.of(wire.timeout()))
                        // so that a host that has moved is found again
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setIdleTimeout(Timeout.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }

    private static SSLContext trusting(Path authorities) {
        try (InputStream in = Files.newInputStream(authorities)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
            return SSLContexts.custom().loadTrustMaterial(store, null).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificates in " + authorities.getFileName() + " cannot be used", e);
        }
    }

    /** @throws IOException when there was no answer in time */
    Answer post(URI url, Post post, Map<String, String> headers) throws IOException {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(post.body(), ContentType.parse(post.contentType())));
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response = (ClassicHttpResponse) http.executeOpen(null, request, null);
            var retryAfter = response.getFirstHeader("Retry-After");
            var answer = new Answer(
                    response.getCode(),
                    retryAfter == null ? "" : retryAfter.getValue().strip());
            end(request, response);
            return answer;
        } catch (IOException e) {
            throw late.get() ? new IOException("no answer within " + timeout.toMillis() + " ms", e) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    /** The answer is known: whatever else comes of it, or does not, changes nothing. */
    private static void end(HttpPost request, ClassicHttpResponse response) {
        try {
            var entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(LONGEST_BODY + 1).length > LONGEST_BODY) {
                request.cancel();
            }
            response.close();
        } catch (IOException e) {
            request.cancel();
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
