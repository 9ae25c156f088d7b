package org.customsgateway.connector.https;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.connector.Pace;
import org.customsgateway.connector.WebhookWire;
import org.eclipse.jetty.server.Request;

/** Where a partner wants its statuses to be posted. What its host is called may lead elsewhere later: the wire that posts judges that. */
final class WebhookAddress {

    private static final int LARGEST = 8 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Inquiry inquiry;
    private final Pace pace;

    WebhookAddress(Inquiry inquiry, Pace pace) {
        this.inquiry = inquiry;
        this.pace = pace;
    }

    Answer get(Call call) {
        return inquiry.webhook(call.partner())
                .map(WebhookAddress::shown)
                .orElseGet(() -> Answer.problem(Kind.NOT_FOUND, "There is no address: set one with PUT."));
    }

    Answer put(Call call) {
        if (!MediaType.of(call.header("Content-Type")).isJson()) {
            return Answer.problem(Kind.UNSUPPORTED_MEDIA_TYPE, "Send application/json.")
                    .with("Accept", "application/json");
        }
        Body body = new Body(Request.asInputStream(call.request()), LARGEST, pace);
        Optional<JsonNode> said = read(body);
        if (body.fault() != null) {
            return body.fault();
        }
        if (said.isEmpty()) {
            return Answer.problem(Kind.MALFORMED, "Send one object: {\"url\": \"https://…\"}.");
        }
        String url = said.get().path("url").asText("");
        String fault = said.get().size() == 1 ? fault(call, url) : "must be all there is";
        if (!fault.isEmpty()) {
            return Answer.problem(Kind.REJECTED, "url " + fault + ".");
        }
        inquiry.webhook(call.partner(), url);
        return shown(url);
    }

    Answer delete(Call call) {
        inquiry.webhook(call.partner(), "");
        return Answer.empty(204);
    }

    private static Optional<JsonNode> read(Body body) {
        try {
            return Optional.of(JSON.readTree(body.readAllBytes())).filter(JsonNode::isObject);
        } catch (IOException brokenOffOrNotJson) {
            return Optional.empty();
        }
    }

    private static String fault(Call call, String url) {
        var agreed = call.guest().partner().wires().webhook();
        try {
            WebhookWire.address(url, false, agreed.map(WebhookWire::allow).orElse(List.of()));
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static Answer shown(String url) {
        return Answer.json(200, Map.of("url", url));
    }
}
