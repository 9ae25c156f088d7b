package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.customsgateway.AgreeableFormats;
import org.customsgateway.connector.as2.TestKeys;
import org.customsgateway.mapping.Shipped;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The partner files that people copy, read with the formats that there are. */
class PartnerExamplesTest {

    private static final FormatBook FORMATS = new AgreeableFormats(Shipped.formats());

    @TempDir
    Path folder;

    static Stream<Path> examples() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("connectors/partners"), "*.example")) {
            var found = Stream.<Path>builder();
            files.forEach(found);
            return found.build();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_a_partner(Path example) throws IOException {
        String name = example.getFileName().toString().replace(".example", "");
        Path copied = Files.writeString(folder.resolve(name), Files.readString(example));

        var read = PartnerFile.read(copied, FORMATS, PartnerExamplesTest::variable);

        assertThat(read.faults()).isEmpty();
    }

    private static String variable(String name) {
        return name.endsWith("CERTIFICATE")
                ? TestKeys.pem(TestKeys.make("post", Instant.EPOCH, Duration.ofDays(36500))
                        .certificate())
                : "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    }
}
