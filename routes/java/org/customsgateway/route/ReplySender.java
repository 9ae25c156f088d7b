package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Retry;
import org.customsgateway.connector.WireEnd;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Reply;
import org.customsgateway.message.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers replies: each partner's in their order and in a thread of its own, so that a frozen partner delays nobody else. One
 * that is tried again later holds up the partner's later ones; once it is parked they go on without it.
 */
final class ReplySender {

    private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

    private static final int BATCH = 100;

    /** A delivery that takes longer has lost its node. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Journal journal;
    private final RawStore raws;
    private final Partners partners;
    private final Outlet outlet;
    private final ExecutorService threads;
    private final String node;
    private final Clock clock;
    private final Set<PartnerId> busy = ConcurrentHashMap.newKeySet();

    ReplySender(
            Journal journal,
            RawStore raws,
            Partners partners,
            Outlet outlet,
            ExecutorService threads,
            String node,
            Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.partners = partners;
        this.outlet = outlet;
        this.threads = threads;
        this.node = node;
        this.clock = clock;
    }

    /** Sends off whatever is due, to all partners; returns at once. */
    public void due() {
        for (Partner partner : partners.all()) {
            List<Reply> due = journal.outbox().due(partner.id(), clock.instant(), 1);
            if (!due.isEmpty() && busy.add(partner.id())) {
                threads.execute(() -> deliver(partner));
            }
        }
    }

    private void deliver(Partner partner) {
        String lease = "outbox:" + partner.id();
        try {
            Instant now = clock.instant();
            if (journal.leases().acquire(lease, node, now.plus(LEASE), now)) {
                try {
                    deliverAll(partner);
                } finally {
                    journal.leases().release(lease, node);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("replies to {} wait: {}", partner.id(), e.toString());
        } finally {
            busy.remove(partner.id());
        }
    }

    private void deliverAll(Partner partner) {
        List<Reply> replies;
        do {
            replies = journal.outbox().due(partner.id(), clock.instant(), BATCH);
            if (replies.size() > 1 && partner.reply().wire() == WireEnd.QUEUE && deliver(partner, replies)) {
                continue;
            }
            for (Reply reply : replies) {
                if (!deliver(partner, reply)) {
                    return; // the partner's side is away: the others would fail too
                }
            }
        } while (replies.size() == BATCH);
    }

    /** All of them, or it is left open which: then each by itself shows it. */
    private boolean deliver(Partner partner, List<Reply> replies) {
        try {
            outlet.deliver(partner, replies.stream().map(this::dispatch).toList());
        } catch (IOException | RuntimeException e) {
            return false;
        }
        journal.outbox().delivered(replies.stream().map(Reply::id).toList(), clock.instant());
        return true;
    }

    private Dispatch dispatch(Reply reply) {
        var answered = journal.outbox().answered(reply.id());
        String id = answered.resent() == 0 ? reply.id() : reply.id() + "-" + answered.resent();
        return new Dispatch(id, reply.name(), raws.path(reply.raw()), answered.origin(), answered.reference());
    }

    private boolean deliver(Partner partner, Reply reply) {
        try {
            outlet.deliver(partner, dispatch(reply));
        } catch (IOException | RuntimeException e) {
            notDelivered(partner, reply, e);
            return false;
        }
        journal.outbox().delivered(List.of(reply.id()), clock.instant());
        return true;
    }

    /** Whoever is to blame, a wire that fails in an unforeseen way included: again later, ever later, then set aside. */
    private void notDelivered(Partner partner, Reply reply, Exception cause) {
        String reason =
                cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
        Instant now = clock.instant();
        int failures = reply.attempts() + 1;
        Retry retry = partner.reply().retry();
        if (failures >= retry.attempts()) {
            journal.outbox().park(reply.id(), reason, now);
        } else {
            journal.outbox().failed(reply.id(), now.plus(retry.wait(failures)), reason, now);
        }
    }
}
