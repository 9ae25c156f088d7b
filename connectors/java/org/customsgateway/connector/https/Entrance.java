package org.customsgateway.connector.https;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request comes by here: who it is of, whether there is room for it, and what it asks for. */
final class Entrance extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    /** Bytes of a body that are read although it is refused. */
    private static final int TO_PASS_OVER = 16 * 1024 * 1024;

    private final Guests guests;
    private final Api api;
    private final Pages pages;
    private final Semaphore places;

    Entrance(Guests guests, Api api, Pages pages, int requests) {
        this.guests = guests;
        this.api = api;
        this.pages = pages;
        this.places = new Semaphore(requests);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(request);
        if (answer.status() < 400 || !hasBody(request)) {
            answer.send(response, callback);
        } else if (request.getLength() < 0
                || request.getLength() > TO_PASS_OVER
                || answer.status() == Kind.TOO_SLOW.status()) {
            // what still comes is not read, so that nothing can follow it
            answer.with("Connection", "close").send(response, callback);
        } else {
            // read to its end, with no thread waiting: a connection that is closed before may take the answer with it
            Content.Source.consumeAll(
                    request,
                    Callback.from(
                            () -> answer.send(response, callback),
                            broken -> answer.with("Connection", "close").send(response, callback)));
        }
        return true;
    }

    /** RFC 9112, 6.3: one without either header has none. */
    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private Answer answer(Request request) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith("/v1/")) {
            return pages.answer(request.getMethod(), path);
        }
        Optional<Guest> guest = guests.find(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        if (guest.isEmpty()) {
            boolean tried = request.getHeaders().contains(HttpHeader.AUTHORIZATION);
            return Answer.problem(Kind.UNAUTHORIZED, "Send a token that is valid now: Authorization: Bearer <token>.")
                    .with("WWW-Authenticate", tried ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        if (!hasCertificate(request, guest.get())) {
            return Answer.problem(Kind.FORBIDDEN, "Show the client certificate that was agreed, besides the token.");
        }
        return guarded(request, guest.get(), path);
    }

    private Answer guarded(Request request, Guest guest, String path) {
        if (!guest.places().tryAcquire()) {
            return Answer.problem(
                            Kind.TOO_MANY_REQUESTS,
                            "At most " + guest.wire().requests() + " requests at a time are agreed.")
                    .retryAfter(1);
        }
        try {
            if (!places.tryAcquire()) {
                return Answer.problem(Kind.UNAVAILABLE, "Too many requests are being answered: try again soon.")
                        .retryAfter(1);
            }
            try {
                return api.answer(request, guest, path);
            } finally {
                places.release();
            }
        } catch (RuntimeException e) {
            if (e instanceof HttpException refused && refused.getCode() < 500) {
                return Answer.problem(
                        Kind.MALFORMED, "The address cannot be read: what is escaped in it must be UTF-8.");
            }
            // a journal that is away, most of all: what was not answered with success is sent again
            LOG.error(
                    "{} {} of {} failed",
                    request.getMethod(),
                    path,
                    guest.partner().id(),
                    e);
            return Answer.problem(Kind.UNAVAILABLE, "A fault of the gateway's own: try again later.")
                    .retryAfter(5);
        } finally {
            guest.places().release();
        }
    }

    private boolean hasCertificate(Request request, Guest guest) {
        if (guest.wire().certificates().isEmpty()) {
            return true;
        }
        var shown = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                ? session.peerCertificates()
                : null;
        return shown != null && shown.length > 0 && guests.agreed(guest, shown[0]);
    }
}
