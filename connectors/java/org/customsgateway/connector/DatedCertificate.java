package org.customsgateway.connector;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A partner's certificate, and how long it counts: as its own dates say, or for a part of that.
 *
 * @param from first moment
 * @param until first moment at which it does not count any more
 */
public record DatedCertificate(X509Certificate certificate, Instant from, Instant until) {

    /** Within the certificate's own time; its last second is one in which it counts (RFC 5280, 4.1.2.5). */
    static DatedCertificate of(X509Certificate certificate, Instant from, Instant until) {
        var begins = certificate.getNotBefore().toInstant();
        var ends = certificate.getNotAfter().toInstant().plusSeconds(1);
        return new DatedCertificate(
                certificate, from.isAfter(begins) ? from : begins, until.isBefore(ends) ? until : ends);
    }

    public boolean isValid(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
