package org.customsgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.bench.Turns.Work;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.message.FormatId;
import org.xml.sax.SAXException;

/**
 * From the bytes of an ITMATT item to the bytes of a valid WCO declaration, both passes over the interchange included, against
 * XSD validation, JAXB unmarshal and marshal of the same declaration. Processor time of one thread; the two take turns, so that
 * both meet the same machine, and the median of the turns counts.
 */
public final class MapBenchmark implements Benchmark {

    private static final FormatId ITMATT = new FormatId("upu-itmatt");
    private static final double MOST = 1.5;
    private static final Turns TURNS = new Turns(Duration.ofMillis(400));
    private static final int MANY = 500;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public String about() {
        return "microseconds from an ITMATT item to a validated WCO declaration, one thread";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        WcoModel model = WcoModel.load(home.resolve("xsd"));
        try (Formats formats = Formats.open(
                home.resolve("mappings"), home.resolve("xsd"), model::validateDeclaration, new DefaultCamelContext())) {
            Mapping mapping = formats.current(ITMATT);
            byte[] single = MapSample.interchange(1);
            byte[] many = MapSample.interchange(MANY);
            byte[] declaration = Mapped.declarations(mapping, single).get(0);
            say.accept("item " + single.length + " bytes, declaration " + declaration.length + " bytes");
            List<Figure> figures = new ArrayList<>();
            var floor = new JaxbFloor(home.resolve("xsd"), model);
            Work jaxb = () -> floor.run(List.of(declaration));
            Work one = () -> Mapped.whole(mapping, single);
            Work most = () -> Mapped.both(mapping, many);
            TURNS.warmUp(say, one, most, jaxb);
            figures.add(compare("map", one, 1, jaxb, say));
            figures.add(compare("map-many", most, MANY, jaxb, say));
            figures.add(stock(single, declaration, say));
            return figures;
        }
    }

    /** The same item in the same bytes with Smooks as it comes, and nothing checked: what the gateway's own reader is for. */
    private static Figure stock(byte[] single, byte[] declaration, Consumer<String> say) throws Exception {
        var inputs = Map.of(
                "declarationId", "bench-0000001",
                "functionCode", "9",
                "version", "1",
                "partner", "bench",
                "interchangeId", "bench",
                "receivedAt", "20261121100000Z");
        try (var smooks = new StockSmooks(inputs)) {
            if (!Arrays.equals(declaration, smooks.declaration(single))) {
                throw new IllegalStateException("stock Smooks writes another declaration");
            }
            Work work = () -> smooks.declaration(single).length;
            TURNS.warmUp(say, work);
            double took = TURNS.measure(work)[0];
            say.accept("map-stock-smooks: %.1f µs".formatted(took));
            return Figure.shown("map-stock-smooks", took, "µs/item", Double.NaN);
        }
    }

    private static Figure compare(String name, Work work, int items, Work baseline, Consumer<String> say)
            throws IOException, SAXException {
        double[] took = TURNS.measure(work, baseline);
        Figure figure = new Figure(name, took[0] / items, "µs/item", took[1], MOST, true);
        say.accept("%s: %.1f µs, baseline %.1f µs, ratio %.2f"
                .formatted(name, figure.value(), figure.baseline(), figure.ratio()));
        return figure;
    }

    /** Runs it alone, from a checkout. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("bench");
        new MapBenchmark().run(Path.of(args.length > 0 ? args[0] : "."), data, System.out::println);
        Files.delete(data);
    }
}
