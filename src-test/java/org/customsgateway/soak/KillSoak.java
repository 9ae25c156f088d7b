package org.customsgateway.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.customsgateway.console.Soak;
import org.customsgateway.load.BackEndProcess;
import org.customsgateway.load.GatewayProcess;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.S10;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Ledger;

/**
 * Kills the gateway with SIGKILL at random points while a post sends and back-ends answer, starts it again each time, lets it
 * finish, and counts at the partner's and the back-ends' side only: the post's own list of what was acknowledged, the replies
 * that it has collected, the back-ends' ledger. System property {@code soak.seed} repeats the points of an earlier run.
 */
public final class KillSoak implements Soak {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** When it is killed: all but the first when the post has felt that it works again. */
    private enum Point {
        WHILE_IT_STARTED(4_000, false),
        UNDER_LOAD(4_000, false),
        /** What is acknowledged must be durable by then. */
        AS_IT_ACKNOWLEDGED(3, true),
        /** The file is being read, and its declarations are on their way. */
        SOON_AFTER_IT_ACKNOWLEDGED(500, true);

        private final int mostMillis;
        private final boolean afterAcknowledgement;

        Point(int mostMillis, boolean afterAcknowledgement) {
            this.mostMillis = mostMillis;
            this.afterAcknowledgement = afterAcknowledgement;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "SIGKILL at random points, under load and at acknowledgements: no item lost, none declared twice, no reply lost";
    }

    @Override
    public List<String> run(int rounds, Path home, Path data, Consumer<String> say) throws Exception {
        long seed = Long.getLong("soak.seed", new Random().nextLong());
        say.accept("seed " + seed + " (repeat with -Dsoak.seed=" + seed + ")");
        var chance = new Random(seed);
        var site = LoadSite.make(home, data, 1024);
        var ledger = data.resolve("ledger");
        var gateway = GatewayProcess.start(site, List.of());
        var options = List.of("--ledger", ledger.toString(), "--delay", "0ms-400ms");
        try (var backEnds = BackEndProcess.start(site, List.of("-Xmx256m"), options);
                var post = new StubbornPost(site, new Random(seed + 1))) {
            post.start();
            for (int kill = 1; kill <= rounds; kill++) {
                var point = kill == 1 ? Point.UNDER_LOAD : Point.values()[chance.nextInt(Point.values().length)];
                if (point != Point.WHILE_IT_STARTED) {
                    gateway.awaitReady();
                    post.awaitProgress(PATIENCE);
                }
                if (point.afterAcknowledgement) {
                    post.awaitAcknowledgement(PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(point.mostMillis));
                gateway.kill();
                say.accept("kill %d of %d, %s: %s".formatted(kill, rounds, point, post));
                gateway = GatewayProcess.launchWith(site, List.of());
            }
            post.finish(PATIENCE);
            say.accept("drained: " + post);
            if (!backEnds.isAlive()) {
                throw new IllegalStateException("the back-ends have died, see " + site.log());
            }
            return faults(post, ledger);
        } finally {
            gateway.kill();
        }
    }

    private static List<String> faults(StubbornPost post, Path ledger) throws Exception {
        var faults = new ArrayList<String>();
        for (var code : List.of("RCV", "REL")) {
            var missing = post.acknowledged();
            missing.andNot(post.replies().items(code));
            if (!missing.isEmpty()) {
                faults.add(missing.cardinality() + " acknowledged items were never told " + code + ", the first is "
                        + missing.nextSetBit(0));
            }
            if (post.replies().repeated(code) > 0) {
                faults.add(post.replies().repeated(code) + " items were told " + code + " in more than one reply");
            }
        }
        if (post.replies().codes().contains("DUP") || post.replies().codes().contains("REJ")) {
            faults.add("items were called duplicates or rejected: " + post.replies());
        }
        for (var backEnd : BackEnd.SHIPPED) {
            faults.addAll(declared(backEnd, Ledger.byItemKey(ledger, backEnd), post.acknowledged()));
        }
        return faults;
    }

    private static List<String> declared(BackEnd backEnd, Map<String, Set<String>> seen, BitSet acknowledged) {
        var faults = new ArrayList<String>();
        seen.forEach((key, messages) -> {
            if (messages.size() > 1) {
                faults.add(key + " was declared " + messages.size() + " times to " + backEnd.id());
            }
            acknowledged.clear(S10.serial(key));
        });
        if (!acknowledged.isEmpty()) {
            faults.add(acknowledged.cardinality() + " acknowledged items were never declared to " + backEnd.id());
        }
        return faults;
    }
}
