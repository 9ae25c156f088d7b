package org.customsgateway.connector.as2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.as2.api.entity.AS2MessageDispositionNotificationEntity;
import org.apache.camel.component.as2.api.entity.DispositionNotificationMultipartReportEntity;
import org.apache.camel.component.as2.api.entity.MultipartSignedEntity;
import org.apache.camel.impl.DefaultCamelContext;

/** camel-as2 as its users run it: a server with a path for each agreement about security, and a client. */
final class CamelAs2 implements AutoCloseable {

    private static final String FROM = "camel@example.org";

    final Map<String, List<byte[]>> received = new ConcurrentHashMap<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final int port;

    CamelAs2(OwnKey own, OwnKey customs) throws IOException {
        port = Station.freePort();
        camel.getRegistry().bind("key", own.key());
        camel.getRegistry().bind("chain", own.chain().toArray(Certificate[]::new));
        camel.getRegistry().bind("customs", new Certificate[] {customs.certificate()});
        camel.start();
        template = camel.createProducerTemplate();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private static String uri(String what, Map<String, Object> options) {
        return "as2:" + what + "?"
                + options.entrySet().stream()
                        .map(option -> option.getKey() + "=RAW(" + option.getValue() + ")")
                        .collect(Collectors.joining("&"));
    }

    void listens(String path, boolean signed, boolean encrypted) throws Exception {
        Map<String, Object> options = new HashMap<>(Map.of(
                "serverPortNumber", port,
                "requestUriPattern", "/" + path,
                "from", FROM,
                "subject", "receipt",
                "signingAlgorithm", "SHA256WITHRSA",
                "signingPrivateKey", "#key",
                "signingCertificateChain", "#chain"));
        if (signed) {
            options.put("validateSigningCertificateChain", "#customs");
        }
        if (encrypted) {
            options.put("decryptingPrivateKey", "#key");
        }
        received.put(path, new CopyOnWriteArrayList<>());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("server/listen", options))
                        .process(exchange ->
                                received.get(path).add(bytes(exchange.getIn().getBody())));
            }
        });
    }

    private static byte[] bytes(Object body) throws IOException {
        return body instanceof InputStream in
                ? in.readAllBytes()
                : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the receipt as its client reads it, which checks neither its signature nor its MIC; empty where there is none */
    Optional<AS2MessageDispositionNotificationEntity> sends(int to, Map<String, Object> options, byte[] bytes) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("targetHostname", "127.0.0.1");
        all.put("targetPortNumber", to);
        all.put("requestUri", "/as2");
        all.put("from", FROM);
        all.put("subject", "items");
        all.put("inBody", "ediMessage");
        Exchange exchange =
                template.request(uri("client/send", all), one -> one.getIn().setBody(new ByteArrayInputStream(bytes)));
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        Object answer = exchange.getMessage().getBody();
        if (answer instanceof MultipartSignedEntity signed) {
            answer = signed.getSignedDataEntity();
        }
        return Optional.ofNullable((DispositionNotificationMultipartReportEntity) answer)
                .map(report -> (AS2MessageDispositionNotificationEntity) report.getPart(1));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
