package org.customsgateway.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.customsgateway.load.ItmattFile;
import org.customsgateway.load.LoadRun;
import org.customsgateway.load.LoadSite;
import org.customsgateway.load.Post;
import org.customsgateway.load.ReplyCount;

/**
 * A post that sends file after file and sends one again, the same bytes, until it is acknowledged, and that collects its
 * replies; it keeps books of both.
 */
final class StubbornPost implements AutoCloseable {

    private static final int LARGEST = 400;

    /** Items that it sends ahead of the replies: enough to keep the gateway busy, and no more to wait for at the end. */
    private static final int AHEAD = 3_000;

    private static final long PAUSE_MILLIS = 100;
    private static final long REDIAL_MILLIS = 500;

    private final LoadSite site;
    private final Random chance;
    private final ReplyCount replies = new ReplyCount();
    private final BitSet acknowledged = new BitSet();
    private final Thread sending = new Thread(this::send, "post-sends");
    private final Thread collecting = new Thread(this::collect, "post-collects");
    private volatile boolean sends = true;
    private volatile boolean collects = true;
    private volatile int again;

    StubbornPost(LoadSite site, Random chance) {
        this.site = site;
        this.chance = chance;
    }

    void start() {
        sending.start();
        collecting.start();
    }

    private void send() {
        int number = 0;
        int serial = 0;
        Post post = null;
        while (sends) {
            if (serial - replies.told(LoadRun.RELEASED) > AHEAD) {
                pause();
                continue;
            }
            // mostly small files, some that take many commits
            int items = chance.nextInt(4) == 0 ? 1 + chance.nextInt(LARGEST * 5) : 1 + chance.nextInt(LARGEST);
            var file = new ItmattFile("SOAK-" + number++, serial, items);
            serial = file.end();
            boolean taken = false;
            while (!taken) {
                try {
                    post = post == null ? site.post() : post;
                    post.upload(file);
                    taken = true;
                } catch (IOException | RuntimeException cut) {
                    again++;
                    post = hangUp(post);
                }
            }
            synchronized (acknowledged) {
                acknowledged.set(file.first(), file.end());
                acknowledged.notifyAll();
            }
        }
        hangUp(post);
    }

    private void collect() {
        Post post = null;
        while (collects) {
            try {
                post = post == null ? site.post() : post;
                if (post.collect(replies) == 0) {
                    pause();
                }
            } catch (IOException | RuntimeException cut) {
                post = hangUp(post);
            }
        }
        hangUp(post);
    }

    /** The line is cut: a little later there may be a gateway again. */
    private static Post hangUp(Post post) {
        if (post != null) {
            post.close();
        }
        pause(REDIAL_MILLIS);
        return null;
    }

    private static void pause() {
        pause(PAUSE_MILLIS);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until another file is acknowledged or another reply has come. */
    void awaitProgress(Duration patience) throws InterruptedException {
        int before = acknowledged().cardinality() + replies.files();
        long start = System.nanoTime();
        while (acknowledged().cardinality() + replies.files() == before
                && System.nanoTime() - start < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns at the moment that another file is acknowledged, or after so long. */
    void awaitAcknowledgement(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (acknowledged) {
            int before = acknowledged.cardinality();
            long left = patience.toMillis();
            while (acknowledged.cardinality() == before && left > 0) {
                acknowledged.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        }
    }

    /** Sends nothing more, and waits until all that was acknowledged is released, or nothing has come for so long. */
    void finish(Duration patience) throws InterruptedException {
        sends = false;
        sending.join();
        int wanted = acknowledged().cardinality();
        int last = -1;
        long progress = System.nanoTime();
        while (replies.told(LoadRun.RELEASED) < wanted && System.nanoTime() - progress < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            if (replies.told(LoadRun.RELEASED) != last) {
                last = replies.told(LoadRun.RELEASED);
                progress = System.nanoTime();
            }
        }
    }

    /** Serials of the items in files that the gateway has acknowledged. */
    BitSet acknowledged() {
        synchronized (acknowledged) {
            return (BitSet) acknowledged.clone();
        }
    }

    ReplyCount replies() {
        return replies;
    }

    @Override
    public String toString() {
        return "%,d items acknowledged, %d files sent again; replies: %s"
                .formatted(acknowledged().cardinality(), again, replies);
    }

    @Override
    public void close() {
        sends = false;
        collects = false;
    }
}
