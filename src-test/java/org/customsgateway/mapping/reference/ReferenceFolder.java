package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A folder of reference data that a test writes. */
record ReferenceFolder(Path path) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    static final String HEAD = """
            # title: Rates
            # source: made up
            # licence: none needed
            # covers: what a test needs
            # sure: example
            # asOf: 2026-11-01
            # maxAge: P30D
            """;

    /** With one set: rates, found by authority and currency. */
    static ReferenceFolder in(Path path) throws IOException {
        ReferenceFolder folder = new ReferenceFolder(Files.createDirectories(path));
        folder.write("sets.yaml", """
                rates:
                  title: Exchange rates
                  key: { authority: "/[A-Z]{2}|\\\\*/", currency: "/[A-Z]{3}|\\\\*/" }
                  values: { rate: number, note: "text?" }
                """);
        return folder;
    }

    ReferenceFolder write(String name, String text) throws IOException {
        Files.writeString(path.resolve(name), text);
        return this;
    }

    /** A file of rates: the head, the columns, these rows. */
    ReferenceFolder rates(String... rows) throws IOException {
        return write(
                "rates.csv",
                HEAD + "authority,currency,rate,note,validFrom,validTo\n" + String.join("\n", rows) + "\n");
    }

    References open() {
        return References.open(path, null, CLOCK);
    }
}
