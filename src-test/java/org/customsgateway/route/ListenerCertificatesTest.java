package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.as2.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerCertificatesTest {

    private final List<X509Certificate> shown = new ArrayList<>();

    private void shows(Books books, int days) {
        shown.add(TestKeys.make("listener", books.clock.instant(), Duration.ofDays(days))
                .certificate());
    }

    @Test
    void one_that_ends_soon_is_told_until_there_is_another(@TempDir Path folder) throws IOException {
        try (Books books = new Books(folder)) {
            var certificates = new ListenerCertificates(Map.of("https-tls", () -> shown), books.journal, books.clock);
            shows(books, 40);
            certificates.look();
            assertThat(books.alarms()).isEmpty();

            books.clock.forward(Duration.ofDays(11));
            certificates.look();
            assertThat(books.alarms()).containsExactly("CERTIFICATE https-tls");

            shows(books, 300);
            certificates.look();
            assertThat(books.alarms()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_half_written_changes_nothing(@TempDir Path folder) throws IOException {
        try (Books books = new Books(folder)) {
            shows(books, 3);
            var certificates =
                    new ListenerCertificates(Map.of("https-tls", this::readable), books.journal, books.clock);
            certificates.look();
            shown.clear();
            certificates.look();
            assertThat(books.alarms()).containsExactly("CERTIFICATE https-tls");
        }
    }

    private List<X509Certificate> readable() {
        if (shown.isEmpty()) {
            throw new IllegalStateException("half of it is there");
        }
        return shown;
    }
}
