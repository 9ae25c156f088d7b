package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customsgateway.Needed;
import org.customsgateway.mapping.edifact.Grammar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the grammars against the tables of the UN/EDIFACT directories, place by place. */
class EdifactGrammarTest {

    private static final Path TABLES = Path.of("../shared/facts/tables/edifact");
    private static final Pattern PLACE = Pattern.compile(
            "\\| \\d{4} \\|[^|]*\\| ([^|]*?) ?\\|[^*|]*\\*\\*(\\w+)\\*\\*[^|]*\\|[^|]*\\| ([MC]) \\| (\\d+) \\|.*");
    private static final Pattern ELEMENT = Pattern.compile(
            "\\| (?:\\d{3} )?\\| (?:\\*\\*|: )(\\w+)(?:\\*\\*)? \\|[^|]*\\| ([MC]) \\| ?(\\d*) ?\\| ?([^|]*?) ?\\|");

    private static Drawers drawers;

    @BeforeAll
    static void read() throws IOException {
        drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
    }

    private static List<String> grammars() {
        return drawers.files().keySet().stream()
                .filter(file -> file.matches("xsd/un-(cuscar|cusexp|cusdec|cusres|aperak)-\\w+/\\w+\\.xml"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> as_the_message_table_says() {
        Needed.folder(TABLES);
        return grammars().stream()
                .filter(file -> Files.exists(table(file)))
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    List<String> wanted = new ArrayList<>();
                    for (String line : Files.readAllLines(table(file))) {
                        Matcher place = PLACE.matcher(line);
                        if (place.matches() && !List.of("UNH", "UNT").contains(place.group(2))) {
                            wanted.add(String.join(" ", place.group(1), place.group(2), place.group(3), place.group(4))
                                    .strip());
                        }
                    }
                    assertThat(wanted).isNotEmpty();
                    assertThat(places(file)).isEqualTo(wanted);
                }));
    }

    private static Path table(String file) {
        String[] id = file.split("/")[1].toUpperCase(Locale.ROOT).split("-");
        return TABLES.resolve(id[1] + "_" + id[2] + ".md");
    }

    /** Where there is no table: as many places as the directory is known to have. */
    @Test
    void as_many_places_as_the_directory_has() throws BrokenFormat {
        assertThat(places("xsd/un-cuscar-d95b/cuscar.xml")).hasSize(68);
        assertThat(places("xsd/un-cuscar-d99b/cuscar.xml")).hasSize(87);
        for (String file : grammars()) {
            assertThat(Grammar.read(drawers, file).root(Grammar.INTERCHANGE)).isNotNull();
        }
    }

    @Test
    void segments_as_the_directory_says() throws IOException, BrokenFormat {
        Needed.folder(TABLES);
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        List<String> at = new ArrayList<>();
        for (String line : Files.readAllLines(TABLES.resolve("segments_D01B.md"))) {
            Matcher element = ELEMENT.matcher(line);
            if (line.matches("\\*\\*[A-Z]{3} .*")) {
                at = wanted.computeIfAbsent(line.substring(2, 5), tag -> new ArrayList<>());
            } else if (element.matches()) {
                at.add(String.join(" ", element.group(1), element.group(2), element.group(4))
                        .strip());
            }
        }
        SchemaFile file = SchemaFile.parse("d01b", drawers.file("xsd/_shared/edifact/d01b.xml"));
        int compared = 0;
        for (Element type : file.root().children()) {
            String name = type.attribute("name");
            // COM may repeat its composite, which is written at each place that a repetition may take
            if (type.name().equals("segmentType") && wanted.containsKey(name) && !name.equals("COM")) {
                assertThat(elements(file, type)).as(name).isEqualTo(wanted.get(name));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static List<String> elements(SchemaFile file, Element type) {
        List<String> elements = new ArrayList<>();
        for (Element part : type.children().get(0).children()) {
            Element of = named(file, part.attribute("type"));
            String status = part.attribute("minOccurs").equals("0") ? "C" : "M";
            String name = part.attribute("type").replaceFirst("^E", "");
            elements.add(name + " " + status + (of.name().equals("elementType") ? " " + format(of) : ""));
            if (of.name().equals("compositeType")) {
                elements.addAll(elements(file, of));
            }
        }
        return elements;
    }

    private static String format(Element type) {
        String kind = type.attribute("base").equals("decimal") ? "n" : "an";
        boolean exact = type.attribute("minLength").equals(type.attribute("maxLength"));
        return kind
                + (exact && !type.attribute("maxLength").equals("1") ? "" : exact ? "" : "..")
                + type.attribute("maxLength");
    }

    private static Element named(SchemaFile file, String name) {
        return file.root().children().stream()
                .filter(type -> type.attribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> places(String file) throws BrokenFormat {
        Element transaction = SchemaFile.parse(file, drawers.file(file)).root().children().stream()
                .filter(top -> top.name().equals("transaction"))
                .findFirst()
                .orElseThrow();
        List<String> places = new ArrayList<>();
        walk(transaction, "", places);
        return places;
    }

    private static void walk(Element structure, String path, List<String> into) {
        for (Element part : structure.children().get(0).children()) {
            boolean group = part.name().equals("loop");
            String name = part.attribute(group ? "code" : "type");
            String status = part.attribute("minOccurs").equals("0") ? "C" : "M";
            into.add(String.join(" ", path, name, status, part.attribute("maxOccurs"))
                    .strip());
            if (group) {
                walk(part, path.isEmpty() ? name : path + "/" + name, into);
            }
        }
    }
}
