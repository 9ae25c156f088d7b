package org.customsgateway.mapping.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphabetTest {

    @ParameterizedTest
    @CsvSource({
        "UNOA, müsli, MUSLI",
        "UNOB, müsli, musli",
        "UNOC, müsli, müsli",
        "UNOC, Škoda, Skoda",
        "UNOD, Škoda, Škoda",
        "UNOC, Ελλάς, *****",
        "UNOF, Ελλάς, Ελλάς",
        "UNOE, Москва, Москва",
        "UNOL, 3 €, 3 €",
        "UNOC, 3 €, 3 E",
        "UNOC, 上海, **",
        "UNOW, 上海, 上海",
        "UNOY, 上海, 上海",
        "UNOX, 上海, **",
        "UNOB, “Straße” – ‘a’…, \"Strase\" - 'a'.",
        "UNOB, Ørsted Æbleskiver Łódź İzmir, Orsted Ableskiver Lodz Izmir",
        "UNOB, ﬁx, fx",
        "UNOB, 🚚, *",
        "UNOW, 🚚, *",
        "unknown, é, e"
    })
    void what_a_character_set_has_not_is_written_as_its_nearest(String syntax, String given, String written) {
        assertThat(Alphabet.of(syntax).fit(given, true)).isEqualTo(written);
    }

    @Test
    void only_prose_is_put_into_capitals() {
        assertThat(Alphabet.of("UNOA").fit("job-7_a@b", false)).isEqualTo("job-7_a@b");
    }

    @Test
    void what_breaks_lines_is_a_blank() {
        assertThat(Alphabet.of("UNOC").fit("\u0085a\r\nb\tc\u2028d\u0000e\u001d ", true))
                .isEqualTo("a  b c d e");
    }

    @Test
    void half_a_character_is_none() {
        assertThat(Alphabet.of("UNOW").fit("a\uD83D b", true)).isEqualTo("a* b");
    }

    @Test
    void no_text_gets_longer() {
        for (int c = 0; c < Character.MAX_VALUE; c++) {
            String one = Character.toString(c);
            assertThat(Alphabet.of("UNOA").fit(one, true).length()).isLessThanOrEqualTo(1);
        }
    }
}
