package org.customsgateway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.io.TempDir;

/** A little format of its own in JSON, beside those of the engine's tests. */
abstract class NotesDrawer {

    static final FormatId NOTES = new FormatId("notes");
    static final String ONE = "{\"id\": \"N-1\", \"text\": \"book\", \"price\": \"1.10\"}";

    @TempDir
    Path home;

    /** Into the drawers of the engine's own tests. */
    Formats drawer(String schema, String template, String format) throws IOException {
        Drawer.copy(home);
        put("xsd/notes/note.json", schema);
        put("xsd/notes/batch.json", """
                { "properties": { "batchId": { "type": "string" }, "notes": { "type": "array" }, "note": { "type": "object" } },
                  "additionalProperties": false }
                """);
        put("mappings/notes/format.yaml", format);
        put("mappings/notes/to-wco.ftl", template);
        put("mappings/notes/reply.ftl", """
                <note><id>7</id><text>"é"</text><tag>only</tag><count>12</count><good>true</good></note>
                """);
        put("mappings/notes/NOTES.md", "# notes\n");
        return Formats.open(
                home.resolve("mappings"), home.resolve("xsd"), document -> List.of(), new DefaultCamelContext());
    }

    Formats drawer() throws IOException {
        return drawer(SCHEMA, TEMPLATE, FORMAT);
    }

    void put(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), text);
    }

    static final String FORMAT = """
            id: notes
            title: notes
            reader: json
            schema: note.json
            recognise: { has: [ text, price ], in: [ notes, note ] }
            item: note
            reference: /batchId
            key: { id: id }
            """;

    static final String SCHEMA = """
            {
              "type": "object",
              "required": [ "id" ],
              "properties": {
                "id": { "type": "string" },
                "text": { "$ref": "#/$defs/text" },
                "price": { "type": [ "string", "number" ] },
                "count": { "type": "integer" },
                "good": { "type": "boolean" },
                "tag": { "type": "array", "items": { "type": "string" } }
              },
              "$defs": { "text": { "type": "string", "minLength": 2 } }
            }
            """;

    static final String TEMPLATE = """
            <MetaData xmlns="urn:wco:test"><Declaration><ID>${item.id}</ID></Declaration></MetaData>
            """;
}
