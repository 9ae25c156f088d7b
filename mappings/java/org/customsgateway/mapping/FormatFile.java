package org.customsgateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.message.Severity;

/**
 * A {@code format.yaml}: all that is known of a format besides its schema and its templates.
 *
 * @param file its name in the drawers
 * @param reader which syntax its bytes are in
 * @param schema file in the format's folder of the xsd drawer
 * @param recognise what its first bytes are told by; the keys are the syntax's own
 * @param item local name of the element that is one item, empty in a format that is only written
 * @param content what of an item makes it another one when it comes again; nowhere for the whole of it
 * @param cancels where an item says what is to be done with it, nowhere if it cannot
 * @param cancelling the values there by which it is withdrawn; none: anything that stands there
 * @param facts by the names that replies use
 * @param envelopeFacts the same of the interchange, each a path from the envelope
 * @param replies the formats that answer this one
 * @param profile what may be agreed with a partner, with what holds where nothing is
 * @param needs facts of an interchange without which a reply to it cannot be written
 * @param itemsPerReply most statuses in one reply of this format
 * @param suffix of a reply's file name
 * @param contentType media type of a reply, or empty
 * @param leg which leg of an order its items are, empty where an item is a declaration by itself
 * @param match what of an item the match compares with the other legs, by the names of {@code mappings/_shared/match/rules.yaml}
 * @param aliases those of the facts by which a declared item is found beside its key
 * @param returns which items are goods that come back, and what they name
 */
public record FormatFile(
        String file,
        String id,
        String title,
        String version,
        String reader,
        String schema,
        Map<String, List<String>> recognise,
        String item,
        SourcePath content,
        SourcePath cancels,
        List<String> cancelling,
        SourcePath reference,
        SourcePath keyId,
        SourcePath keyDate,
        Map<String, SourcePath> facts,
        Map<String, SourcePath> envelopeFacts,
        List<ReplyLine> replies,
        Map<String, String> profile,
        List<String> needs,
        int itemsPerReply,
        String suffix,
        String contentType,
        List<RuleLine> rules,
        String leg,
        Map<String, MatchValue> match,
        List<String> aliases,
        ReturnNames returns) {

    /** What is written of a key to recognise it by, or empty. */
    public String sign(String key) {
        List<String> written = signs(key);
        return written.isEmpty() ? "" : written.get(0);
    }

    public List<String> signs(String key) {
        return recognise.getOrDefault(key, List.of());
    }

    /** The sender's reference of an interchange whose envelope was read, or empty. */
    public String reference(Element envelope) {
        SourcePath path = new SourcePath(true, reference.steps(), reference.line());
        return reference.nowhere() ? "" : path.below(envelope.name()).text(envelope);
    }

    /** The facts of an interchange whose envelope was read. */
    public Map<String, String> envelopeFacts(Element envelope) {
        Map<String, String> found = new LinkedHashMap<>();
        envelopeFacts.forEach(
                (name, path) -> found.put(name, path.below(envelope.name()).text(envelope)));
        return found;
    }

    /** Whether it can be read, or only written. */
    public boolean readable() {
        return !item.isEmpty();
    }

    /**
     * One rule beyond the schema, as written.
     *
     * @param check name of the operator
     * @param with its argument, or empty
     */
    record RuleLine(
            String rule, SourcePath path, String check, String with, Severity severity, String text, int line) {}
}
