package org.customsgateway.journal;

import java.util.List;

/**
 * The columns that hold something personal, or what it can be guessed from. A column that is not here lies open;
 * {@code docs/guides/data-protection.md} says why of each.
 */
enum Hidden {
    INTERCHANGE_MARK(Kind.SEARCHED, "interchange.mark", "id"),
    INTERCHANGE_NAME(Kind.TEXT, "interchange.name", "id"),
    INTERCHANGE_RAW(Kind.SEARCHED, "interchange.raw_sha256", "id"),
    INTERCHANGE_REFERENCE(Kind.SEARCHED, "interchange.reference", "id"),
    INTERCHANGE_PROBLEMS(Kind.TEXT, "interchange.problems", "id"),
    INTERCHANGE_FACTS(Kind.TEXT, "interchange.facts", "id"),
    INTERCHANGE_ORIGIN(Kind.TEXT, "interchange.origin", "id"),
    ITEM_KEY(Kind.SEARCHED, "item.key_id", "id"),
    ITEM_CONTENT(Kind.TEXT, "item.content_hash", "id"),
    ITEM_FACTS(Kind.TEXT, "item.facts", "id"),
    ITEM_PROBLEMS(Kind.TEXT, "item.problems", "id"),
    DECLARATION(Kind.BYTES, "declaration.bytes", "item_id"),
    ENRICHMENT(Kind.TEXT, "hand_over.enrichment", "item_id", "backend"),
    DECISION_OUTCOME(Kind.TEXT, "decision.outcome", "item_id", "backend", "decision_ref"),
    DECISION_PAYLOAD(Kind.BYTES, "decision.payload", "item_id", "backend", "decision_ref"),
    STATUS_TEXT(Kind.TEXT, "status.reason_text", "item_id", "n#"),
    STATUS_PROBLEMS(Kind.TEXT, "status.problems", "item_id", "n#"),
    RAW_HASH(Kind.SEARCHED, "raw.sha256", "sha256"),
    RAW_BYTES(Kind.BYTES, "raw.bytes", "sha256"),
    REPLY_NAME(Kind.TEXT, "reply.name", "id"),
    REPLY_RAW(Kind.SEARCHED, "reply.raw_sha256", "id"),
    ALARM_TEXT(Kind.TEXT, "alarm.text", "id"),
    STEP_DETAIL(Kind.TEXT, "step.detail"),
    LEG_ORDER(Kind.SEARCHED, "leg.order_key", "item_id"),
    LEG_PAYMENT(Kind.SEARCHED, "leg.payment_key", "item_id"),
    LEG_LOGISTICS(Kind.SEARCHED, "leg.logistics_key", "item_id"),
    LEG_FACTS(Kind.TEXT, "leg.facts", "item_id"),
    ALIAS(Kind.SEARCHED, "alias.value", "value", "name", "item_id"),
    RAW_GONE(Kind.SEARCHED, "raw_gone.sha256", "sha256"),
    AS2_MIC(Kind.TEXT, "as2_message.mic", "partner", "incoming#", "message_id"),
    AS2_PROOF(Kind.SEARCHED, "as2_message.proof_sha256", "partner", "incoming#", "message_id"),
    AS2_RECEIPT(Kind.BYTES, "as2_message.receipt", "partner", "incoming#", "message_id"),
    AS2_DETAIL(Kind.TEXT, "as2_message.detail", "partner", "incoming#", "message_id");

    enum Kind {
        /** Sealed anew each time: two that are alike are not seen to be. */
        TEXT,
        /** The same. */
        BYTES,
        /** Sealed so that the same text is the same value: it is found, joined and unique as before. */
        SEARCHED
    }

    private final Kind kind;
    private final String name;
    private final List<String> key;

    /**
     * @param key the columns of the table's primary key, whole numbers marked by #; none where it has no such key, and what lies
     *     there open is not sealed afterwards
     */
    Hidden(Kind kind, String name, String... key) {
        this.kind = kind;
        this.name = name;
        this.key = List.of(key);
    }

    Kind kind() {
        return kind;
    }

    /** {@code table.column}: a value that is put into another column does not open there. */
    String context() {
        return name;
    }

    String table() {
        return name.substring(0, name.indexOf('.'));
    }

    String column() {
        return name.substring(name.indexOf('.') + 1);
    }

    List<String> key() {
        return key;
    }

    /** As an argument of a statement. Null and empty text hide nothing and stay as they are. */
    Object of(Object value) {
        return value == null || value.equals("") ? value : new Veiled(this, value);
    }

    /** @param value text, or bytes for {@link Kind#BYTES} */
    record Veiled(Hidden column, Object value) {}
}
