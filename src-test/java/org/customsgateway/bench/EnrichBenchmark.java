package org.customsgateway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.bench.Turns.Work;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.enrich.Circumstances;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.mapping.reference.Snapshot;
import org.customsgateway.message.FormatId;

/** Enrichment and the rules of quality, as shipped, of the declaration of one ITMATT item from another continent, against mapping that item. Processor time of one thread. */
public final class EnrichBenchmark implements Benchmark {

    private static final double MOST = 0.5;
    private static final Turns TURNS = new Turns(Duration.ofMillis(400));
    private static final Circumstances POST =
            new Circumstances(LocalDate.parse("2026-11-20"), "post", "bench", "upu-itmatt", "en");

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public String about() {
        return "microseconds for the facts and findings of one declaration, beside mapping it";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        WcoModel model = WcoModel.load(home.resolve("xsd"));
        try (Formats formats = Formats.open(
                        home.resolve("mappings"),
                        home.resolve("xsd"),
                        model::validateDeclaration,
                        new DefaultCamelContext());
                References all = References.open(home.resolve("mappings/reference"), null, Clock.systemUTC());
                References unruled =
                        References.open(home.resolve("mappings/reference"), noRules(data), Clock.systemUTC())) {
            Mapping mapping = formats.current(new FormatId("upu-itmatt"));
            byte[] item = MapSample.interchange(1);
            byte[] declaration = Mapped.declarations(mapping, fromAbroad(item)).get(0);
            Work map = () -> Mapped.whole(mapping, item);
            Work enrich = enrichment(all.now(), declaration);
            Work facts = enrichment(unruled.now(), declaration);
            TURNS.warmUp(say, map, enrich, facts);
            double[] took = TURNS.measure(enrich, map, facts);
            say.accept("enrich: %.1f µs, of which rules of quality %.1f µs; map %.1f µs, ratio %.2f"
                    .formatted(took[0], took[0] - took[2], took[1], took[0] / took[1]));
            return List.of(new Figure("enrich", took[0], "µs/item", took[1], MOST, true));
        }
    }

    /** Within a customs union, or where the seller has collected, there is less to find out. */
    private static byte[] fromAbroad(byte[] item) {
        return new String(item, StandardCharsets.UTF_8)
                .replace("<OriginPost>FRCDGA<", "<OriginPost>CNCANA<")
                .replace("IM0000000001", "NONE")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A folder whose file takes the place of the rules, and has none. */
    private static Path noRules(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("no-rules"));
        Files.writeString(folder.resolve("quality.csv"), """
                # title: none
                # source: none
                # licence: none
                # covers: nothing
                # sure: example
                # asOf: 2026-11-22
                # maxAge: P1Y
                rule,partner,format,destination,channel,test,nature,operator,position,wco,severity,source,validFrom,validTo
                """);
        return folder;
    }

    private static Work enrichment(Snapshot data, byte[] declaration) {
        var enricher = new Enricher(() -> data);
        return () -> enricher.add(declaration, POST).declaration().length;
    }

    /** Runs it alone, from a checkout. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("bench");
        new EnrichBenchmark().run(Path.of(args.length > 0 ? args[0] : "."), data, System.out::println);
    }
}
