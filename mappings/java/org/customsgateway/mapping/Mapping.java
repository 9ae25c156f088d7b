package org.customsgateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.ReplyContent;
import org.customsgateway.message.StatusCode;

/** One format at one version, compiled and checked. Safe for use by many threads; stays usable after a newer version took its place. */
public final class Mapping {

    private final FormatFile format;
    private final String version;
    private final Engine engine;
    private final Syntax syntax;
    private final ItemMapping items;
    private final ReplyTemplate reply;
    private final Coverage coverage;

    /**
     * @param items null in a format that is only written
     * @param reply null in a format that is only read
     */
    Mapping(
            FormatFile format,
            String version,
            Engine engine,
            Syntax syntax,
            ItemMapping items,
            ReplyTemplate reply,
            Coverage coverage) {
        this.format = format;
        this.version = version;
        this.engine = engine;
        this.syntax = syntax;
        this.items = items;
        this.reply = reply;
        this.coverage = coverage;
    }

    public FormatId id() {
        return new FormatId(format.id());
    }

    /** Short hash over all files that this mapping is made of: schema, templates, code lists, shared ones included. */
    public String version() {
        return version;
    }

    /**
     * The format in which a status of an item is told; empty when no reply to this format tells it.
     *
     * @param wishes what is agreed with the partner, where more than one format could
     */
    public Optional<FormatId> tells(StatusCode code, List<FormatId> wishes) {
        return tells(code.name(), wishes);
    }

    /** The same for the refusal of an interchange as a whole. */
    public Optional<FormatId> tellsRefusal(List<FormatId> wishes) {
        return tells(ReplyLine.REFUSED, wishes);
    }

    /** The same for an interchange that was read; most formats have no reply for that but their items' own. */
    public Optional<FormatId> tellsReading(List<FormatId> wishes) {
        return tells(ReplyLine.READ, wishes);
    }

    private Optional<FormatId> tells(String what, List<FormatId> wishes) {
        return format.replies().stream()
                .filter(line -> line.tells().contains(what))
                .findFirst()
                .map(line -> line.agreed(wishes));
    }

    /** All formats that may answer this one. */
    public Set<FormatId> replies() {
        Set<FormatId> all = new LinkedHashSet<>();
        format.replies().forEach(line -> {
            all.add(line.format());
            all.addAll(line.others());
        });
        return all;
    }

    /** Most statuses that one reply of this format holds. */
    public int itemsPerReply() {
        return format.itemsPerReply();
    }

    /** Whether a reply of this format can be written to an interchange of which these facts are known. */
    public boolean answers(Map<String, String> facts) {
        return format.needs().stream()
                .noneMatch(need -> facts.getOrDefault(need, "").isEmpty());
    }

    /** Of the file name of a reply, without the dot. */
    public String suffix() {
        return format.suffix();
    }

    /** Media type of a reply, for wires that say one; empty where it has none. */
    public String contentType() {
        return format.contentType();
    }

    /** What may be agreed with a partner about this format, with what holds where nothing is. */
    public Map<String, String> profile() {
        return format.profile();
    }

    /**
     * Which leg of an order an item of this format is: {@code order}, {@code payment} or {@code logistics}; empty where it is a
     * declaration by itself. What the legs are joined by are facts of the item ({@code platformId}, {@code orderNo}, …).
     */
    public String leg() {
        return format.leg();
    }

    /** Whether it is in XML: only that can bear a signature of XML. */
    public boolean xml() {
        return format.reader().equals("xml");
    }

    /** Whether interchanges can be read in this format. */
    public boolean readable() {
        return items != null;
    }

    /** Whether it is JSON, so that problems point into JSON. */
    public boolean json() {
        return format.reader().equals("json");
    }

    /** What is wrong with an interchange whose reference has been used before; empty where references need not be unique. */
    public Optional<Problem> usedAgain(Scan scan) {
        return scan.reference().isEmpty() ? Optional.empty() : reading().usedAgain(scan);
    }

    boolean recognises(InputStream firstBytes) throws IOException {
        return readable() && syntax.recognises(firstBytes);
    }

    boolean resembles(InputStream firstBytes) throws IOException {
        return readable() && syntax.resembles(firstBytes);
    }

    Optional<Acknowledgement> acknowledgement(InputStream raw) throws IOException {
        return readable() ? syntax.acknowledgement(raw) : Optional.empty();
    }

