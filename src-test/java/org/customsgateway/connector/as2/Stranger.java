package org.customsgateway.connector.as2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.customsgateway.connector.As2Sending;
import org.customsgateway.connector.As2Sending.Cipher;

/** Sends whatever it likes, by hand. */
final class Stranger implements AutoCloseable {

    final Headers http = Headers.of(
            "AS2-Version", "1.2",
            "AS2-From", "POST",
            "AS2-To", "CUSTOMS",
            "Message-ID", "<m1@post>",
            "Disposition-Notification-To", "post@example.org",
            "Disposition-Notification-Options",
                    "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256");

    private static final As2Sending PLAIN = new As2Sending(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            As2Sending.Compression.NONE,
            As2Sending.AskedReceipt.NONE,
            false,
            Duration.ofMinutes(1),
            Optional.empty(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    private final URI to;
    private final Path folder;
    private final Post post;

    Stranger(URI to, Path folder) {
        this.to = to;
        this.folder = folder;
        this.post = new Post(PLAIN);
    }

    static Outgoing content(String text) {
        return content(text, "itmatt.xml");
    }

    static Outgoing content(String text, String name) {
        return content("attachment; filename=\"" + name + "\"", text.getBytes(StandardCharsets.UTF_8));
    }

    static Outgoing content(String disposition, byte[] bytes) {
        return new Outgoing(
                Headers.of(
                        "Content-Type", "application/xml",
                        "Content-Transfer-Encoding", "binary",
                        "Content-Disposition", disposition),
                out -> out.write(bytes));
    }

    static Outgoing signed(Outgoing content, OwnKey key) {
        return Layers.signed(content, key, MicAlgorithm.SHA_256, "b0undary");
    }

    static Outgoing sealed(Outgoing content, OwnKey key, X509Certificate recipient) {
        return Layers.enveloped(signed(content, key), recipient, Cipher.AES128_CBC);
    }

    static byte[] body(Outgoing entity) throws IOException {
        var out = new ByteArrayOutputStream();
        entity.body().writeTo(out);
        return out.toByteArray();
    }

    Post.Reply sends(Outgoing entity) throws IOException {
        return sends(entity.headers(), body(entity));
    }

    /** With other header fields than the usual ones, where these have others. */
    Post.Reply sends(Headers own, byte[] body) throws IOException {
        var headers = new Headers();
        own.all().forEach(headers::add);
        http.all().forEach(headers::add);
        try (var spool = new Spool(folder, Long.MAX_VALUE)) {
            spool.write(body);
            return post.send(to, headers, spool.all());
        }
    }

    /** The field of a receipt, which must be there. */
    static String disposition(Post.Reply reply) {
        var text = new String(reply.body(), StandardCharsets.ISO_8859_1);
        return text.lines()
                .filter(line -> line.startsWith("Disposition: "))
                .map(line -> line.substring(line.indexOf(';') + 2))
                .findFirst()
                .orElse("no receipt, but " + reply.status());
    }

    @Override
    public void close() {
        post.close();
    }
}
