package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which replies Cargo-IMP gets, and what every one of them keeps to. */
class CargoImpRepliesTest {

    private static final FormatId PER = new FormatId("cargo-per");
    private static final FormatId PSN = new FormatId("cargo-psn");
    private static final FormatId FMA = new FormatId("cargo-fma");
    private static final FormatId FNA = new FormatId("cargo-fna");

    @ParameterizedTest
    @ValueSource(strings = {"cargo-fhl", "cargo-fwb"})
    void faults_are_told_by_per_and_statuses_by_psn(String format) {
        Mapping mapping = Shipped.mapping(format);

        assertThat(mapping.tells(StatusCode.REJECTED, List.of())).contains(PER);
        assertThat(mapping.tellsRefusal(List.of())).contains(PER);
        assertThat(mapping.tells(StatusCode.RECEIVED, List.of())).contains(PSN);
        assertThat(mapping.tells(StatusCode.REFERRED_RFI, List.of())).contains(PSN);
        assertThat(mapping.tells(StatusCode.ASSESSMENT_COMPLETE, List.of())).contains(PSN);
        assertThat(mapping.tells(StatusCode.ACCEPTED, List.of())).isEmpty();
        assertThat(mapping.tellsReading(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cargo-fhl", "cargo-fwb"})
    void a_partner_may_have_agreed_to_fma_and_fna(String format) {
        Mapping mapping = Shipped.mapping(format);
        List<FormatId> agreed = List.of(FNA, FMA);

        assertThat(mapping.tells(StatusCode.REJECTED, agreed)).contains(FNA);
        assertThat(mapping.tellsRefusal(agreed)).contains(FNA);
        assertThat(mapping.tells(StatusCode.ACCEPTED_WITH_WARNINGS, agreed)).contains(FMA);
        assertThat(mapping.tells(StatusCode.DO_NOT_LOAD, agreed))
                .as("FMA has no word for a hold")
                .contains(PSN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cargo-per", "cargo-psn", "cargo-fma", "cargo-fna"})
    void every_reply_keeps_to_the_limits_of_a_telegram(String format) throws IOException {
        Mapping mapping = Shipped.mapping(format);
        assertThat(mapping.itemsPerReply()).isEqualTo(1);
        assertThat(mapping.suffix()).isEqualTo("txt");
        try (Stream<Path> replies = Files.walk(Path.of("src-test/golden", format))) {
            List<Path> all = replies.filter(file -> file.endsWith("reply.txt")).toList();
            assertThat(all).isNotEmpty();
            for (Path reply : all) {
                String text = Files.readString(reply);
                assertThat(text.lines()).as("%s", reply).allSatisfy(line -> {
                    assertThat(line.length()).isLessThanOrEqualTo(69);
                    assertThat(line).matches("[A-Z0-9 ./_-]*");
                });
                assertThat(text.split("\r\n\r\n"))
                        .as("%s", reply)
                        .allSatisfy(message -> assertThat(message.length()).isLessThanOrEqualTo(1600));
            }
        }
    }
}
