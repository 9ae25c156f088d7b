package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;

/** Real documents of an authority: they are valid here as they are there, and lose nothing on their way through our Java. */
class WcoSamplesTest {

    private static final Path OUTSIDE =
            Path.of("src-test/resources/org/customsgateway/mapping/outside-the-profile.txt");
    private static final WcoModel MODEL = Shipped.model();

    @BeforeAll
    static void dataIsThere() {
        Hmrc.needed();
    }

    @Test
    void everySampleThatIsValidThereIsValidHereOrItsPositionsAreListed() throws IOException {
        List<String> outside = new ArrayList<>();
        int valid = 0;
        for (Path sample : Hmrc.samples()) {
            byte[] document = Files.readAllBytes(sample);
            if (Hmrc.fault(document).isEmpty()) {
                valid++;
                validate(document)
                        .forEach(finding -> outside.add(sample.getFileName() + " " + finding.rule() + " "
                                + finding.path() + " " + finding.wcoId()));
            }
        }
        assertThat(valid).as("valid samples").isGreaterThan(40);
        assertThat(outside).isEqualTo(listed());
    }

    @Test
    void everySampleKeepsItsContent() throws IOException {
        for (Path sample : Hmrc.samples()) {
            byte[] document = Files.readAllBytes(sample);
            if (validate(document).isEmpty()) {
                byte[] again = MODEL.write(MODEL.read(document));
                Diff diff = DiffBuilder.compare(Input.fromByteArray(document))
                        .withTest(Input.fromByteArray(again))
                        .ignoreComments()
                        .ignoreWhitespace()
                        .withAttributeFilter(attribute -> !attribute.getName().contains("schemaLocation"))
                        .checkForSimilar()
                        .build();
                assertThat(diff.getDifferences()).as(sample.toString()).isEmpty();
                assertThat(validate(again)).as(sample.toString()).isEmpty();
                assertThat(Hmrc.fault(again)).as(sample.toString()).isEmpty();
            }
        }
    }

    @Test
    void whatIsNotValidThereIsNotValidHere() throws IOException {
        for (Path sample : Hmrc.samples()) {
            byte[] document = Files.readAllBytes(sample);
            if (validate(document).isEmpty()) {
                assertThat(Hmrc.fault(document)).as(sample.toString()).isEmpty();
            }
        }
    }

    @Test
    void everyDeclarationThatWeProduceIsValidThere() throws IOException {
        List<String> produced = GoldenDeclarations.all();
        assertThat(produced).hasSizeGreaterThan(150);
        for (String declaration : produced) {
            assertThat(Hmrc.fault(declaration.getBytes(StandardCharsets.UTF_8)))
                    .as(declaration)
                    .isEmpty();
        }
    }

    private static List<WcoFinding> validate(byte[] document) {
        boolean response = new String(document, StandardCharsets.UTF_8).contains("Response>");
        return response ? MODEL.validateResponse(document) : MODEL.validateDeclaration(document);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(OUTSIDE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
