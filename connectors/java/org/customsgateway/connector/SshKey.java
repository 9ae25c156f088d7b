package org.customsgateway.connector;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * A public key as OpenSSH writes it in one line, without its comment.
 *
 * @param type for example {@code ssh-ed25519}
 * @param base64 the key blob of RFC 4253, 6.6
 */
public record SshKey(String type, String base64) {

    private static final Set<String> TYPES =
            Set.of("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521");

    /** @throws IllegalArgumentException with what to do */
    public static SshKey parse(String line) {
        var words = line.strip().split("\\s+");
        if (words.length < 2 || !TYPES.contains(words[0])) {
            throw new IllegalArgumentException(
                    "not an OpenSSH public key: write '<type> <base64>' on one line, with a type of "
                            + String.join(", ", TYPES.stream().sorted().toList()));
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(words[1]);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "the key's second word is not base64: copy the whole line again", notBase64);
        }
        var type = words[0].getBytes(StandardCharsets.US_ASCII);
        var start = new byte[] {0, 0, 0, (byte) type.length};
        if (blob.length < 36
                || !Arrays.equals(Arrays.copyOf(blob, 4), start)
                || !Arrays.equals(Arrays.copyOfRange(blob, 4, 4 + type.length), type)) {
            throw new IllegalArgumentException(
                    "the key is cut short or not a " + words[0] + ": copy the whole line again");
        }
        return new SshKey(words[0], words[1]);
    }

    /** As in an authorized_keys file. */
    @Override
    public String toString() {
        return type + " " + base64;
    }
}
