package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.bench.Turns.Work;
import org.customsgateway.console.Benchmark;
import org.customsgateway.console.Figure;
import org.customsgateway.load.EdifactFile;
import org.customsgateway.load.EdifactKind;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.message.FormatId;

/**
 * From the bytes of a CUSCAR house consignment to the bytes of a valid WCO declaration, small enough to be read whole, against
 * {@link StockEdifact}, which only reads the same bytes. The cartridge and what it brings along are in a class loader of their own;
 * Maven finds them ({@code src-test/stock-edifact/pom.xml}). Its first message takes half a minute: it compiles the directory.
 */
public final class EdifactStockBenchmark implements Benchmark {

    private static final double LEAST = 10;
    private static final Turns TURNS = new Turns(Duration.ofMillis(150));
    private static final EdifactKind KIND = EdifactKind.CUSCAR_D95B;
    private static final int HOUSES = 20;

    @Override
    public String name() {
        return "edifact-stock";
    }

    @Override
    public String about() {
        return "CUSCAR houses per second of processor time, mapped, beside Smooks' own cartridge that only reads them";
    }

    @Override
    public List<Figure> run(Path home, Path data, Consumer<String> say) throws Exception {
        var written = new ByteArrayOutputStream();
        new EdifactFile(KIND, "STOCK", 1, HOUSES, HOUSES).writeTo(written);
        byte[] raw = written.toByteArray();
        var model = WcoModel.load(home.resolve("xsd"));
        var own = Thread.currentThread().getContextClassLoader();
        try (var formats = Formats.open(
                        home.resolve("mappings"),
                        home.resolve("xsd"),
                        model::validateDeclaration,
                        new DefaultCamelContext());
                var loader = new URLClassLoader(urls(home, data, say), ClassLoader.getPlatformClassLoader())) {
            var mapping = formats.current(new FormatId(KIND.format()));
            Work gateway = () -> Mapped.whole(mapping, raw);
            Thread.currentThread().setContextClassLoader(loader);
            var cartridge = cartridge(loader);
            say.accept("the cartridge compiles the directory of CUSCAR");
            int groups = cartridge.applyAsInt(raw);
            if (groups != HOUSES + 1) {
                throw new IllegalStateException(
                        "the cartridge reads " + groups + " bills of " + HOUSES + " and a master");
            }
            Work stock = () -> cartridge.applyAsInt(raw);
            Work reading = () ->
                    mapping.scan(new ByteArrayInputStream(raw), Limits.DEFAULT).items();
            TURNS.warmUp(say, gateway, reading, stock);
            double[] took = TURNS.measure(gateway, reading, stock);
            double baseline = speed(took[2]);
            return List.of(
                    new Figure("edifact-to-stock", speed(took[0]), "houses/s", baseline, LEAST, false),
                    Figure.shown("edifact-read-to-stock", speed(took[1]), "houses/s", baseline));
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    private static double speed(double micros) {
        return HOUSES * 1e6 / micros;
    }

    @SuppressWarnings("unchecked") // the interface is the JDK's, the class is known to the loader alone
    private static ToIntFunction<byte[]> cartridge(ClassLoader loader) throws ReflectiveOperationException {
        return (ToIntFunction<byte[]>)
                loader.loadClass(StockEdifact.class.getName()).getConstructor().newInstance();
    }

    private static URL[] urls(Path home, Path data, Consumer<String> say) throws IOException, InterruptedException {
        say.accept("Maven looks for the cartridge");
        var file = data.resolve("stock.classpath");
        var log = data.resolve("maven.log");
        var maven = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-f",
                        home.resolve("src-test/stock-edifact/pom.xml")
                                .toAbsolutePath()
                                .toString(),
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + file.toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (maven.waitFor() != 0) {
            throw new IOException("the cartridge cannot be had:\n" + Files.readString(log));
        }
        var urls = new ArrayList<URL>();
        urls.add(home.resolve("target/test-classes").toAbsolutePath().toUri().toURL());
        for (var jar : Files.readString(file).split(File.pathSeparator)) {
            urls.add(Path.of(jar.strip()).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