    /**
     * First pass over a whole interchange. {@code raw} is read to its end, or to where it is refused, and not closed.
     *
     * @throws IOException if {@code raw} itself fails
     */
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        return reading().scan(raw, limits);
    }

    /**
     * Second pass, over an interchange whose scan was not refused: one item at a time, with the memory of one item.
     *
     * @param scan what the first pass over the same bytes found
     * @throws IOException if {@code raw} itself fails
     * @throws IllegalStateException if the interchange turns out to be unreadable: it was not scanned, or changed since
     */
    public void read(InputStream raw, Scan scan, MappingInputs in, ItemSink sink) throws IOException {
        Syntax source = reading();
        engine.run(new EngineRun() {
            @Override
            void feed(Consumer<Object> events) throws IOException {
                source.read(raw, scan, events::accept);
            }

            @Override
            void take(Object event) throws Exception {
                RawItem item = (RawItem) event;
                sink.item(items.map(item, in.original(item.sequence())));
            }
        });
    }

    /**
     * An interchange read whole.
     *
     * @param items none if the scan is refused
     */
    public record Whole(Scan scan, List<MappedItem> items) {}

    /** Both passes at once, over an interchange that is small enough to be held with all its items. */
    public Whole whole(byte[] raw, Limits limits, MappingInputs in) throws IOException {
        Syntax source = reading();
        List<MappedItem> mapped = new ArrayList<>();
        List<Scan> scans = new ArrayList<>();
        engine.run(new EngineRun() {
            @Override
            void feed(Consumer<Object> events) throws IOException {
                scans.add(source.whole(raw, limits, events::accept));
            }

            @Override
            void take(Object event) {
                RawItem item = (RawItem) event;
                if (item.sequence() == 1) {
                    mapped.clear(); // it is read again
                }
                mapped.add(items.map(item, in.original(item.sequence())));
            }
        });
        Scan scan = scans.get(0);
        return new Whole(scan, scan.refused() ? List.of() : mapped);
    }

    /** What can be said soon of an interchange that is held in memory: what only the declaration would show is not in it. */
    public Checked check(byte[] raw, Limits limits) throws IOException {
        Map<Integer, List<Problem>> problems = new TreeMap<>(); // one that is read twice counts once
        Scan scan = reading().whole(raw, limits, item -> problems.put(item.sequence(), items.problems(item)));
        return new Checked(scan, scan.refused() ? List.of() : List.copyOf(problems.values()));
    }

    /** The same item mapped again with other inputs, for example as an amendment (function code 5). */
    public MappedItem remap(MappedItem item, ItemInputs in) {
        List<MappedItem> mapped = new ArrayList<>();
        run(item.source().raw(), event -> mapped.add(items.map((RawItem) event, in)));
        return mapped.get(0);
    }

    /**
     * The reply in this format, valid against its schema.
     *
     * @throws InvalidReply if what the template made is not: our fault
     */
    public byte[] reply(ReplyContent content) {
        if (reply == null) {
            throw new InvalidReply("the format " + format.id() + " has no reply.ftl");
        }
        List<byte[]> written = new ArrayList<>();
        run(content, event -> written.add(reply.write((ReplyContent) event)));
        return written.get(0);
    }

    private void run(Object event, Consumer<Object> work) {
        try {
            engine.run(new EngineRun() {
                @Override
                void feed(Consumer<Object> events) {
                    events.accept(event);
                }

                @Override
                void take(Object taken) {
                    work.accept(taken);
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read here", e);
        }
    }

    /**
     * The sender's field from which a position of the declaration was made, for a back-end that points into the declaration. The
     * item itself where no field is behind it.
     *
     * @param declarationPath as in {@link WcoFinding#path}
     * @param sequence of the item in its interchange
     */
    public Pointer toSource(String declarationPath, int sequence) {
        reading();
        return Trace.pointer(
                        items.trace().origins(declarationPath),
                        format.item(),
                        sequence,
                        syntax.root().name())
                .orElse(Pointer.path(format.item() + "[" + sequence + "]"));
    }

    /** What the mapping to WCO reads, writes, and has no source for; empty in a format that is only written. */
    public Coverage coverage() {
        return coverage;
    }

    private Syntax reading() {
        if (items == null) {
            throw new IllegalStateException("the format " + format.id() + " is only written, not read");
        }
        return syntax;
    }
}
