package org.customsgateway.connector.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of headers, and of the paths of problems. */
class HeadersTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "8e03978e-40d5"   | 8e03978e-40d5
            8e03978e-40d5     | 8e03978e-40d5
            "a b"             | a b
            "a\\"b\\\\"       | a"b\\
            """, delimiter = '|')
    void a_key_is_the_same_with_quotes_and_without(String header, String key) {
        assertThat(IdempotencyKey.of(header)).map(IdempotencyKey::value).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "a b", "a,b", "\"a\", \"b\"", "ü", "\"a", "\"\\x\""})
    void what_is_no_key_is_refused(String header) {
        assertThat(IdempotencyKey.of(header)).isEmpty();
        assertThat(IdempotencyKey.of("k".repeat(201))).isEmpty();
    }

    @Test
    void without_a_header_there_is_no_key() {
        assertThat(IdempotencyKey.of("")).map(IdempotencyKey::isGiven).contains(false);
    }

    @Test
    void json_is_utf_8() {
        for (String json : List.of("application/json", "APPLICATION/JSON; charset=\"UTF-8\"", "application/json;x=y")) {
            assertThat(MediaType.of(json).isJson()).as(json).isTrue();
        }
        for (String other : List.of("", "json", "application/json; charset=utf-16", "application/jsonp", "text/json")) {
            assertThat(MediaType.of(other).isJson()).as(other).isFalse();
        }
        assertThat(MediaType.of("application/json" + ";".repeat(16_000)).isJson())
                .isTrue();
        assertThat(MediaType.of("application/x-ndjson").isJsonLines()).isTrue();
        assertThat(MediaType.of("text/xml; charset=iso-8859-1").isXml()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "order[2]/lines[3]/hsCode, /lines/2/hsCode",
        "order[1], ''",
        "/, ''",
        "batch, ''",
        "order[1]/a~1b~0c, /a~1b~0c",
        "order[1]/taxSchemes[1], /taxSchemes/0"
    })
    void a_pointer_counts_from_0_and_begins_at_the_document(String path, String pointer) {
        assertThat(JsonPointer.of(path)).isEqualTo(pointer);
    }
}
