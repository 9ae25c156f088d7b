package org.customsgateway.match;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.customsgateway.journal.LegEntry;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.message.LegKind;

/** Reads from a mapped item what makes it a leg: its keys, and what is compared. */
public final class LegReader {

    /** Between the two halves of a key: no identifier has it. */
    private static final char AND = '\u001f';

    private final Seal seal;

    public LegReader(Seal seal) {
        this.seal = seal;
    }

    /**
     * @param needs what an order waits for
     * @param deadline until then
     * @throws IllegalStateException if the format does not give the facts by which its leg is known: our fault
     */
    public LegEntry leg(MappedItem item, LegKind kind, Set<LegKind> needs, Instant deadline) {
        Map<String, String> said = new HashMap<>(item.facts());
        said.putAll(item.match());
        Map<LegKind, String> keys = new EnumMap<>(LegKind.class);
        key(said, "platformId", "orderNo", LegKind.ORDER, keys);
        key(said, "providerId", "transactionId", LegKind.PAYMENT, keys);
        key(said, "carrierId", "trackingNo", LegKind.LOGISTICS, keys);
        if (!keys.containsKey(kind)) {
            throw new IllegalStateException(
                    "item " + item.sequence() + " is a leg (" + kind.word() + ") without the facts that name it");
        }
        return new LegEntry(kind, keys, needs, item.cancels(), deadline, compared(said, item));
    }

    private static void key(
            Map<String, String> said, String firm, String number, LegKind kind, Map<LegKind, String> keys) {
        if (!said.getOrDefault(firm, "").isEmpty()
                && !said.getOrDefault(number, "").isEmpty()) {
            keys.put(kind, said.get(firm) + AND + said.get(number));
        }
    }

    /** Without what is personal: of that only whether it is the same. */
    private Map<String, String> compared(Map<String, String> said, MappedItem item) {
        Map<String, String> compared = new HashMap<>();
        said.forEach((name, value) -> {
            if (!name.startsWith("person") && !value.isEmpty()) {
                compared.put(name, value);
            }
        });
        String number = said.getOrDefault("personNumber", "");
        String id = number.isEmpty() ? said.getOrDefault("personToken", "") : number;
        if (!id.isEmpty()) {
            compared.put("person", seal.of(said.getOrDefault("personType", "") + " " + id));
        }
        put(compared, "personName", seal.of(said.getOrDefault("personName", "")));
        put(compared, "personVerified", said.getOrDefault("personVerified", ""));
        if (!item.cancels()) {
            Lines lines = Lines.of(item.declaration());
            put(compared, "articles", lines.articles());
            put(compared, "lines", lines.priced());
        }
        return compared;
    }

    private static void put(Map<String, String> into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }
}
