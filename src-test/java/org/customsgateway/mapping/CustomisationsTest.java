package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.mapping.view.View;
import org.customsgateway.mapping.view.Views;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of documents of an authority's own. Cases are {@code src-test/golden/_shared/views/<case>}: a declaration, and beside it what
 * each view makes of it. {@code -Dgolden.update=true} writes what they make now and fails.
 */
class CustomisationsTest {

    private static final Path SHIPPED = Path.of("mappings/_shared/views");
    private static final Path CASES = Path.of("src-test/golden/_shared/views");
    private static final String INPUT = "declaration.xml";
    private static final String EXAMPLE = ".yaml.example";

    @TempDir
    private static Path folder;

    private static Views views;

    @BeforeAll
    static void rename() throws IOException {
        for (Path file : list(SHIPPED)) {
            String name = file.getFileName().toString();
            Files.copy(file, folder.resolve(name.replace(EXAMPLE, ".yaml")));
        }
        views = Views.read(folder, Path.of("xsd"), Shipped.model().positions());
    }

    @TestFactory
    Stream<DynamicTest> golden() throws IOException {
        assertThat(expected("")).extracting(CustomisationsTest::view).contains("uk-cds", "eu-h7");
        return expected("").stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), one.toUri(), () -> verify(one)));
    }

    private static void verify(Path expected) throws IOException {
        String made = GoldenCase.pretty(text(made(view(expected), expected.resolveSibling(INPUT))));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, made);
            fail("written anew, look at the difference: " + expected);
        }
        GoldenCase.sameXml(Files.readString(expected), made, expected);
    }

    @Test
    void declarations_of_the_cases_are_our_own() throws IOException {
        for (Path one : expected("")) {
            assertThat(Shipped.model().validateDeclaration(Files.readAllBytes(one.resolveSibling(INPUT))))
                    .as(one.toString())
                    .isEmpty();
        }
    }

    @Test
    void what_cds_gets_is_valid_by_the_schema_of_hmrc() throws IOException {
        Hmrc.needed();
        for (Path one : expected("uk-cds")) {
            assertThat(Hmrc.fault(made("uk-cds", one.resolveSibling(INPUT))))
                    .as(one.toString())
                    .isEmpty();
        }
    }

    @Test
    void of_any_declaration_is_made_what_hmrc_takes_or_nothing() throws IOException {
        Hmrc.needed();
        View cds = views.find("uk-cds").orElseThrow();
        int made = 0;
        for (String declaration : GoldenDeclarations.all()) {
            byte[] document;
            try {
                document = cds.of(declaration.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalStateException e) {
                assertThat(e.getMessage())
                        .matches("views/uk-cds[.]yaml: what is made is not valid: [\\w/]+ cvc-[\\w.-]+");
                continue;
            }
            made++;
            assertThat(Hmrc.fault(document)).as(text(document)).isEmpty();
        }
        assertThat(made).isGreaterThan(50);
    }

    @Test
    void what_an_authority_would_not_take_is_told_by_its_place_and_not_by_its_value() throws IOException {
        Path post = CASES.resolve("post-gift").resolve(INPUT);
        byte[] coded = Files.readString(post).replace(">611710<", ">61-secret<").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> views.find("uk-cds").orElseThrow().of(coded))
                .hasMessage("views/uk-cds.yaml: what is made is not valid: MetaData/Declaration/GoodsShipment/"
                        + "GovernmentAgencyGoodsItem/Commodity/Classification/ID cvc-pattern-valid");
    }

    @Test
    void all_that_is_wrong_with_the_keys_is_told_with_file_and_line() throws IOException {
        String view = Files.readString(folder.resolve("uk-cds.yaml"));
        broken(view.replace("  location:", "  place:"), "views/v.yaml:35: the stylesheet has [");
        broken(
                view.replace("uk-cds/MetaData.xsd", "uk-cds/Nothing.xsd"),
                "views/v.yaml:31: there is no xsd/_shared/uk-cds/Nothing.xsd");
        broken(view.replaceAll("(?m)^schema:.*\n", ""), "views/v.yaml:1: schema is missing");
        broken(view.replace("uk-cds.xsl", "../routing.csv"), "views/v.yaml:30: views has no ../routing.csv");
        Files.writeString(folder.resolve("v.xsl"), "<a>\n<b>\n</a>");
        broken(view.replace("uk-cds.xsl", "v.xsl"), "views/v.xsl:3: not well-formed");
        Files.delete(folder.resolve("v.xsl"));
    }

    private static void broken(String view, String told) throws IOException {
        Path file = folder.resolve("v.yaml");
        Files.writeString(file, view);
        assertThatThrownBy(
                        () -> Views.read(folder, Path.of("xsd"), Shipped.model().positions()))
                .hasMessageContaining(told);
        Files.delete(file);
    }

    private static byte[] made(String view, Path declaration) throws IOException {
        return views.find(view).orElseThrow().of(Files.readAllBytes(declaration));
    }

    private static List<Path> expected(String view) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path one : list(CASES)) {
            list(one).stream()
                    .filter(file -> !file.endsWith(INPUT) && view(file).contains(view))
                    .forEach(all::add);
        }
        return all;
    }

    private static String view(Path expected) {
        return expected.getFileName().toString().replace(".xml", "");
    }

    private static List<Path> list(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
