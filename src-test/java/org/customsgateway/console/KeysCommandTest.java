package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.customsgateway.connector.Certificates;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.as2.Agreement;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final OwnKey POST = TestKeys.make("post", NOW, Duration.ofDays(300));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Agreement agreement = new Agreement("POST", "CUSTOMS", POST);

    private int keys(String... args) throws Exception {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Path password = Files.writeString(folder.resolve("password"), "secret-word");
        var all = new java.util.ArrayList<String>();
        all.add("keys");
        all.add(args[0]);
        all.add("--home");
        all.add(Path.of("").toAbsolutePath().toString());
        all.addAll(java.util.Arrays.asList(args).subList(1, args.length));
        return Commands.run(
                new Store(
                        Map.of(
                                "gateway.as2.store",
                                folder.resolve("store.p12").toString(),
                                "gateway.as2.password",
                                "file:" + password),
                        agreement),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all.toArray(String[]::new));
    }

    @Test
    void a_key_is_made_listed_and_its_certificate_exported() throws Exception {
        assertThat(keys("make", "customs-2026", "--name", "Customs of Nowhere", "--days", "400"))
                .isZero();
        assertThat(out.toString()).contains("customs-2026", "CN=Customs of Nowhere", "(399 days)");
        assertThat(keys("make", "customs-2026")).isNotZero();
        assertThat(err.toString()).contains("already");
        assertThat(keys("make", "customs-2027")).isZero();

        assertThat(keys("list")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).doesNotContain("secret-word");
        assertThat(Files.getPosixFilePermissions(folder.resolve("store.p12"))).hasSize(2);

        assertThat(keys("export", "customs-2026")).isZero();
        assertThat(out.toString()).doesNotContain("PRIVATE");
        var certificate = Certificates.parse(out.toString().getBytes(StandardCharsets.US_ASCII))
                .get(0);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Customs of Nowhere");
        assertThat(keys("export", "absent")).isEqualTo(2);
    }

    @Test
    void a_key_is_imported() throws Exception {
        var other = TestKeys.store(folder.resolve("other.p12"), TestKeys.make("x", NOW, Duration.ofDays(100)));
        Path password = Files.writeString(folder.resolve("other.password"), TestKeys.PASSWORD);

        assertThat(keys("import", "theirs", other.toString(), "--password", "file:" + password.toAbsolutePath()))
                .isZero();
        assertThat(keys("list")).isZero();
        assertThat(out.toString()).startsWith("theirs  CN=x");
    }

    @Test
    void a_rehearsal_tells_what_there_is_to_do() throws Exception {
        keys("make", "customs", "--days", "400");
        assertThat(keys("check", "post")).isZero();
        assertThat(out.toString())
                .contains("signs with 'customs'", "can be sealed", "would be taken here")
                .doesNotContain("look:");

        agreement = new Agreement("POST", "CUSTOMS", TestKeys.make("post", NOW, Duration.ofDays(20)));
        assertThat(keys("check", "post")).isEqualTo(Commands.LOOK);
        assertThat(out.toString()).contains("look: the partner's last certificate ends in 19 days");
    }

    /** Keys, and one partner. */
    private static final class Store extends NoWorks {
        private final Map<String, String> settings;
        private final Agreement agreement;

        private Store(Map<String, String> settings, Agreement agreement) {
            this.settings = settings;
            this.agreement = agreement;
        }

        @Override
        public String setting(Settings from, String key) {
            return settings.get(key);
        }

        @Override
        public Partner partner(Settings from, String id) {
            return agreement.partner(id);
        }
    }
}
