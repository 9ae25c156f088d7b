package org.customsgateway.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.customsgateway.connector.SigningKey;

/** The value of {@code webhook-signature} (Standard Webhooks 1.0, "Signature scheme"): one signature for each key. */
final class Signature {

    private Signature() {}

    /**
     * @param id of the message, {@code webhook-id}
     * @param timestamp seconds since 1970, {@code webhook-timestamp}
     */
    static String of(String id, long timestamp, byte[] body, List<SigningKey> keys) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> of(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String of(SigningKey key, byte[] head, byte[] body) {
        try {
            return switch (key.kind()) {
                case HMAC -> "v1," + base64(hmac(key, head, body));
                case ED25519 -> "v1a," + base64(ed25519(key, head, body));
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + key.id() + " does not sign", e);
        }
    }

    private static byte[] hmac(SigningKey key, byte[] head, byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
        mac.update(head);
        return mac.doFinal(body);
    }

    private static byte[] ed25519(SigningKey key, byte[] head, byte[] body) throws GeneralSecurityException {
        var signature = java.security.Signature.getInstance("Ed25519");
        signature.initSign(key.privateKey());
        signature.update(head);
        signature.update(body);
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
