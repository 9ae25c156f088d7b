package org.customsgateway.route;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customsgateway.journal.Sighting;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.enrich.Circumstances;
import org.customsgateway.mapping.enrich.Consignment;
import org.customsgateway.mapping.enrich.Enriched;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.route.Acquaintances.Parties;

/** Enriches declarations that are journaled together: each learns what is known of its parties from those before it. */
final class Enriching {

    private record Read(Consignment consignment, Parties parties) {}

    private final Enricher enricher;
    private final Acquaintances acquaintances;
    private final Map<byte[], Read> read = new IdentityHashMap<>();

    Enriching(Enricher enricher, Acquaintances acquaintances) {
        this.enricher = enricher;
        this.acquaintances = acquaintances;
    }

    /** Looks up the parties of all of them at once, instead of one after the other. */
    void look(Map<byte[], Circumstances> declarations) {
        declarations.forEach((declaration, about) -> read.put(declaration, read(declaration, about)));
        acquaintances.look(read.values().stream().map(Read::parties).toList());
    }

    /** The same of the items of an interchange, as far as they may be declared. */
    void look(Reading reading, List<MappedItem> items) {
        if (!LegPolicy.waits(reading)) {
            look(items.stream()
                    .filter(item -> !item.rejected() && !item.cancels())
                    .collect(Collectors.toMap(MappedItem::declaration, item -> Quality.circumstances(reading, item))));
        }
    }

    Enriched add(Reading reading, MappedItem item) {
        return add(item.declaration(), Quality.circumstances(reading, item));
    }

    Enriched add(byte[] declaration, Circumstances about) {
        if (!read.containsKey(declaration)) {
            look(Map.of(declaration, about));
        }
        Read one = read.get(declaration);
        return enricher.add(declaration, one.consignment(), about, acquaintances.before(one.parties()));
    }

    /** What is to be journaled with one that was added to, if it is declared for the first time; those after it learn of it. */
    List<Sighting> meet(byte[] declaration) {
        Read one = read.get(declaration);
        return acquaintances.meet(one.parties(), one.consignment());
    }

    private Read read(byte[] declaration, Circumstances about) {
        Consignment consignment = Consignment.of(declaration);
        return new Read(consignment, acquaintances.parties(consignment, about.on()));
    }
}
