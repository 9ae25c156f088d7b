package org.customsgateway.connector.https;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before anybody sees it (a request that is no HTTP, headers that are too long) is answered like the rest. */
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Kind kind = status >= 500 ? Kind.INTERNAL : Kind.MALFORMED;
        Answer.problem(kind, status, "The request was refused before it was looked at.")
                .send(response, callback);
        return true;
    }
}
