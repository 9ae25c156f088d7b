package org.customsgateway.route;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.Token;
import org.customsgateway.journal.Database;
import org.customsgateway.match.MatchFiles;

/** A platform whose orders wait for payment and parcel, a payment firm and a carrier. */
final class MatchDesk extends Desk {

    private static final String PARTNER =
            "name: P\nkind: platform\nformats: [platform-%s-1]\nwires: { https: { tokens: [%s] } }\n%s\n";

    MatchDesk(Path folder) throws IOException {
        this(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS));
    }

    MatchDesk(Path folder, Database database, MatchFiles files) throws IOException {
        super(folder, database, files, partners());
    }

    /** With other back-ends than those that are shipped, by a table in this folder. */
    MatchDesk(Path folder, BackEnds backEnds) throws IOException {
        super(
                folder,
                Database.embedded(folder.resolve("journal.db")),
                MatchFiles.open(Path.of("mappings/_shared/match"), Books.POSITIONS),
                partners(),
                backEnds,
                folder);
    }

    private static Map<String, String> partners() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String leg : List.of("order", "payment", "logistics")) {
            String match = leg.equals("order") ? "match: { legs: [payment, logistics], window: 24h }" : "";
            files.put(leg, partner(leg, leg, match));
        }
        files.put("order2", partner("order2", "order", "match: { legs: [payment, logistics] }"));
        files.put("payment2", partner("payment2", "payment", ""));
        files.put("atonce", partner("atonce", "order", ""));
        return files;
    }

    private static String partner(String id, String leg, String match) {
        return PARTNER.formatted(leg, Token.of(id, Instant.EPOCH, Duration.ofDays(1)), match);
    }
}
