package org.customsgateway.connector.as2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {

    private static final int CHUNK = 32 * 1024;

    @TempDir
    Path folder;

    private List<String> parts(String body) throws IOException {
        try (var spool = new Spool(folder, Long.MAX_VALUE)) {
            spool.write(body.getBytes(US_ASCII));
            var texts = new ArrayList<String>();
            for (Part part : Multipart.parts(spool.all(), "b")) {
                try (InputStream in = part.open()) {
                    texts.add(new String(in.readAllBytes(), US_ASCII));
                }
            }
            return texts;
        }
    }

    @Test
    void parts_end_where_they_end_wherever_the_bytes_are_cut_when_they_are_read() throws IOException {
        for (int length = CHUNK - 30; length < CHUNK + 5; length++) {
            var text = "x".repeat(length);
            assertThat(parts("before\r\n--b\r\n" + text + "\r\n--b \r\ny\r\n--b--\r\n"))
                    .as("%d", length)
                    .containsExactly(text, "y");
        }
    }

    @Test
    void a_line_may_end_with_a_line_feed_alone_and_the_last_one_not_at_all() throws IOException {
        assertThat(parts("--b\nx\n--b\n\n--b--")).containsExactly("x", "");
        assertThat(parts("--b\r\nx\r\n--bb\r\n--b--")).containsExactly("x\r\n--bb");
    }

    @Test
    void what_has_no_end_is_none() {
        assertThatThrownBy(() -> parts("--b\r\nx\r\n--b\r\ny")).hasMessage("no end of the parts");
        assertThatThrownBy(() -> parts("")).hasMessage("no end of the parts");
    }
}
