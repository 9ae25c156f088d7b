package org.customsgateway.mapping.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customsgateway.mapping.BrokenFormat;
import org.customsgateway.mapping.Drawers;

/** A JSON Schema 2020-12, ready to be held against documents; formats count (date-time and the like). Safe for use by many threads. */
final class JsonCheck {

    /** Files of the drawers are known to the validator under this; nothing else is ever fetched. */
    private static final String DRAWER = "drawer:///";

    private final Schema schema;
    private final SchemaFiles files;

    private JsonCheck(Schema schema, SchemaFiles files) {
        this.schema = schema;
        this.files = files;
    }

    static JsonCheck compile(Drawers drawers, String file) throws BrokenFormat {
        Map<String, String> sources = new HashMap<>();
        SchemaFiles files = SchemaFiles.read(drawers, file);
        files.names()
                .forEach(name -> sources.put(DRAWER + name, new String(drawers.file(name), StandardCharsets.UTF_8)));
        try {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(sources));
            Schema schema = registry.getSchema(SchemaLocation.of(DRAWER + file));
            schema.initializeValidators();
            return new JsonCheck(schema, files);
        } catch (RuntimeException e) {
            throw new BrokenFormat(file, 0, "it is no JSON Schema: " + e.getMessage());
        }
    }

    List<Error> errors(JsonNode node) {
        return schema.validate(
                node, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** What is wrong with a document of our own, or empty. */
    String firstFault(byte[] written) {
        try {
            List<Error> errors = errors(new ObjectMapper().readTree(written));
            return errors.isEmpty()
                    ? ""
                    : errors.get(0).getInstanceLocation() + ": " + errors.get(0).getMessage();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** File and line of the part of the schema that an error comes from. */
    String origin(Error error) {
        SchemaLocation at = error.getSchemaLocation();
        if (at == null || at.getAbsoluteIri() == null) {
            return "";
        }
        return files.origin(at.getAbsoluteIri().toString().substring(DRAWER.length()), at.getFragment());
    }
}
