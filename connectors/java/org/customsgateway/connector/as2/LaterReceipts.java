package org.customsgateway.connector.as2;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.customsgateway.connector.Retry;
import org.customsgateway.message.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends receipts that are asked for later (asynchronous MDNs), each partner's in a thread of its own, until they have arrived. */
final class LaterReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(LaterReceipts.class);

    private static final int BATCH = 50;

    /** Sends one. */
    @FunctionalInterface
    interface Post {
        void send(Peer peer, byte[] receipt) throws IOException;
    }

    private final Peers peers;
    private final Ledger ledger;
    private final Post post;
    private final ExecutorService threads;
    private final Clock clock;
    private final Set<PartnerId> busy = ConcurrentHashMap.newKeySet();
    /** Partners for which something came while their thread was at work. */
    private final Set<PartnerId> woken = ConcurrentHashMap.newKeySet();

    LaterReceipts(Peers peers, Ledger ledger, Post post, ExecutorService threads, Clock clock) {
        this.peers = peers;
        this.ledger = ledger;
        this.post = post;
        this.threads = threads;
        this.clock = clock;
    }

    /** What is due of all partners: at times, for what failed before, and what a stopped gateway has left. */
    void look() {
        peers.all().stream()
                .filter(peer -> peer.wire().receiving().receiptUrl().isPresent())
                .forEach(this::wake);
    }

    /** Returns at once. */
    void wake(Peer peer) {
        woken.add(peer.id());
        if (busy.add(peer.id())) {
            try {
                threads.execute(() -> send(peer.id()));
            } catch (RejectedExecutionException stopping) {
                busy.remove(peer.id());
            }
        }
    }

    /** Without keeping it, when there are too many: if it is lost, the partner sends its message again. */
    void once(Peer peer, byte[] receipt) {
        try {
            threads.execute(() -> {
                try {
                    post.send(peer, receipt);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("a refusal did not reach {}: {}", peer.id(), e.toString());
                }
            });
        } catch (RejectedExecutionException stopping) {
            // as if it were lost
        }
    }

    private void send(PartnerId partner) {
        try {
            while (woken.remove(partner)) {
                peers.find(partner).ifPresent(this::sendAll);
            }
        } catch (RuntimeException e) {
            LOG.warn("receipts to {} wait: {}", partner, e.toString());
        } finally {
            busy.remove(partner);
        }
    }

    private void sendAll(Peer peer) {
        for (Ledger.Due due : ledger.due(peer.id(), clock.instant(), BATCH)) {
            try {
                post.send(peer, due.receipt());
                ledger.receiptSent(due);
            } catch (IOException | RuntimeException e) {
                Retry retry = peer.partner().reply().retry();
                if (due.attempts() + 1 >= retry.attempts()) {
                    ledger.receiptGivenUp(due, String.valueOf(e.getMessage()));
                } else {
                    Duration wait = retry.wait(due.attempts() + 1);
                    ledger.receiptFailed(due, clock.instant().plus(wait));
                }
                return; // the others would fare no better
            }
        }
    }
}
