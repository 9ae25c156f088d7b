package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.customsgateway.Needed;
import org.customsgateway.mapping.xml.LittleSchema;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Public Cargo-XML messages: what becomes of each, and that ours are built as theirs. */
class CargoXmlSamplesTest {

    private static final int SHOWN = 3;
    private static final Map<String, String> SCHEMAS = Map.of(
            "HouseWaybill", "xsd/cargo-xfzb-3/house-waybill.xsd",
            "Waybill", "xsd/cargo-xfwb-3/waybill.xsd",
            "Response", "xsd/cargo-xfnm-3/response.xsd",
            "CustomsStatusNotification", "xsd/cargo-xcsn-1/customs-status-notification.xsd");

    private static Drawers drawers;

    @BeforeAll
    static void open() throws IOException {
        Needed.folder(CargoXml.SAMPLES);
        drawers = Drawers.read(Path.of("mappings"), Path.of("xsd"));
    }

    @Test
    void every_message_maps_or_yields_problems_with_their_places() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Path sample : CargoXml.samples()) {
            table.append(line(sample)).append('\n');
        }
        GoldenTable.holds("cargo-xml-samples.txt", table.toString());
    }

    private static String line(Path sample) throws IOException {
        byte[] raw = Files.readAllBytes(sample);
        String name = CargoXml.SAMPLES.relativize(sample).toString();
        Mapping mapping = CargoXml.recognised(raw);
        if (mapping == null) {
            return name + " | a reply, not read";
        }
        CargoXml.Outcome outcome = CargoXml.read(mapping, raw);
        if (outcome.accepted()) {
            assertThat(Shipped.model().validateDeclaration(outcome.declaration()))
                    .as(name)
                    .isEmpty();
        } else {
            assertThat(outcome.problems())
                    .as(name)
                    .isNotEmpty()
                    .allMatch(problem -> problem.pointer().line() > 0);
        }
        String told = outcome.problems().stream()
                .limit(SHOWN)
                .map(CargoXmlSamplesTest::told)
                .collect(Collectors.joining("; "));
        String verdict = outcome.scan().refused() ? "refused" : outcome.accepted() ? "declared" : "rejected";
        return String.join(
                " | ",
                name,
                mapping.id().value(),
                verdict
                        + (outcome.problems().isEmpty()
                                ? ""
                                : ", problems: " + outcome.problems().size()),
                told.isEmpty() ? "-" : told);
    }

    private static String told(Problem problem) {
        return (problem.severity() == Severity.WARN ? "warn " : "") + problem.rule() + " at " + problem.pointer();
    }

    @Test
    void every_message_is_valid_by_the_light_schemas() throws IOException, BrokenFormat {
        for (Path sample : CargoXml.samples()) {
            byte[] raw = plain(sample);
            String root = XmlPaths.of(raw).iterator().next().substring(1);
            assertThat(LittleSchema.firstFault(drawers, SCHEMAS.get(root), raw))
                    .as("%s", sample)
                    .isEmpty();
        }
    }

    /** Some samples are indented with the no-break spaces of the page they were taken from. */
    private static byte[] plain(Path sample) throws IOException {
        return Files.readString(sample).replace('\u00a0', ' ').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void our_rejection_is_built_as_the_published_one() throws IOException {
        Set<String> theirs = XmlPaths.of(plain(sample("xfnm3-rejected-missing-cne-name.xml")));
        Set<String> ours = golden("cargo-xfnm-3");

        assertThat(ours).containsAll(theirs);
        ours.removeAll(theirs);
        assertThat(ours)
                .as("what we say besides")
                .containsExactlyInAnyOrder(
                        "/Response/ResponseStatus/ReasonCode",
                        "/Response/ResponseStatus/Information",
                        "/Response/ResponseDetail");
    }

    @Test
    void our_notifications_are_built_as_the_published_ones() throws IOException {
        Set<String> theirs = XmlPaths.of(plain(sample("xcsn1-rfi-master.xml")));
        theirs.addAll(XmlPaths.of(plain(sample("xcsn1-rfi-house.xml"))));
        Set<String> ours = golden("cargo-xcsn-1");

        assertThat(theirs).containsAll(ours);
        theirs.removeAll(ours);
        String leg = "/CustomsStatusNotification/MasterConsignment/SpecifiedLogisticsTransportMovement/";
        assertThat(theirs)
                .as("what they say besides: how and when, and names of airports")
                .containsExactlyInAnyOrder(
                        leg + "ModeCode",
                        leg + "Mode",
                        leg + "ArrivalEvent/ScheduledOccurrenceDateTime",
                        leg + "ArrivalEvent/OccurrenceArrivalLocation/Name",
                        leg + "DepartureEvent/ScheduledOccurrenceDateTime",
                        leg + "DepartureEvent/OccurrenceDepartureLocation/Name");
    }

    private static Path sample(String name) {
        return CargoXml.SAMPLES.resolve("pact-tc-canada").resolve(name);
    }

    /** Every path in all golden replies of a format. */
    private static Set<String> golden(String format) throws IOException {
        Set<String> paths = new TreeSet<>();
        try (var files = Files.walk(Path.of("src-test/golden").resolve(format))) {
            List<Path> replies =
                    files.filter(file -> file.endsWith("reply.xml")).toList();
            for (Path reply : replies) {
                paths.addAll(XmlPaths.of(Files.readAllBytes(reply)));
            }
        }
        return paths;
    }
}
