package org.customsgateway.connector.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.customsgateway.Sm2Party;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.HttpsWire;
import org.customsgateway.connector.Rate;
import org.junit.jupiter.api.Test;

/** Which certificate a request may come with; that the client has its key, TLS has seen. */
class GuestsTest {

    private static final Sm2Party FIRM = Sm2Party.valid();
    private static final Sm2Party STRANGER = Sm2Party.valid();

    private static boolean agreed(Sm2Party shown, Instant now) throws CertificateException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var wire = new HttpsWire(List.of(), List.of(Fingerprint.of(FIRM.certificate())), 1);
        return new Guests(clock).agreed(new Guest(null, wire, new Rate(clock), new Semaphore(1)), shown.certificate());
    }

    @Test
    void one_that_was_agreed_counts_while_it_is_valid_however_long_the_session_lasts() throws CertificateException {
        Instant end = FIRM.certificate().getNotAfter().toInstant();
        assertThat(agreed(FIRM, Sm2Party.NOW)).isTrue();
        assertThat(agreed(FIRM, end)).isTrue();
        assertThat(agreed(FIRM, end.plusSeconds(1))).isFalse();
        assertThat(agreed(STRANGER, Sm2Party.NOW)).isFalse();
    }
}
