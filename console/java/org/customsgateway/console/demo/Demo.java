package org.customsgateway.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.customsgateway.console.Played;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.console.Settings;
import org.customsgateway.console.Works;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.Simulators;

/** The whole way in one process: a post at its SFTP client, the gateway, simulated back-ends at their queues. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 100;

    private final Works works;
    private final Screen screen;
    private final Path home;
    private final Path folder;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param folder everything that the demo writes lies in it */
    public Demo(Works works, java.io.PrintWriter out, boolean colour, Path home, Path folder, Clock clock) {
        this.works = works;
        this.screen = new Screen(out, colour, clock);
        this.home = home;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param properties of the gateway, over the demo's own
     * @param keep stay up until {@link #stop}
     * @return whether everything came that had to come
     */
    public boolean run(Map<String, String> properties, boolean keep) throws Exception {
        screen.heading("Starting the gateway with its broker, journal and SFTP host in " + folder);
        try (var post = new Post(Files.createDirectories(folder))) {
            var partners = Files.createDirectories(folder.resolve("partners"));
            Files.writeString(partners.resolve(Post.ID + ".yaml"), post.partnerFile());
            var settings = settings(partners, properties);
            var played = played(settings);
            try (var gateway = start(settings);
                    var ledger = Ledger.to(folder.resolve("back-ends.tsv"));
                    var backEnds = Simulators.start(
                            played.logins(gateway.brokerUrl(), this::password),
                            Script.read(script(), played.backEnds()),
                            Delay.NONE,
                            ledger,
                            clock)) {
                screen.event("gateway", "ready: SFTP port " + gateway.sftpPort() + ", broker " + gateway.brokerUrl());
                screen.event("customs", played.names() + " are simulated by console/simulate/default.yaml");
                post.connect(gateway.sftpPort());
                var story = play(post);
                show(post, story, backEnds);
                if (keep) {
                    stay(post, gateway);
                }
                return story.complete();
            }
        }
    }

    /** Ends {@code keep}. */
    public void stop() {
        stopped.countDown();
    }

    private RunningGateway start(Settings settings) throws Exception {
        try (var progress = screen.progress("still starting")) {
            return works.start(settings);
        }
    }

    private Settings settings(Path partners, Map<String, String> properties) {
        var values = new HashMap<>(Map.of(
                "gateway.partners",
                partners.toString(),
                "gateway.sftp.port",
                "0",
                "gateway.broker.port",
                "0",
                "gateway.metrics.port",
                "0"));
        values.putAll(properties);
        return new Settings(home, folder.resolve("data"), values);
    }

    private Path script() {
        return home.resolve("console/simulate/default.yaml");
    }

    private Played played(Settings settings) {
        return Played.in(home.resolve(works.setting(settings, "gateway.backends")));
    }

    /** The owners of the back-ends have read their passwords from the files that the gateway made. */
    private String password(String backEnd) throws IOException {
        return Files.readString(folder.resolve("data/secrets/" + backEnd + ".password"))
                .strip();
    }

    private Story play(Post post) throws Exception {
        var table = home.resolve("console/demo/expected.csv");
        var expected = Expected.read(table);
        var story = new Story(expected);
        var files = expected.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Expected::file, Expected::copyOf, (one, same) -> one, java.util.LinkedHashMap::new));
        screen.heading("A post sends files over SFTP; customs answers; the post collects replies");
        var deadline = clock.instant().plus(PATIENCE);
        for (var file : files.entrySet()) {
            var copyOf = file.getValue();
            while (!copyOf.isEmpty() && !story.complete(copyOf) && before(deadline)) {
                collect(post, story);
            }
            post.drop(
                    file.getKey(), Files.readAllBytes(table.resolveSibling(copyOf.isEmpty() ? file.getKey() : copyOf)));
            screen.event("post", "sent " + file.getKey() + (copyOf.isEmpty() ? "" : ", the bytes of " + copyOf));
            collect(post, story);
        }
        while (!story.complete() && before(deadline)) {
            collect(post, story);
        }
        return story;
    }

    private boolean before(Instant deadline) throws InterruptedException {
        return clock.instant().isBefore(deadline) && !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void collect(Post post, Story story) throws IOException, XMLStreamException {
        for (var file : post.collect()) {
            var reply = Reply.read(file.getFileName().toString(), file, Files.readAllBytes(file));
            if (story.take(reply)) {
                screen.event("post", "got " + reply.name() + " again, the same as before");
                continue;
            }
            if (reply.refused()) {
                screen.event("customs", screen.bad("refused") + " " + reply.about() + ": " + reply.problem());
            }
            for (var told : reply.items()) {
                screen.event(
                        "customs",
                        told.item() + "  " + screen.status(told.code()) + "  "
                                + (told.detail().isEmpty() ? told.text() : told.detail()));
            }
        }
    }

    private void show(Post post, Story story, Simulators backEnds) throws IOException {
        screen.heading("What became of it");
        screen.line("  " + row("item", "statuses", "last reply", "what it shows"));
        for (var row : Expected.read(home.resolve("console/demo/expected.csv"))) {
            screen.line((story.came(row) ? "  " : screen.bad("! "))
                    + row(
                            row.item().isEmpty() ? row.file() : row.item(),
                            row.item().isEmpty()
                                    ? (story.came(row) ? row.codes().get(0).toLowerCase(Locale.ROOT) : "-")
                                    : String.join(" ", story.codes(row)),
                            story.reply(row),
                            row.shows()));
        }
        screen.line("");
        screen.line("The post's replies lie in " + post.replies());
        screen.line("The back-ends took " + backEnds.received() + " declarations: " + folder.resolve("back-ends.tsv"));
        if (!story.complete()) {
            screen.line(screen.bad("Not everything came that had to: the lines that begin with !"));
        }
    }

    private static String row(String item, String statuses, String reply, String shows) {
        return String.format(Locale.ROOT, "%-22s %-24s %-34s %s", item, statuses, reply, shows);
    }

    private void stay(Post post, RunningGateway gateway) throws Exception {
        screen.heading("The gateway stays up. Stop with Ctrl-C.");
        screen.line("Send a file of your own:");
        screen.line("  " + post.command(gateway.sftpPort(), home.resolve("console/demo/1-itmatt-parcels.xml")));
        var more = new Story(List.of());
        while (!stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            collect(post, more);
        }
    }
}
