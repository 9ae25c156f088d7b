package org.customsgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What Chromium, without a window, made of a page.
 *
 * @param page the document after its scripts have run
 * @param console what the page wrote there, errors and refusals of its policy among it
 * @param asked every address that was asked for, by the page and not by the browser for its own ends
 */
record Browser(String page, List<String> console, Set<String> asked) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static boolean isThere() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v chromium").start().waitFor() == 0;
    }

    /** @param folder empty, for all that it leaves behind */
    static Browser shows(String address, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Path net = folder.resolve("net.json");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox", // it knows nothing but our own page
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-extensions",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-proxy-server",
                        // what it wants for itself it does not get
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                        "--ignore-certificate-errors",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--log-net-log=" + net,
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        address)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!chromium.waitFor(120, TimeUnit.SECONDS)) {
            chromium.descendants().forEach(ProcessHandle::destroyForcibly);
            chromium.destroyForcibly();
            throw new IOException("the browser does not end: " + Files.readString(err, StandardCharsets.UTF_8));
        }
        List<String> console = Files.readAllLines(err).stream()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
        return new Browser(Files.readString(out), console, asked(net));
    }

    private static Set<String> asked(Path net) throws IOException {
        JsonNode log = JSON.readTree(net.toFile());
        int begins = log.path("constants")
                .path("logEventTypes")
                .path("URL_REQUEST_START_JOB")
                .asInt(-1);
        Set<String> asked = new TreeSet<>();
        for (JsonNode event : log.path("events")) {
            JsonNode said = event.path("params");
            boolean page = said.path("request_type").asText().equals("main frame")
                    || said.path("initiator").asText().contains("://");
            if (event.path("type").asInt() == begins && page) {
                asked.add(said.path("url").asText());
            }
        }
        return asked;
    }
}
