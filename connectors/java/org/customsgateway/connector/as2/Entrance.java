package org.customsgateway.connector.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Pace;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request comes by here: whose it is, whether there is room for it, and whether it is a message or a receipt. */
final class Entrance extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private static final String PATH = "/as2";
    private static final int CHUNK = 32 * 1024;
    private static final int LARGEST_RECEIPT = 1024 * 1024;

    private final Peers peers;
    private final Reception reception;
    private final Outstanding outstanding;
    private final Refusals refusals;
    private final Semaphore places;
    private final Pace pace;
    private final Path folder;
    private final Alarm alarm;

    Entrance(
            Peers peers,
            Reception reception,
            Outstanding outstanding,
            Refusals refusals,
            int requests,
            Pace pace,
            Path folder,
            Alarm alarm) {
        this.peers = peers;
        this.reception = reception;
        this.outstanding = outstanding;
        this.refusals = refusals;
        this.places = new Semaphore(requests);
        this.pace = pace;
        this.folder = folder;
        this.alarm = alarm;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(request);
        if (answer.status() >= 400) {
            // what still comes is not read, so that nothing can follow it
            answer.headers().add("Connection", "close");
        }
        answer.send(response, callback);
        return true;
    }

    private Answer answer(Request request) {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return Answer.refused(404);
        }
        if (!request.getMethod().equals("POST")) {
            return Answer.refused(405);
        }
        var headers = headers(request);
        Optional<Peer> peer = peers.find(headers.get("AS2-From"), headers.get("AS2-To"));
        if (peer.isEmpty()) {
            return stranger(headers, Optional.empty(), "nobody is known by the names that a message came with");
        }
        if (!hasCertificate(request, peer.get())) {
            return stranger(
                    headers, peer.map(Peer::id), "a message came without the client certificate that is agreed");
        }
        return guarded(request, headers, peer.get());
    }

    private Answer stranger(Headers headers, Optional<PartnerId> said, String reason) {
        try {
            refusals.ofStranger(headers, said, reason);
        } catch (RuntimeException journalIsAway) {
            LOG.error("a refused AS2 message could not be kept: {}", journalIsAway.toString());
        }
        return Answer.refused(403);
    }

    private static boolean hasCertificate(Request request, Peer peer) {
        var agreed = peer.wire().receiving().clientCertificates();
        return agreed.isEmpty() || ShownCertificates.isOneOf(agreed, request);
    }

    private Answer guarded(Request request, Headers headers, Peer peer) {
        if (!peer.places().tryAcquire()) {
            return Answer.later(1);
        }
        try {
            if (!places.tryAcquire()) {
                return Answer.later(1);
            }
            try {
                return read(request, headers, peer);
            } finally {
                places.release();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("an AS2 message of {} was not received: {}", peer.id(), e.toString());
            return Answer.later(5);
        } finally {
            peer.places().release();
        }
    }

    private Answer read(Request request, Headers headers, Peer peer) throws IOException {
        if (request.getLength() > peer.largest()) {
            return tooLarge(peer);
        }
        try (var spool = new Spool(folder, peer.largest())) {
            try {
                if (!read(Request.asInputStream(request), spool)) {
                    return Answer.refused(408);
                }
            } catch (Spool.TooMany e) {
                return tooLarge(peer);
            } catch (IOException brokenOff) {
                // mostly nobody is there to read this
                return Answer.refused(400);
            }
            var entity = Entity.outermost(headers, spool.all());
            if (spool.all().size() < LARGEST_RECEIPT && GivenReceipt.isOne(entity)) {
                return receipt(peer, entity);
            }
            if (!peer.rate().take(peer.partner().limits().perMinute())) {
                return Answer.later(10);
            }
            return reception.receive(peer, headers, spool.all());
        }
    }

    private Answer receipt(Peer peer, Entity entity) throws IOException {
        try (InputStream all = entity.withHeaders()) {
            outstanding.receive(peer, entity, all.readAllBytes());
            return Answer.taken();
        } catch (Refusal e) {
            return Answer.refused(400);
        }
    }

    private Answer tooLarge(Peer peer) {
        alarm.raise(peer.id(), Wire.AS2, "too-big", "", "a message of more than " + peer.largest() + " bytes");
        return Answer.refused(413);
    }

    /** @return false when it comes too slowly */
    private boolean read(InputStream in, Spool spool) throws IOException {
        Instant begun = pace.clock().instant();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            spool.write(chunk, 0, read);
            size += read;
            if (pace.isTooSlow(begun, size)) {
                return false;
            }
        }
        return true;
    }

    private static Headers headers(Request request) {
        var headers = new Headers();
        for (HttpField field : request.getHeaders()) {
            headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        return headers;
    }
}
