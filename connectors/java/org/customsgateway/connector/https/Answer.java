package org.customsgateway.connector.https;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a request is answered with.
 *
 * @param type content type, empty where there is no body
 */
record Answer(int status, Map<String, String> headers, String type, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer json(int status, Object body) {
        return new Answer(status, Map.of(), "application/json", bytes(body));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "", new byte[0]);
    }

    static Answer problem(Kind kind, String detail) {
        return problem(kind, detail, List.of());
    }

    /** @param errors each fault by itself, as {@link Shapes#fault} makes them */
    static Answer problem(Kind kind, String detail, List<Map<String, Object>> errors) {
        return problem(kind, kind.status(), detail, errors);
    }

    /** @param status another one of the same kind */
    static Answer problem(Kind kind, int status, String detail) {
        return problem(kind, status, detail, List.of());
    }

    private static Answer problem(Kind kind, int status, String detail, List<Map<String, Object>> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind.type());
        body.put("title", kind.title());
        body.put("status", status);
        body.put("detail", detail);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new Answer(status, Map.of(), "application/problem+json", bytes(body));
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, type, body);
    }

    Answer retryAfter(int seconds) {
        return with("Retry-After", String.valueOf(seconds));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        if (!type.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        }
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (!headers.containsKey("Cache-Control")) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = "HEAD".equals(response.getRequest().getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists are always JSON", e);
        }
    }
}
