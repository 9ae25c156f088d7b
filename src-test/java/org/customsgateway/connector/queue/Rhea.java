package org.customsgateway.connector.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.NodeProgram;

/** The AMQP 1.0 client of {@code src-test/rhea}: JavaScript, with nothing of the broker's authors in it. */
record Rhea(NodeProgram client, int port, Path trusted) {

    static Rhea at(int port, Path trusted) throws IOException, InterruptedException {
        return new Rhea(
                NodeProgram.fetched("rhea", "client.js", "the AMQP client in JavaScript is not tested"), port, trusted);
    }

    /** @param task see {@code client.js} */
    JsonNode does(String user, String password, Map<String, ?> task) throws IOException, InterruptedException {
        var whole = new HashMap<String, Object>(task);
        whole.putAll(
                Map.of("port", port, "ca", trusted.toAbsolutePath().toString(), "user", user, "password", password));
        return client.run(whole);
    }
}
