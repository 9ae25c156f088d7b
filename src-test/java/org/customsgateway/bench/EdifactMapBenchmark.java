package org.customsgateway.bench;

import io.xlate.edi.schema.EDISchemaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.bench.Turns.Work;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.EdifactFile;
import org.customsgateway.load.EdifactKind;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.message.FormatId;

/**
 * From the bytes of an EDIFACT house consignment to the bytes of a valid WCO declaration, both passes over the interchange
 * included. The baseline is a sum of two things, each measured on its own in the same turns: {@link BareStaedi}, one validating
 * read of the same bytes, which nobody who reads them with StAEDI can go below; and what {@link JaxbFloor} takes for
 * the declarations that came of them, as in the map benchmark. Neither makes a tree, maps, hashes or judges anything. The
 * bar is three times the sum, since StAEDI's part has to be done twice: an interchange is judged whole before its first item counts.
 */
public final class EdifactMapBenchmark implements Benchmark {

    private static final double MOST = 3;
    private static final Turns TURNS = new Turns(Duration.ofMillis(150));
    private static final int MANY = 100;

    /** One interchange: what the gateway does with it, and the two parts of its baseline. */
    private record Subject(String name, int houses, Work gateway, Work staedi, Work jaxb) {}

    @Override
    public String name() {
        return "edifact-map";
    }

    @Override
    public String about() {
        return "microseconds from an EDIFACT house consignment to a validated WCO declaration, one thread";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        WcoModel model = WcoModel.load(home.resolve("xsd"));
        try (Formats formats = Formats.open(
                home.resolve("mappings"), home.resolve("xsd"), model::validateDeclaration, new DefaultCamelContext())) {
            var subjects = List.of(
                    subject("edifact-cuscar-1", EdifactKind.CUSCAR_D95B, 1, home, formats, model),
                    subject("edifact-cuscar", EdifactKind.CUSCAR_D95B, MANY, home, formats, model),
                    subject("edifact-cusexp", EdifactKind.CUSEXP_D01B, MANY, home, formats, model));
            Work[] works = subjects.stream()
                    .flatMap(subject -> List.of(subject.gateway(), subject.staedi(), subject.jaxb()).stream())
                    .toArray(Work[]::new);
            TURNS.warmUp(say, works);
            double[] took = TURNS.measure(works);
            var figures = new ArrayList<Figure>();
            for (int i = 0; i < subjects.size(); i++) {
                var subject = subjects.get(i);
                double staedi = took[3 * i + 1] / subject.houses();
                double jaxb = took[3 * i + 2] / subject.houses();
                say.accept("%s: StAEDI %.1f µs + JAXB %.1f µs a house".formatted(subject.name(), staedi, jaxb));
                figures.add(new Figure(
                        subject.name(), took[3 * i] / subject.houses(), "µs/house", staedi + jaxb, MOST, true));
            }
            return figures;
        }
    }

    private static Subject subject(
            String name, EdifactKind kind, int houses, Path home, Formats formats, WcoModel model)
            throws IOException, EDISchemaException, org.xml.sax.SAXException {
        Path xsd = home.resolve("xsd");
        Mapping mapping = formats.current(new FormatId(kind.format()));
        var written = new ByteArrayOutputStream();
        new EdifactFile(kind, "BENCH", 1, houses, houses).writeTo(written);
        byte[] raw = written.toByteArray();
        var file = kind.format().split("-")[1] + ".xml";
        var staedi = new BareStaedi(xsd, xsd.resolve(kind.format()).resolve(file));
        var jaxb = new JaxbFloor(xsd, model);
        List<byte[]> declarations = Mapped.declarations(mapping, raw);
        Work gateway = houses == 1 ? () -> Mapped.whole(mapping, raw) : () -> Mapped.both(mapping, raw);
        return new Subject(name, houses, gateway, () -> staedi.read(raw), () -> jaxb.run(declarations));
    }
}
