package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Scan;

/** An interchange of which every item must become a declaration, mapped in the two ways that the gateway has. */
final class Mapped {

    private static final MappingInputs INPUTS =
            new MappingInputs("bench", "bench", Instant.parse("2026-11-21T10:00:00Z"));

    private Mapped() {}

    /** As the gateway reads a large one. Returns the bytes of all declarations. */
    static int both(Mapping mapping, byte[] raw) throws IOException {
        int bytes = 0;
        for (byte[] declaration : declarations(mapping, raw)) {
            bytes += declaration.length;
        }
        return bytes;
    }

    /** As the gateway reads a small one. */
    static int whole(Mapping mapping, byte[] raw) throws IOException {
        int bytes = 0;
        for (MappedItem item : mapping.whole(raw, Limits.DEFAULT, INPUTS).items()) {
            bytes += declaration(item).length;
        }
        return bytes;
    }

    static List<byte[]> declarations(Mapping mapping, byte[] raw) throws IOException {
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        if (scan.refused()) {
            throw new IllegalStateException("refused: " + scan.problems());
        }
        List<byte[]> declarations = new ArrayList<>();
        mapping.read(new ByteArrayInputStream(raw), scan, INPUTS, item -> declarations.add(declaration(item)));
        return declarations;
    }

    private static byte[] declaration(MappedItem item) {
        if (item.declaration() == null) {
            throw new IllegalStateException("rejected: " + item.problems() + item.failure());
        }
        return item.declaration();
    }
}
