package org.customsgateway.connector.queue;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a queue in transacted batches: up to {@code batch} messages or until none came for {@code idle}, handled, then
 * committed. Lasts through restarts of the broker.
 */
public final class QueueReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueReader.class);

    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /**
     * @param sessions how many batches at a time, each in its own thread
     * @param maxDeliveries a message that was delivered more often is refused
     * @param maxBytes a message with a larger body is refused
     */
    public record Settings(int sessions, int batch, Duration idle, int maxDeliveries, int maxBytes) {
        public static final Settings DEFAULT = new Settings(2, 200, Duration.ofMillis(5), 10, 10_000_000);

        /** For messages that wait in the queue for somebody else, however long that takes; few at a time, for they go one by one. */
        public static Settings patient(int sessions) {
            return new Settings(sessions, 10, Duration.ofMillis(5), Integer.MAX_VALUE, 10_000_000);
        }
    }

    private final Broker broker;
    private final String queue;
    private final Settings settings;
    private final QueueSession.Turn turn;
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    public QueueReader(Broker broker, String queue, Settings settings, QueueHandler handler) {
        this((batch, session) -> handle(batch, session, settings, handler), broker, queue, settings, Pace.ANY);
    }

    /** @param turn takes the place of a handler where bodies are not to be held in memory */
    QueueReader(QueueSession.Turn turn, Broker broker, String queue, Settings settings, Pace pace) {
        this.pace = pace;
        this.broker = broker;
        this.queue = queue;
        this.settings = settings;
        this.turn = turn;
    }

    private static void handle(List<TakenMessage> batch, QueueSession session, Settings settings, QueueHandler handler)
            throws Exception {
        List<QueueMessage> messages = new ArrayList<>();
        List<RefusedMessage> refused = new ArrayList<>();
        for (TakenMessage taken : batch) {
            var reason = taken.refusal(settings.maxDeliveries(), settings.maxBytes());
            var message = taken.message(settings.maxBytes());
            if (reason.isEmpty()) {
                messages.add(message);
            } else {
                refused.add(new RefusedMessage(message, reason.get()));
                session.quarantine(taken, reason.get());
            }
        }
        handler.handle(messages, refused);
    }

    public void start() {
        for (int i = 0; i < settings.sessions(); i++) {
            Thread thread = new Thread(this::run, "queue-" + queue + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        Duration wait = FIRST_WAIT;
        int oneByOne = 0;
        while (!isStopping()) {
            try (QueueSession session = QueueSession.open(broker, queue)) {
                while (!isStopping()) {
                    int most = pace.allowed(oneByOne > 0 ? 1 : settings.batch());
                    if (most == 0) {
                        pause(FIRST_WAIT);
                        continue;
                    }
                    pace.taken(session.next(settings, most, turn));
                    oneByOne = Math.max(0, oneByOne - 1);
                    wait = FIRST_WAIT;
                }
            } catch (JMSException e) {
                LOG.warn("queue {} cannot be read: {}", queue, e.getMessage());
                wait = pause(wait);
            } catch (HandlingFailed e) {
                LOG.warn("messages of queue {} wait: {}", queue, String.valueOf(e.getCause()));
                oneByOne = settings.batch();
                wait = pause(wait);
            }
        }
    }

    private Duration pause(Duration wait) {
        try {
            if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return wait;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
        Duration longer = wait.multipliedBy(2);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Lets the batches at hand end, then returns. */
    @Override
    public void close() {
        stopping.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The handler has thrown: the messages stay in the queue. */
    static final class HandlingFailed extends Exception {
        HandlingFailed(Exception cause) {
            super(cause);
        }
    }
}
