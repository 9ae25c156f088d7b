package org.customsgateway.mapping.edifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.customsgateway.mapping.Acknowledgement;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.Syntax;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.SegmentPlace;
import org.customsgateway.message.Severity;

/**
 * A format in UN/EDIFACT (ISO 9735, syntax versions 1 to 4): one message of one directory, known by the {@code recognise} keys
 * {@code message} (0065), {@code release} (0052 and 0054: {@code D:95B}) and {@code association} (0057, any of a list, all
 * where there is none). {@code common} lists the qualifiers by which a group of the item's name is no item but tells what is
 * common to the items beside it, as the master waybill does.
 */
public final class EdifactSyntax implements Syntax {

    /** Keys of {@code recognise}. */
    public static final Set<String> SIGNS = Set.of("message", "release", "association", "common");

    private static final int DEEPEST = 16;

    /** Position of 0020, the tag being 1. */
    private static final int REFERENCE_IN_UNB = 6;

    /** Problems of its message that an item bears: each of ten thousand houses need not tell all of them again. */
    private static final int MOST_BORNE = 10;

    private final FormatFile format;
    private final Grammar grammar;
    private final List<String> itemPath;
    private final Parsers parsers;

    private EdifactSyntax(FormatFile format, Grammar grammar, List<String> itemPath) {
        this.format = format;
        this.grammar = grammar;
        this.parsers = new Parsers(grammar);
        this.itemPath = itemPath;
    }

    public static Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat {
        Grammar grammar = Grammar.read(drawers, Drawers.XSD + format.id() + "/" + format.schema());
        for (String key : List.of("message", "release")) {
            if (format.sign(key).isEmpty()) {
                throw new BrokenFormat(format.file(), 0, "recognise." + key + " is missing");
            }
        }
        List<String> path = new ArrayList<>();
        find(grammar.root(Grammar.INTERCHANGE), format.item(), path);
        return new EdifactSyntax(format, grammar, path);
    }

    private static boolean find(SchemaElement from, String item, List<String> path) {
        for (SchemaElement child : path.size() > DEEPEST
                ? List.<SchemaElement>of()
                : from.content().children()) {
            path.add(child.name());
            if (child.name().equals(item) || find(child, item, path)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    Parsers parsers() {
        return parsers;
    }

    FormatFile format() {
        return format;
    }

    List<String> itemPath() {
        return itemPath;
    }

    Grammar grammar() {
        return grammar;
    }

    boolean reads(String type) {
        return format.sign("message").equals(type);
    }

    boolean reads(String type, String release) {
        return reads(type) && format.sign("release").equals(release);
    }

    @Override
    public Shape shape() {
        return grammar;
    }

    @Override
    public SchemaElement root() {
        return grammar.root(Grammar.INTERCHANGE);
    }

    /** By the first message; one without a type is taken by whoever reads its directory, to say that the type is missing. */
    @Override
    public boolean recognises(InputStream firstBytes) throws IOException {
        Segments segments = Segments.of(firstBytes, MessagePass.LONGEST_SEGMENT);
        if (segments.header() == null) {
            return false;
        }
        for (Segment next = segments.next(); next != null; next = segments.next()) {
            if (next.tag().equals("UNH")) {
                String type = next.value(2, 1);
                String release = next.value(2, 2) + ":" + next.value(2, 3);
                List<String> associations = format.signs("association");
                return (type.isEmpty() || reads(type))
                        && format.sign("release").equals(release)
                        && (associations.isEmpty() || associations.contains(next.value(2, 5)));
            }
        }
        return false;
    }

    @Override
    public boolean resembles(InputStream firstBytes) throws IOException {
        return Segments.of(firstBytes, MessagePass.LONGEST_SEGMENT).header() != null;
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(InputStream raw) throws IOException {
        return ControlMessage.read(raw)
                .map(contrl -> new Acknowledgement(contrl.reference(), contrl.rejects(), contrl.toString()));
    }

    /** ISO 9735-1: 0020 is unique between a sender and a recipient. */
    @Override
    public Optional<Problem> usedAgain(Scan scan) {
        Pointer pointer = new Pointer(
                Grammar.INTERCHANGE + "/UNB/E0020", 1, 0, new SegmentPlace("", "", 0, "UNB", REFERENCE_IN_UNB, 0));
        return Optional.of(new Problem(
                "EDIFACT-26",
                Severity.REJECT,
                pointer,
                "",
                scan.reference(),
                "an interchange with this reference and other content was read before: give each a reference of its own",
                ""));
    }

    @Override
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        return scan(raw, limits, item -> {});
    }

    /** The items go out as the scan meets them, and all once more where a fault of their message was only found after them. */
    @Override
    public Scan whole(byte[] raw, Limits limits, Consumer<RawItem> items) throws IOException {
        Scan scan = scan(new ByteArrayInputStream(raw), limits, items);
        if (!scan.refused() && !scan.messages().isEmpty()) {
            read(new ByteArrayInputStream(raw), scan, items);
        }
        return scan;
    }

    private Scan scan(InputStream raw, Limits limits, Consumer<RawItem> items) throws IOException {
        CountedStream bytes = new CountedStream(raw, limits.bytes());
        Pass pass = new Pass(this, limits, items, place -> List.of());
        List<Problem> problems = pass.run(bytes);
        if (bytes.over()) {
            problems = List.of(Faults.limit("more than " + limits.bytes() + " bytes"));
        }
        bytes.rethrow();
        Map<Integer, List<Problem>> messages = new LinkedHashMap<>(pass.messages());
        if (problems.isEmpty() && pass.items() == 0) {
            problems = new ArrayList<>();
            messages.values().forEach(problems::addAll);
            if (problems.isEmpty()) {
                Pointer pointer = Pointer.path(Grammar.INTERCHANGE);
                problems.add(Faults.problem(SyntaxFault.EMPTY, pointer, "", format.file()));
            }
            messages = Map.of();
        }
        return Scan.of(format, pass.root(), pass.items(), problems, messages);
    }

    @Override
    public void read(InputStream raw, Scan scan, Consumer<RawItem> items) throws IOException {
        new Pass(this, Limits.NONE, items, place -> {
                    List<Problem> all = scan.messages().getOrDefault(place, List.of());
                    return all.subList(0, Math.min(all.size(), MOST_BORNE));
                })
                .run(raw);
    }

    @Override
    public byte[] reply(byte[] xml) {
        return new EdifactReply(grammar, parsers).bytes(xml);
    }
}
