package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.MappedItem;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Scan;
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
    private static final MappingInputs INPUTS =
            new MappingInputs("bench", "bench", Instant.parse("2026-11-21T10:00:00Z"));
    private static final double MOST = 1.5;
    /** The compiler is not done with this much code before: the figure is that of a gateway at work. */
    private static final int WARM_UP = 15;
    /** It goes on until the compiler has so little to do in a round, but no longer than this. */
    private static final int LONGEST_WARM_UP = 40;

    private static final long LITTLE_MILLIS = 50;

    private static final int TURNS = 9;
    private static final long TURN_NANOS = 400_000_000L;
    private static final int MANY = 500;

    /** Something that is done again and again; what it returns keeps it from being left out. */
    private interface Work {
        int run() throws IOException, SAXException;
    }

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
            byte[] declaration = declarations(mapping, single).get(0);
            say.accept("item " + single.length + " bytes, declaration " + declaration.length + " bytes");
            List<Figure> figures = new ArrayList<>();
            // the validator as the JDK gives it, not as the gateway feeds it
            Validator validator = SchemaFactory.newDefaultInstance()
                    .newSchema(home.resolve("xsd/wco-dec/MetaData.xsd").toFile())
                    .newValidator();
            Work jaxb = () -> {
                validator.validate(new StreamSource(new ByteArrayInputStream(declaration)));
                return model.write(model.read(declaration)).length;
            };
            Work one = () -> whole(mapping, single);
            Work most = () -> both(mapping, many);
            warmUp(say, one, most, jaxb);
            figures.add(compare("map", one, 1, jaxb, say));
            figures.add(compare("map-many", most, MANY, jaxb, say));
            figures.add(stock(single, declaration, say));
            return figures;
        }
    }

    /** The same item in the same bytes with Smooks as it comes, and nothing checked: what the gateway's own reader is for. */
    private static Figure stock(byte[] single, byte[] declaration, Consumer<String> say) throws Exception {
        var inputs = Map.of(
                "declarationId", "bench-1",
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
            warmUp(say, work);
            double[] value = new double[TURNS];
            for (int i = 0; i < TURNS; i++) {
                value[i] = turn(work);
            }
            Arrays.sort(value);
            say.accept("map-stock-smooks: %.1f µs".formatted(value[TURNS / 2]));
            return Figure.shown("map-stock-smooks", value[TURNS / 2], "µs/item", Double.NaN);
        }
    }

    private static Figure compare(String name, Work work, int items, Work baseline, Consumer<String> say)
            throws IOException, SAXException {
        double[] value = new double[TURNS];
        double[] base = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            value[i] = turn(work) / items;
            base[i] = turn(baseline);
        }
        Arrays.sort(value);
        Arrays.sort(base);
        Figure figure = new Figure(name, value[TURNS / 2], "µs/item", base[TURNS / 2], MOST, true);
        say.accept("%s: %.1f µs, baseline %.1f µs, ratio %.2f"
                .formatted(name, figure.value(), figure.baseline(), figure.ratio()));
        return figure;
    }

    /** All of them in turn, so that the code is the same whatever is measured first. */
    private static void warmUp(Consumer<String> say, Work... works) throws IOException, SAXException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long took = LITTLE_MILLIS;
        int round = 0;
        while (round < WARM_UP || round < LONGEST_WARM_UP && took >= LITTLE_MILLIS) {
            long before = compiler.getTotalCompilationTime();
            for (Work work : works) {
                turn(work);
            }
            took = compiler.getTotalCompilationTime() - before;
            round++;
        }
        say.accept("warmed up in " + round + " rounds");
    }

    /** Microseconds of processor time for one run. */
    private static double turn(Work work) throws IOException, SAXException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        // by processor time: on a busy machine a turn of the clock's time holds too few runs to warm up or to count
        long start = threads.getCurrentThreadCpuTime();
        long end = start + TURN_NANOS;
        int runs = 0;
        long sum = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            sum += work.run();
            runs++;
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / runs;
    }

    private static int both(Mapping mapping, byte[] raw) throws IOException {
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        if (scan.refused()) {
            throw new IllegalStateException("refused: " + scan.problems());
        }
        int[] bytes = {0};
        mapping.read(new ByteArrayInputStream(raw), scan, INPUTS, item -> {
            if (item.declaration() == null) {
                throw new IllegalStateException("rejected: " + item.problems() + item.failure());
            }
            bytes[0] += item.declaration().length;
        });
        return bytes[0];
    }

    /** As the gateway reads a small one. */
    private static int whole(Mapping mapping, byte[] raw) throws IOException {
        int bytes = 0;
        for (MappedItem item : mapping.whole(raw, Limits.DEFAULT, INPUTS).items()) {
            bytes += item.declaration().length;
        }
        return bytes;
    }

    private static List<byte[]> declarations(Mapping mapping, byte[] raw) throws IOException {
        List<byte[]> declarations = new ArrayList<>();
        Scan scan = mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT);
        mapping.read(new ByteArrayInputStream(raw), scan, INPUTS, item -> declarations.add(item.declaration()));
        return declarations;
    }

    /** Runs it alone, from a checkout. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("bench");
        new MapBenchmark().run(Path.of(args.length > 0 ? args[0] : "."), data, System.out::println);
        Files.delete(data);
    }
}
