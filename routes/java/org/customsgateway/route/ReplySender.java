package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.customsgateway.connector.Declined;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Held;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Retry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Reply;
import org.customsgateway.message.FormatId;
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

    private static final Duration RENEW = Duration.ofMinutes(1);

    /** How often a reply is offered to a side that takes others: it must not hold those up for days. */
    private static final int DECLINED = 6;

    private final Journal journal;
    private final RawStore raws;
    private final Partners partners;
    private final Outlet outlet;
    private final Function<FormatId, String> contentTypes;
    private final ExecutorService threads;
    private final String node;
    private final Counts counts;
    private final Clock clock;
    private final Set<PartnerId> busy = ConcurrentHashMap.newKeySet();

    /** @param contentTypes media type of each format's replies, empty where there is none */
    ReplySender(
            Journal journal,
            RawStore raws,
            Partners partners,
            Outlet outlet,
            Function<FormatId, String> contentTypes,
            ExecutorService threads,
            String node,
            Counts counts,
            Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.partners = partners;
        this.outlet = outlet;
        this.contentTypes = contentTypes;
        this.threads = threads;
        this.node = node;
        this.counts = counts;
        this.clock = clock;
    }

    /** Sends off whatever is due, to all partners; returns at once. */
    public void due() {
        for (Partner partner : partners.all()) {
            List<Reply> due = journal.outbox().due(partner.id(), clock.instant(), 1);
            if (!due.isEmpty() && outlet.takes(partner) && busy.add(partner.id())) {
                threads.execute(() -> deliver(partner));
            }
        }
    }

    private void deliver(Partner partner) {
        Turn turn = new Turn("outbox:" + partner.id());
        try {
            if (turn.hold()) {
                try {
                    deliverAll(partner, turn);
                } finally {
                    journal.leases().release(turn.lease, node);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("replies to {} wait: {}", partner.id(), e.toString());
        } finally {
            busy.remove(partner.id());
        }
    }

    /** The right to deliver for one partner. It is asked for before each delivery: no two nodes may, or the order is lost. */
    private final class Turn {

        private final String lease;
        private Instant held;

        private Turn(String lease) {
            this.lease = lease;
        }

        private boolean hold() {
            held = clock.instant();
            return journal.leases().acquire(lease, node, held.plus(LEASE), held);
        }

        private boolean isOver() {
            return clock.instant().isAfter(held.plus(RENEW)) && !hold();
        }
    }

    private void deliverAll(Partner partner, Turn turn) {
        int together = outlet.together(partner);
        List<Reply> replies;
        do {
            replies = journal.outbox().due(partner.id(), clock.instant(), BATCH);
            for (int from = 0; from < replies.size(); from += together) {
                int to = Math.min(from + together, replies.size());
                if (!deliver(partner, replies.subList(from, to), replies.subList(to, replies.size()), turn)) {
                    return; // the partner's side is away: the others would fail too; or another node has taken over
                }
            }
        } while (replies.size() == BATCH);
    }

    /** In one go, or it is left open which: then each by itself shows it. */
    private boolean deliver(Partner partner, List<Reply> replies, List<Reply> later, Turn turn) {
        try {
            if (replies.size() > 1 && !turn.isOver() && deliverTogether(partner, replies)) {
                return true;
            }
        } catch (Held e) {
            notDelivered(partner, replies.get(0), e);
            return false;
        }
        for (int i = 0; i < replies.size(); i++) {
            List<Reply> next = i + 1 < replies.size() ? replies.subList(i + 1, replies.size()) : later;
            if (turn.isOver() || !deliver(partner, replies.get(i), next.stream().findFirst())) {
                return false;
            }
        }
        return true;
    }

    private boolean deliverTogether(Partner partner, List<Reply> replies) throws Held {
        try {
            outlet.deliver(partner, replies.stream().map(this::dispatch).toList());
        } catch (Held e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return false;
        }
        delivered(partner, replies);
        return true;
    }

    private Dispatch dispatch(Reply reply) {
        var answered = journal.outbox().answered(reply.id());
        String id = answered.resent() == 0 ? reply.id() : reply.id() + "-" + answered.resent();
        return new Dispatch(
                id,
                reply.name(),
                () -> raws.open(reply.raw()),
                answered.origin(),
                answered.reference(),
                contentTypes.apply(reply.format()));
    }

    private boolean deliver(Partner partner, Reply reply, Optional<Reply> next) {
        try {
            outlet.deliver(partner, dispatch(reply));
        } catch (IOException | RuntimeException e) {
            boolean often = reply.attempts() + 1 >= DECLINED;
            if (often && e instanceof Declined declined && !declined.isSure() && isTaken(partner, next)) {
                journal.outbox().park(reply.id(), e.getMessage() + ", and takes others", clock.instant());
            } else {
                notDelivered(partner, reply, e);
            }
            return false;
        }
        delivered(partner, List.of(reply));
        return true;
    }

    private void delivered(Partner partner, List<Reply> replies) {
        journal.outbox().delivered(replies.stream().map(Reply::id).toList(), clock.instant());
        counts.delivered(partner.id(), replies);
    }

    /** Whether it is one reply that its side stumbles over, or its side that lies down. */
    private boolean isTaken(Partner partner, Optional<Reply> next) {
        if (next.isEmpty()) {
            return false;
        }
        try {
            outlet.deliver(partner, dispatch(next.get()));
        } catch (IOException | RuntimeException e) {
            return false; // it is not counted against this one
        }
        delivered(partner, List.of(next.get()));
        return true;
    }

    /** Whoever is to blame, a wire that fails in an unforeseen way included: again later, ever later, then set aside. */
    private void notDelivered(Partner partner, Reply reply, Exception cause) {
        String reason =
                cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
        Instant now = clock.instant();
        counts.failed(partner.id());
        int failures = reply.attempts() + 1;
        Retry retry = partner.reply().retry();
        boolean sure = cause instanceof Declined declined && declined.isSure();
        if (failures >= (sure ? Math.min(DECLINED, retry.attempts()) : retry.attempts())) {
            journal.outbox().park(reply.id(), reason, now);
        } else {
            journal.outbox().failed(reply.id(), now.plus(wait(retry, failures, cause)), reason, now);
        }
    }

    private static Duration wait(Retry retry, int failures, Exception cause) {
        Duration wait = retry.wait(failures);
        return cause instanceof Held held && held.atLeast().compareTo(wait) > 0 ? held.atLeast() : wait;
    }
}
