package org.customsgateway.mapping.cargoimp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.CountedStream;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.RawItem;
import org.customsgateway.mapping.ReplyTree;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.SchemaElement;
import org.customsgateway.mapping.Syntax;

/** A format in the line format of IATA Cargo-IMP, or of CAMIR, which is written alike. */
public final class CargoImpSyntax implements Syntax {

    private final FormatFile format;
    private final Grammar grammar;
    private final GrammarShape shape;
    private final LineRule item;

    private CargoImpSyntax(FormatFile format, Grammar grammar, LineRule item) {
        this.format = format;
        this.grammar = grammar;
        this.shape = new GrammarShape(grammar);
        this.item = item;
    }

    /** @throws BrokenFormat with file and line, if the grammar is not one or does not have the item */
    public static Syntax compile(FormatFile format, Drawers drawers) throws BrokenFormat {
        Grammar grammar = GrammarFile.read(drawers, Drawers.XSD + format.id() + "/" + format.schema());
        LineRule item = grammar.item(format.item());
        if (format.readable()) {
            same(format, grammar);
            boolean last = item != null && grammar.lines().get(grammar.lines().size() - 1) == item;
            if (!format.item().equals(grammar.message())
                    && (!last || item.identifier().isEmpty())) {
                throw new BrokenFormat(
                        format.file(), 0, "the item is the message itself, or its last line, which has an identifier");
            }
        }
        return new CargoImpSyntax(format, grammar, item);
    }

    private static void same(FormatFile format, Grammar grammar) throws BrokenFormat {
        if (!format.sign("message").equals(grammar.message())
                || !Set.copyOf(format.signs("versions")).equals(Set.copyOf(grammar.versions()))) {
            throw new BrokenFormat(
                    format.file(),
                    0,
                    "recognise does not say what the grammar reads: message " + grammar.message() + ", versions "
                            + grammar.versions());
        }
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public SchemaElement root() {
        return format.readable() ? shape.root(grammar.message()) : null;
    }

    /** By the first line that names a message, whatever its version: a version that we do not have is the sender's to hear of. */
    @Override
    public boolean recognises(InputStream firstBytes) throws IOException {
        TextLines lines = new TextLines(firstBytes, Assembly.LONGEST);
        for (TextLine line = lines.next(); line != null; line = lines.next()) {
            String plain = line.plain();
            if (plain.matches("[A-Z]{3}(/\\d{1,3})?")) {
                String named = TextLine.identifier(plain);
                if (named.equals(grammar.message())) {
                    return true;
                } else if (Frame.KNOWN.contains(named)) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public Scan scan(InputStream raw, Limits limits) throws IOException {
        CountedStream bytes = new CountedStream(raw, limits.bytes());
        return new FileScan(format, grammar, reader(), limits).run(blocks(bytes, limits), bytes);
    }

    @Override
    public void read(InputStream raw, Scan scan, Consumer<RawItem> items) throws IOException {
        new FileRead(reader(), scan, items).run(blocks(raw, Limits.DEFAULT));
    }

    @Override
    public byte[] reply(byte[] xml) {
        return new MessageWriter(grammar, shape.root(grammar.message())).write(ReplyTree.read(xml));
    }

    private MessageReader reader() {
        return new MessageReader(grammar, item, shape.root(grammar.message()));
    }

    private Blocks blocks(InputStream raw, Limits limits) throws IOException {
        int mostLines = Math.max(1, limits.itemElements() / 10);
        TextLines lines = new TextLines(raw, Math.min(limits.text(), 1000));
        return new Blocks(lines, grammar, item == null ? "" : item.identifier(), mostLines);
    }
}
