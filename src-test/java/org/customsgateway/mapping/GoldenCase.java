package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.customsgateway.message.Problem;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;
import org.xmlunit.diff.Difference;

/** One folder of {@code src-test/golden}: what goes in, what must come out. A file that is not there means that nothing comes out. */
record GoldenCase(Mapping mapping, Path folder) {

    private static final String XML_START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    void verify() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String name : expectations()) {
            if (Files.exists(folder.resolve(name))) {
                expected.put(name, Files.readString(folder.resolve(name)));
            }
        }
        Map<String, String> actual = new TreeMap<>(run());
        assertThat(expected).as("a case needs what it expects: %s", folder).isNotEmpty();
        assertThat(actual.keySet())
                .as("what came out of %s:%n%s", folder, actual)
                .isEqualTo(expected.keySet());
        for (String name : expected.keySet()) {
            if (name.endsWith(".xml")) {
                sameXml(expected.get(name), actual.get(name), folder.resolve(name));
            } else {
                assertThat(actual.get(name)).as("%s", folder.resolve(name)).isEqualTo(expected.get(name));
            }
        }
    }

    void update() throws IOException {
        for (String name : expectations()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (Map.Entry<String, String> one : run().entrySet()) {
            Files.writeString(folder.resolve(one.getKey()), one.getValue());
        }
    }

    private List<String> expectations() {
        return List.of("declarations.xml", "problems.txt", "reply." + mapping.suffix());
    }

    private Map<String, String> run() throws IOException {
        Path content = folder.resolve("reply.yaml");
        if (Files.exists(content)) {
            byte[] reply = mapping.reply(GoldenInputs.reply(content, mapping));
            return Map.of("reply." + mapping.suffix(), text(reply, mapping.suffix()));
        }
        return read(input());
    }

    /** As it is compared: XML indented, EDIFACT a line for each segment and a character for each byte. */
    private static String text(byte[] reply, String suffix) {
        return switch (suffix) {
            case "xml" -> pretty(new String(reply, StandardCharsets.UTF_8));
            case "edi" ->
                new String(reply, StandardCharsets.ISO_8859_1)
                        .replaceAll("((?:^|[^?])(?:[?][?])*')(?!$)", "$1\n")
                        .concat("\n");
            default -> new String(reply, StandardCharsets.UTF_8).stripTrailing() + "\n";
        };
    }

    private byte[] input() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> inputs = files.filter(
                            file -> file.getFileName().toString().startsWith("input."))
                    .toList();
            assertThat(inputs).as("input.* in %s", folder).hasSize(1);
            return Files.readAllBytes(inputs.get(0));
        }
    }

    private Map<String, String> read(byte[] raw) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        List<String> declarations = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Drawer.sameInOneGo(mapping, raw, GoldenInputs.of(folder).interchange());
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        scan.problems().forEach(problem -> problems.add(line("interchange", problem)));
        new TreeMap<>(scan.messages())
                .forEach((place, found) -> found.forEach(problem -> problems.add(line("message " + place, problem))));
        if (!scan.refused()) {
            GoldenInputs inputs = GoldenInputs.of(folder);
            mapping.read(new ByteArrayInputStream(raw), scan, inputs.interchange(), item -> {
                MappedItem mapped = inputs.overridden() ? mapping.remap(item, inputs.item(item.sequence())) : item;
                assertThat(mapped.failure())
                        .as("the mapping itself, in %s", folder)
                        .isEmpty();
                if (mapped.declaration() != null) {
                    declarations.add(new String(mapped.declaration(), StandardCharsets.UTF_8).replace(XML_START, ""));
                }
                mapped.problems().forEach(problem -> problems.add(line("item " + mapped.sequence(), problem)));
            });
        }
        if (!declarations.isEmpty()) {
            out.put("declarations.xml", pretty("<declarations>" + String.join("", declarations) + "</declarations>"));
        }
        if (!problems.isEmpty()) {
            out.put("problems.txt", String.join("\n", problems) + "\n");
        }
        return out;
    }

    private static String line(String of, Problem problem) {
        String wcoId = problem.wcoId().isEmpty() ? "-" : problem.wcoId();
        String value = problem.value().isEmpty() ? "-" : problem.value().replaceAll("\\s+", " ");
        return String.join(
                " | ",
                of,
                problem.rule(),
                problem.severity().name(),
                problem.pointer().toString(),
                wcoId,
                value,
                problem.text());
    }

    static void sameXml(String expected, String actual, Path file) {
        Diff diff = DiffBuilder.compare(Input.fromString(expected))
                .withTest(Input.fromString(actual))
                .ignoreWhitespace()
                .ignoreComments()
                .checkForIdentical()
                .build();
        if (diff.hasDifferences()) {
            List<Difference> all = new ArrayList<>();
            diff.getDifferences().forEach(all::add);
            fail(
                    "%s:%n%s%n%nit is now:%n%s",
                    file, all.stream().limit(20).map(Object::toString).collect(Collectors.joining("\n")), actual);
        }
    }

    static String pretty(String xml) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter out = new StringWriter();
            transformer.transform(new StreamSource(new StringReader(xml)), new StreamResult(out));
            return XML_START + "\n" + out.toString().stripTrailing() + "\n";
        } catch (TransformerException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
