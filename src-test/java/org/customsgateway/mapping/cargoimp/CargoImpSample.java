package org.customsgateway.mapping.cargoimp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.FormatFile;
import org.customsgateway.mapping.ReturnNames;
import org.customsgateway.mapping.SourcePath;
import org.customsgateway.mapping.Syntax;

/** A syntax as it comes of a grammar, and what tests ask of it besides. */
record CargoImpSample(Syntax syntax, Grammar grammar, String item) {

    /** With a grammar of the house. */
    static CargoImpSample of(String format, String file, String message, String item, List<String> versions) {
        try {
            return of(Files.readString(Path.of("xsd", format, file)), message, item, versions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenFormat e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a grammar of the test. */
    static CargoImpSample of(String grammar, String message, String item, List<String> versions) throws BrokenFormat {
        Drawers drawers = new Drawers(Map.of("xsd/t/t.yaml", grammar.getBytes(StandardCharsets.UTF_8)));
        SourcePath nowhere = new SourcePath(false, List.of(), 0);
        FormatFile format = new FormatFile(
                "mappings/t/format.yaml",
                "t",
                "",
                "1",
                "cargo-imp",
                "t.yaml",
                Map.of("message", List.of(message), "versions", versions),
                item,
                nowhere,
                nowhere,
                List.of(),
                nowhere,
                nowhere,
                nowhere,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                1,
                "txt",
                "",
                List.of(),
                "",
                Map.of(),
                List.of(),
                ReturnNames.NONE);
        return new CargoImpSample(
                CargoImpSyntax.compile(format, drawers), GrammarFile.read(drawers, "xsd/t/t.yaml"), item);
    }

    List<Block> blocks(byte[] raw) throws IOException {
        LineRule rule = grammar.item(item);
        Blocks blocks = new Blocks(
                new TextLines(new ByteArrayInputStream(raw), 1000),
                grammar,
                rule == null ? "" : rule.identifier(),
                5000);
        List<Block> all = new ArrayList<>();
        for (Block block = blocks.next(); block != null; block = blocks.next()) {
            all.add(block);
        }
        return all;
    }

    /** The lines of a tree: of an item, or of what stands around items. */
    List<String> written(Element tree, String version) {
        MessageWriter writer = new MessageWriter(grammar, syntax.shape().root(grammar.message()), version);
        LineRule rule = grammar.item(item);
        if (tree.name().equals(item) && rule != null) {
            Element around = new Element(grammar.message(), null, 0, 0);
            around.add(tree);
            return writer.lines(rule, around);
        }
        return grammar.lines().stream()
                .filter(line -> line != rule && line.in(version))
                .flatMap(line -> writer.lines(line, tree).stream())
                .toList();
    }
}
