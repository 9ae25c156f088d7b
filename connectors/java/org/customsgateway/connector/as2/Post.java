package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
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
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.customsgateway.connector.As2Sending;

/** Posts to one partner's server over connections of its own. No redirects, no credentials, and no second try. */
final class Post implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    /** A server that takes less in a second is as good as frozen. */
    private static final int SLOWEST = 16 * 1024;

    private final CloseableHttpClient http;
    private final As2Sending sending;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "as2-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Post(As2Sending sending) {
        this.sending = sending;
        deadlines.setRemoveOnCancelPolicy(true);
        deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
        deadlines.allowCoreThreadTimeOut(true);
        http = HttpClients.custom()
                .setConnectionManager(connections(sending))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(sending.timeout()))
                        .setConnectionRequestTimeout(Timeout.of(sending.connectTimeout()))
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

    private static HttpClientConnectionManager connections(As2Sending sending) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(sending.trust().map(Post::trusting).orElseGet(SSLContexts::createSystemDefault))
                        .buildClassic())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .setHandshakeTimeout(Timeout.of(sending.connectTimeout()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(sending.connectTimeout()))
                        .setSocketTimeout(Timeout.of(sending.timeout()))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setIdleTimeout(Timeout.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setMaxConnPerRoute(50)
                .setMaxConnTotal(50)
                .build();
    }

    private static SSLContext trusting(Path authorities) {
        try (InputStream in = Files.newInputStream(authorities)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int n = 0;
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority" + n++, each);
            }
            return SSLContexts.custom().loadTrustMaterial(trusted, null).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authorities in " + authorities + " cannot be read", e);
        }
    }

    /** What the server answered. */
    record Reply(int status, Headers headers, byte[] body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @param headers of AS2 and of the content
     * @throws IOException when there is no answer
     */
    Reply send(URI to, Headers headers, Part body) throws IOException {
        var request = new HttpPost(to);
        headers.all().forEach(request::setHeader);
        long wait = 2 * sending.timeout().toMillis() + body.size() * 1000 / SLOWEST;
        var deadline = deadlines.schedule(request::cancel, wait, TimeUnit.MILLISECONDS);
        try (InputStream bytes = body.open()) {
            request.setEntity(new InputStreamEntity(bytes, body.size(), null));
            try (var response = (ClassicHttpResponse) http.executeOpen(null, request, null)) {
                return reply(response);
            }
        } finally {
            deadline.cancel(false);
        }
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        var headers = new Headers();
        for (var each : response.getHeaders()) {
            headers.add(each.getName(), each.getValue());
        }
        byte[] body = new byte[0];
        if (response.getEntity() != null) {
            body = response.getEntity().getContent().readNBytes(LONGEST_ANSWER + 1);
        }
        if (body.length > LONGEST_ANSWER) {
            throw new IOException("the answer is too long");
        }
        return new Reply(response.getCode(), headers, body);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
