package org.customsgateway.connector.https;

import java.util.Optional;
import org.customsgateway.connector.Token;
import org.customsgateway.message.PartnerId;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * One request of a partner.
 *
 * @param id what stands in its path, or empty
 */
record Call(Request request, Guest guest, String id) {

    PartnerId partner() {
        return guest.partner().id();
    }

    /** The beginning of its token's hash, as it stands in the partner's file: no secret. */
    String token() {
        String authorization = header("Authorization").strip();
        return Token.hash(authorization.substring(authorization.lastIndexOf(' ') + 1))
                .substring(0, 16);
    }

    /** All values of a header as one, or empty. */
    String header(String name) {
        return String.join(
                ", ",
                request.getHeaders().getFields(name).stream()
                        .map(HttpField::getValue)
                        .toList());
    }

    /** The first value, decoded. */
    Optional<String> query(String name) {
        Fields fields = Request.extractQueryParameters(request);
        return Optional.ofNullable(fields.getValue(name));
    }

    /**
     * A whole number of the query; empty where it is none within the bounds.
     *
     * @param absent what it is when it is not there
     */
    Optional<Long> number(String name, long least, long most, long absent) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return Optional.of(absent);
        }
        return text.filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(number -> number >= least && number <= most);
    }
}
