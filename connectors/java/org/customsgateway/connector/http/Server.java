package org.customsgateway.connector.http;

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
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Somebody else's HTTP server, posted to over connections of its own, which are used again. No redirects, no cookies, no
 * credentials, no proxy, and no second try: what to try again is for those to say who know what was sent.
 */
public final class Server implements AutoCloseable {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    private final CloseableHttpClient http;
    private final int longestAnswer;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "http-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param names gives out the addresses that may be connected to
     * @throws IllegalStateException when the authorities cannot be read
     */
    public Server(ServerTerms terms, DnsResolver names) {
        longestAnswer = terms.longestAnswer();
        deadlines.setRemoveOnCancelPolicy(true);
        deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
        deadlines.allowCoreThreadTimeOut(true);
        http = HttpClients.custom()
                .setConnectionManager(connections(terms, names))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(terms.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(terms.connectTimeout()))
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

    private static HttpClientConnectionManager connections(ServerTerms terms, DnsResolver names) {
        var answers = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(terms.trust().map(Server::trusting).orElseGet(SSLContexts::createSystemDefault))
                        .buildClassic())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .setHandshakeTimeout(Timeout.of(terms.connectTimeout()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(answers)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(terms.connectTimeout()))
                        .setSocketTimeout(Timeout.of(terms.timeout()))
                        // so that a host that has moved is found again
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setIdleTimeout(Timeout.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setMaxConnPerRoute(terms.connections())
                .setMaxConnTotal(terms.connections())
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

    /**
     * The status counts, whatever comes of the body behind it, or does not.
     *
     * @param within for all of it, from the connection to the end of the answer
     * @throws IOException when there was no status in time
     */
    public ServerAnswer post(URI url, Map<String, String> headers, HttpEntity body, Duration within)
            throws IOException {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(body);
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                within.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response = (ClassicHttpResponse) http.executeOpen(null, request, null);
            var names = Stream.of(response.getHeaders())
                    .map(header -> Map.entry(header.getName(), String.valueOf(header.getValue())))
                    .toList();
            return new ServerAnswer(response.getCode(), names, whole(request, response));
        } catch (IOException e) {
            throw late.get() ? new IOException("no answer within " + within.toMillis() + " ms", e) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    /** A body that does not come, or does not end, costs the connection. */
    private Optional<byte[]> whole(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            var entity = response.getEntity();
            byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(longestAnswer + 1);
            if (body.length <= longestAnswer) {
                return Optional.of(body);
            }
            request.cancel();
        } catch (IOException e) {
            request.cancel();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
