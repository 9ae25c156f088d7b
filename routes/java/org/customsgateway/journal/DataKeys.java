package org.customsgateway.journal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The keys of data at rest: the first seals what is new, the others only open what they have sealed before. */
public final class DataKeys {

    /** Data lies open. */
    public static final DataKeys NONE = new DataKeys(List.of());

    private final List<DataKey> keys;

    private DataKeys(List<DataKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param text a key on each line: 32 random bytes in base64; blank lines and those that begin with # do not count
     * @throws IllegalArgumentException when it is anything else, with a text that does not repeat it
     */
    public static DataKeys parse(String text) {
        List<DataKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(new DataKey(bytes(line.strip(), number)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key: one line is 32 random bytes in base64");
        }
        if (keys.stream().map(DataKey::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("a key stands there twice");
        }
        return new DataKeys(keys);
    }

    private static byte[] bytes(String line, int number) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != DataKey.BYTES) {
            throw new IllegalArgumentException("line " + number + " is no key: 32 random bytes in base64");
        }
        return key;
    }

    /** The same, with those that are in use before those that are not. */
    DataKeys inUseFirst(Collection<String> used) {
        return new DataKeys(keys.stream()
                .sorted(Comparator.comparing((DataKey key) -> !used.contains(key.id())))
                .toList());
    }

    boolean on() {
        return !keys.isEmpty();
    }

    DataKey first() {
        return keys.get(0);
    }

    List<DataKey> all() {
        return keys;
    }

    Optional<DataKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
