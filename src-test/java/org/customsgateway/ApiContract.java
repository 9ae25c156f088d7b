package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code routes/openapi/gateway.yaml}: every answer of the listener is held to it, and it is kept which it has seen. */
final class ApiContract {

    private static final String ID = "contract:///gateway.json";

    private final JsonNode root;
    private final SchemaRegistry schemas;
    private final Set<String> seen = new TreeSet<>();

    private ApiContract(JsonNode root) {
        this.root = root;
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, root.toString())));
    }

    static ApiContract read() throws IOException {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("routes/openapi/gateway.yaml")));
        return new ApiContract(JsonMapper.builder().build().valueToTree(yaml));
    }

    JsonNode root() {
        return root;
    }

    /** An operation with an id in its path. */
    record Operation(String method, String path) {

        String withId(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> all.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return all;
    }

    /** All answers that it promises, as {@code POST /v1/interchanges 202}. */
    Set<String> promised() {
        Set<String> all = new TreeSet<>();
        for (Operation operation : operations()) {
            operation(operation)
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> all.add(operation.method() + " " + operation.path() + " " + status));
        }
        return all;
    }

    Set<String> seen() {
        return seen;
    }

    void check(Operation operation, HttpResponse<String> answer) {
        check(operation, answer.statusCode(), answer.headers()::firstValue, answer.body());
    }

    /** @param header its value by its name */
    synchronized void check(Operation operation, int status, Function<String, Optional<String>> header, String body) {
        String pointer = "/paths/" + operation.path().replace("/", "~1") + "/"
                + operation.method().toLowerCase(Locale.ROOT) + "/responses/" + status;
        String what = operation.method() + " " + operation.path() + " " + status;
        JsonNode promised = root.at(pointer);
        assertThat(promised.isMissingNode())
                .as("%s is promised: %s", what, body)
                .isFalse();
        if (promised.has("$ref")) {
            pointer = promised.path("$ref").asText().substring(1);
            promised = root.at(pointer);
        }
        headers(what, promised.path("headers"), header);
        Iterator<String> types = promised.path("content").fieldNames();
        if (types.hasNext()) {
            String type = types.next();
            assertThat(header.apply("content-type")).as(what).contains(type);
            Schema schema = schemas.getSchema(
                    SchemaLocation.of(ID + "#" + pointer + "/content/" + type.replace("/", "~1") + "/schema"));
            assertThat(schema.validate(
                            json(body),
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as("%s: %s", what, body)
                    .isEmpty();
        } else {
            assertThat(body).as(what).isEmpty();
        }
        seen.add(what);
    }

    private void headers(String what, JsonNode headers, Function<String, Optional<String>> answer) {
        headers.properties().forEach(header -> {
            JsonNode promised = header.getValue();
            if (promised.has("$ref")) {
                promised = root.at(promised.path("$ref").asText().substring(1));
            }
            if (promised.path("required").asBoolean()) {
                assertThat(answer.apply(header.getKey()))
                        .as("%s: header %s", what, header.getKey())
                        .isPresent();
            }
        });
    }

    private JsonNode operation(Operation operation) {
        return root.path("paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.builder().build().readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
