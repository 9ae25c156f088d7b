package org.customsgateway.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.queue.Broker;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.connector.queue.QueueWriter;

/** A program of its own that journals declarations, hands them over to the broker in it, and dies at one point of that. */
final class HandOffCrash {

    static final int ITEMS = 7;

    /** What a killed process ends with. */
    static final int KILLED = 137;

    enum Point {
        /** The journal has the declarations, the broker none. */
        BEFORE_THE_BROKERS_COMMIT,
        /** The broker has committed, the journal does not know. */
        AFTER_THE_BROKERS_COMMIT,
        /** The broker has some of them only, each in a commit of its own. */
        BETWEEN_TWO_COMMITS
    }

    private HandOffCrash() {}

    /** Arguments: folder, point. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Point point = Point.valueOf(arguments[1]);
        Broker broker = broker(folder);
        broker.start();
        var books = new Books(folder);
        var writer = new QueueWriter(broker);
        BackEndQueues.Broker dying = messages -> {
            switch (point) {
                case BEFORE_THE_BROKERS_COMMIT -> {}
                case AFTER_THE_BROKERS_COMMIT -> writer.send(messages);
                case BETWEEN_TWO_COMMITS -> {
                    QueueMessage first = messages.get("risk.declarations").get(0);
                    writer.send(Map.of("risk.declarations", List.of(first)));
                }
            }
            Runtime.getRuntime().halt(KILLED);
        };
        books.handOff(dying).send(books.declared("i", "post-a", "parcels", ITEMS));
    }

    static Broker broker(Path folder) {
        Secret sesame = Secret.reference("env:PASSWORD", folder, name -> "sesame");
        return Broker.embedded(new Broker.Embedded(
                folder.resolve("broker"), "127.0.0.1", Optional.empty(), Map.of("risk", sesame, "revenue", sesame)));
    }

    static Process start(Path folder, Point point, Path log) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        HandOffCrash.class.getName(),
                        folder.toString(),
                        point.name())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
