package org.customsgateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.SignaturePolicy;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Acknowledgement;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.xmldsig.SignatureCheck;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;

/** Judges an interchange as a whole: which of the partner's formats it is in, and whether it can be read to its last byte. */
final class Identify {

    /** Bytes of an interchange that is read and mapped in one go, because all its items may be held at once. */
    private static final int SMALL = Claims.SMALL;

    /** What goes beyond is not looked at: the verdict on the whole comes first. */
    private static final int LONGEST_ACKNOWLEDGEMENT = 1 << 20;

    private final Formats formats;
    private final RawStore raws;

    Identify(Formats formats, RawStore raws) {
        this.formats = formats;
        this.raws = raws;
    }

    public Reading format(Reading reading) throws IOException {
        if (reading.interchange().raw().size() == 0) {
            return reading.refused(List.of(Refusals.empty()));
        }
        Optional<Acknowledgement> said = acknowledgement(reading);
        if (said.isPresent()) {
            return reading.saying(said.get());
        }
        try (InputStream bytes = raws.open(reading.interchange().raw())) {
            Optional<FormatId> found =
                    formats.recognise(bytes, reading.partner().formats());
            return found.map(id -> reading.in(formats.current(id)))
                    .orElseGet(() -> reading.refused(
                            List.of(Refusals.formatUnknown(reading.partner().formats()))));
        }
    }

    /** An answer to an answer would be answered in turn, and so on: it is looked for before anything else. */
    private Optional<Acknowledgement> acknowledgement(Reading reading) throws IOException {
        try (InputStream bytes = raws.open(reading.interchange().raw())) {
            return formats.acknowledgement(
                    bytes.readNBytes(LONGEST_ACKNOWLEDGEMENT), reading.partner().formats());
        }
    }

    public Reading judge(Reading reading) throws IOException {
        if (reading.isRefused() || reading.acknowledgement() != null) {
            return reading;
        }
        var agreed = reading.partner().limits();
        var limits = Limits.DEFAULT.withBytes(agreed.interchangeBytes()).withItems(agreed.items());
        Optional<SignaturePolicy> signature = reading.partner().signature();
        if (signature.isPresent()) {
            Reading scanned = scanned(reading, limits);
            List<Problem> faults =
                    scanned.scan().refused() ? scanned.scan().problems() : unsigned(reading, signature.get());
            if (!faults.isEmpty()) {
                return scanned.refused(faults);
            }
        }
        try (InputStream bytes = raws.open(reading.interchange().raw())) {
            Reading judged = reading.interchange().raw().size() <= SMALL
                    ? reading.whole(reading.mapping().whole(bytes.readAllBytes(), limits, reading.inputs()))
                    : reading.scanned(reading.mapping().scan(bytes, limits));
            return judged.scan().refused() ? judged.refused(judged.scan().problems()) : judged;
        }
    }

    private Reading scanned(Reading reading, Limits limits) throws IOException {
        try (InputStream bytes = raws.open(reading.interchange().raw())) {
            return reading.scanned(reading.mapping().scan(bytes, limits));
        }
    }

    /** Its items are not looked at before it is known whose they are. */
    private List<Problem> unsigned(Reading reading, SignaturePolicy agreed) throws IOException {
        if (!reading.mapping().xml()) {
            return agreed.required() ? List.of(SignatureCheck.missing()) : List.of();
        }
        var check = new SignatureCheck(agreed.certificates(), agreed.required(), agreed.sha1(), agreed.largest());
        try (InputStream bytes = raws.open(reading.interchange().raw())) {
            return check.problem(bytes, reading.interchange().receivedAt()).stream()
                    .toList();
        }
    }
}
