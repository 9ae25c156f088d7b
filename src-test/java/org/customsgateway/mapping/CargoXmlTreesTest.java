package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.Needed;
import org.customsgateway.mapping.xml.SchemaTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The light schemas say what the published element trees say: every element, whether it must be there, whether it repeats. */
class CargoXmlTreesTest {

    private static final Pattern ROW = Pattern.compile("\\| `/([^`]*)` \\| ([MO]) \\| (\\S+) \\|.*");
    private static final Pattern SHEET_ROW =
            Pattern.compile("\\| `HouseManifest/([^` ]*)[^`]*` \\| [^|]*\\| ?([MO]?) *\\| ?(\\S*) *\\|.*");

    private static Drawers drawers;

    @BeforeAll
    static void open() throws IOException {
        Needed.folder(CargoXml.TREES);
        drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
    }

    @Test
    void house_waybill() throws Exception {
        same("xsd/cargo-xfzb-3/house-waybill.xsd", "HouseWaybill", "cargoxml-xfzb3.md");
    }

    @Test
    void waybill() throws Exception {
        same("xsd/cargo-xfwb-3/waybill.xsd", "Waybill", "cargoxml-xfwb3.md");
    }

    @Test
    void response() throws Exception {
        same("xsd/cargo-xfnm-3/response.xsd", "Response", "cargoxml-xfnm3.md");
    }

    /** The sheet of the manifest leaves open whether some groups must be there, and how the header is. */
    @Test
    void house_manifest() throws Exception {
        Map<String, String> ours = ours("xsd/cargo-xfhl-3/house-manifest.xsd", "HouseManifest");
        List<String> sheet = new ArrayList<>();
        for (String line : Files.readAllLines(CargoXml.TREES.resolve("cargoxml-XFHL-3.0.0.md"))) {
            Matcher row = SHEET_ROW.matcher(line);
            if (row.matches()) {
                sheet.add(row.group(1));
                assertThat(ours).containsKey(row.group(1));
                if (!row.group(2).isEmpty()) {
                    String occurs = row.group(2) + (row.group(3).endsWith("n") ? "n" : "1");
                    assertThat(ours.get(row.group(1))).as(row.group(1)).isEqualTo(occurs);
                }
            }
        }
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(sheet);
    }

    private static void same(String file, String root, String table) throws Exception {
        Map<String, String> theirs = new TreeMap<>();
        for (String line : Files.readAllLines(CargoXml.TREES.resolve(table))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                theirs.put(row.group(1), row.group(2) + (row.group(3).equals("1") ? "1" : "n"));
            }
        }
        assertThat(theirs).hasSizeGreaterThan(20);
        assertThat(ours(file, root)).isEqualTo(theirs);
    }

    /** {@code M} or {@code O}, {@code 1} or {@code n}, by path below the root. */
    private static Map<String, String> ours(String file, String root) throws Exception {
        Map<String, String> found = new TreeMap<>();
        walk(SchemaTree.read(drawers, file).root(root), "", found);
        return found;
    }

    private static void walk(SchemaElement from, String path, Map<String, String> found) {
        for (SchemaElement child : from.content().children()) {
            String at = path.isEmpty() ? child.name() : path + "/" + child.name();
            assertThat(found).as(Arrays.toString(at.split("/"))).doesNotContainKey(at);
            found.put(at, (child.least() > 0 ? "M" : "O") + (child.repeats() ? "n" : "1"));
            walk(child, at, found);
        }
    }
}
