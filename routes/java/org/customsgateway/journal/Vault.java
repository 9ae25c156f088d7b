package org.customsgateway.journal;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesSiv;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is to be hidden and opens it again. A sealed text is {@code k<id of its key>:<base64>}, or {@code s<id>:<base64>}
 * where it is searched by; sealed bytes begin with 1 and the four bytes of the id. What does not begin so has never been sealed
 * and is given back as it is.
 */
public final class Vault {

    /** Seals nothing. */
    static final Vault OPEN = new Vault(DataKeys.NONE, null);

    private static final byte SEALED = 1;
    private static final int ID_BYTES = 4;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final DataKeys keys;
    private final DeterministicAead searched;
    private final String searchedPrefix;
    private final SecretKeySpec names;
    private final SecretKeySpec chain;

    /** @param search the key of what is searched by: it stays the same for the life of a journal; null where nothing is sealed */
    Vault(DataKeys keys, byte[] search) {
        this.keys = keys;
        try {
            searched = search == null ? null : new AesSiv(DataKey.derived(search, "searched", 64));
            names = search == null ? null : new SecretKeySpec(DataKey.derived(search, "names", 32), "HmacSHA256");
            chain = search == null ? null : new SecretKeySpec(DataKey.derived(search, "access log", 32), "HmacSHA256");
            searchedPrefix =
                    search == null ? "" : "s" + HexFormat.of().formatHex(DataKey.derived(search, "id", ID_BYTES)) + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean on() {
        return keys.on();
    }

    /** Text or bytes as they stand in the column. */
    Object seal(Hidden.Veiled veiled) {
        Hidden column = veiled.column();
        if (!on()) {
            return veiled.value();
        }
        try {
            return switch (column.kind()) {
                case TEXT -> prefix(keys.first()) + BASE64.encodeToString(encrypt(column, utf8(veiled.value())));
                case SEARCHED ->
                    searchedPrefix
                            + BASE64.encodeToString(
                                    searched.encryptDeterministically(utf8(veiled.value()), utf8(column.context())));
                case BYTES -> bytes(column, (byte[]) veiled.value());
            };
        } catch (GeneralSecurityException e) {
            throw new JournalFault("cannot seal " + column.context(), e);
        }
    }

    String open(Hidden column, String text) {
        if (!on() || text == null) {
            return text;
        }
        try {
            if (text.startsWith(searchedPrefix)) {
                return utf8(searched.decryptDeterministically(
                        base64(text, searchedPrefix.length()), utf8(column.context())));
            }
            Optional<DataKey> key = keys.all().stream()
                    .filter(one -> text.startsWith(prefix(one)))
                    .findFirst();
            return key.isEmpty()
                    ? text
                    : utf8(key.get()
                            .columns()
                            .decrypt(base64(text, prefix(key.get()).length()), utf8(column.context())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw damaged(column, e);
        }
    }

    byte[] open(Hidden column, byte[] bytes) {
        Optional<DataKey> key = !on() || bytes == null || bytes.length < 1 + ID_BYTES || bytes[0] != SEALED
                ? Optional.empty()
                : keys.find(HexFormat.of().formatHex(bytes, 1, 1 + ID_BYTES));
        if (key.isEmpty()) {
            return bytes;
        }
        try {
            return key.get()
                    .columns()
                    .decrypt(Arrays.copyOfRange(bytes, 1 + ID_BYTES, bytes.length), utf8(column.context()));
        } catch (GeneralSecurityException e) {
            throw damaged(column, e);
        }
    }

    /** Whether this is how the column's value would be sealed now. */
    boolean isSealed(Hidden column, Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length > ID_BYTES
                    && bytes[0] == SEALED
                    && HexFormat.of()
                            .formatHex(bytes, 1, 1 + ID_BYTES)
                            .equals(keys.first().id());
        }
        return ((String) value)
                .startsWith(column.kind() == Hidden.Kind.SEARCHED ? searchedPrefix : prefix(keys.first()));
    }

    /** Under what name bytes lie: nobody can tell from it whether they are bytes that he knows. */
    String name(String sha256) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(names);
            return HexFormat.of().formatHex(mac.doFinal(utf8(sha256)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of a line of the access log: of the hash before it and of its text, keyed or not. */
    String chained(String before, String text, boolean keyed) {
        byte[] line = utf8(before + "\n" + text);
        try {
            if (!keyed) {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(line));
            }
            if (chain == null) {
                return ""; // no line has this hash
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(chain);
            return HexFormat.of().formatHex(mac.doFinal(line));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    DataKeys keys() {
        return keys;
    }

    StreamingAead files(String keyId) {
        return keys.find(keyId)
                .orElseThrow(() -> new JournalFault("gateway.data.key lacks key " + keyId, null))
                .files();
    }

    private byte[] bytes(Hidden column, byte[] plain) throws GeneralSecurityException {
        byte[] sealed = encrypt(column, plain);
        return ByteBuffer.allocate(1 + ID_BYTES + sealed.length)
                .put(SEALED)
                .put(HexFormat.of().parseHex(keys.first().id()))
                .put(sealed)
                .array();
    }

    private byte[] encrypt(Hidden column, byte[] plain) throws GeneralSecurityException {
        return keys.first().columns().encrypt(plain, utf8(column.context()));
    }

    private static String prefix(DataKey key) {
        return "k" + key.id() + ":";
    }

    private static JournalFault damaged(Hidden column, Exception e) {
        return new JournalFault(
                "a value of " + column.context() + " does not open: it was changed, or put there from elsewhere", e);
    }

    private static byte[] base64(String text, int from) {
        return Base64.getUrlDecoder().decode(text.substring(from));
    }

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
