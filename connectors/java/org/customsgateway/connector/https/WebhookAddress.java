package org.customsgateway.connector.https;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Where a partner wants its statuses to be posted. That it may be posted there is for the wire that posts to say. */
final class WebhookAddress {

    private static final int LARGEST = 8 * 1024;
    private static final int LONGEST = 2000;
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
        if (said.get().size() != 1 || !isAddress(url)) {
            return Answer.problem(
                    Kind.REJECTED, "url must be all there is, an https address without user, password or fragment.");
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

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= LONGEST
                    && url.startsWith("https://")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static Answer shown(String url) {
        return Answer.json(200, Map.of("url", url));
    }
}
