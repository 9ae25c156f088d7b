package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is checked of a format in JSON before it is used. */
class JsonFormatTest extends NotesDrawer {

    @Test
    void a_template_that_reads_what_the_schema_does_not_have_is_broken() throws IOException {
        try (Formats formats = drawer(SCHEMA, TEMPLATE.replace("item.id", "item.ident"), FORMAT)) {
            assertThat(formats.faults().toString()).contains("mappings/notes/to-wco.ftl", "the source has no 'ident'");
        }
    }

    @Test
    void a_schema_whose_reference_leads_nowhere_is_broken() throws IOException {
        try (Formats formats = drawer(SCHEMA.replace("#/$defs/text", "#/$defs/txt"), TEMPLATE, FORMAT)) {
            assertThat(formats.faults().toString()).contains("note.json:6: ", "leads nowhere");
        }
    }

    @Test
    void a_schema_is_never_fetched() throws IOException {
        try (Formats formats =
                drawer(SCHEMA.replace("#/$defs/text", "https://schemas.example/text.json"), TEMPLATE, FORMAT)) {
            assertThat(formats.faults().toString()).contains("https://schemas.example/text.json is missing");
        }
    }

    @Test
    void an_unknown_leg_is_a_fault_of_the_format() throws IOException {
        try (Formats formats = drawer(SCHEMA, TEMPLATE, FORMAT + "leg: arm\n")) {
            assertThat(formats.faults().toString()).contains("leg 'arm' is none of [order, payment, logistics]");
        }
    }

    @Test
    void what_match_and_returns_say_wrongly_is_a_fault_of_the_format() throws IOException {
        String wrong = FORMAT + """
                aliases: [ number ]
                match: { a: { path: id, as: month }, b: { value: X, path: id }, c: { path: id, code: none } }
                returns: { of: [ { by: key } ], until: id }
                """;
        try (Formats formats = drawer(SCHEMA, TEMPLATE, wrong)) {
            assertThat(formats.faults().toString())
                    .contains("match.a.as is not day")
                    .contains("match.b is a path, or has a path or a value")
                    .contains("returns.until is not a key of this file")
                    .contains("id is missing");
        }
    }

    @Test
    void what_match_and_returns_name_must_be_there() throws IOException {
        try (Formats formats =
                drawer(SCHEMA, TEMPLATE, FORMAT + "match: { c: { path: id, code: none } }\naliases: [ n ]\n")) {
            assertThat(formats.faults().toString())
                    .contains("there is no code list 'none'")
                    .contains("'n' of aliases or returns.agree is none of the facts");
        }
    }

    @Test
    void a_leg_is_known() throws IOException {
        try (Formats formats = drawer(SCHEMA, TEMPLATE, FORMAT + "leg: payment\n")) {
            assertThat(formats.current(NOTES).leg()).isEqualTo("payment");
        }
    }

    @Test
    void the_schemas_in_the_drawer_are_schemas() throws IOException {
        Schema schemaOfSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        try (Stream<Path> files = Files.walk(Path.of("xsd"))) {
            List<Path> schemas =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(schemas).hasSizeGreaterThan(5);
            for (Path file : schemas) {
                JsonNode schema = new ObjectMapper().readTree(Files.readString(file));
                assertThat(schemaOfSchemas.validate(schema)).as("%s", file).isEmpty();
            }
        }
    }
}
