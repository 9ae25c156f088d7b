package org.customsgateway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents of one firm about so many orders, one on a line, in an order that looks like chance and is the same each time. */
final class MatchFeed {

    private static final String NUMBER = "SERIAL";

    private final String template;
    private final int orders;
    private final long stride;

    private MatchFeed(String template, int orders, long stride) {
        this.template = template;
        this.orders = orders;
        this.stride = stride;
    }

    /**
     * @param home where the example of this leg lies
     * @param stride a prime, another one for each feed
     */
    static MatchFeed of(Path home, String leg, int orders, long stride) throws IOException {
        String text = Files.readString(home.resolve("src-test/golden/_shared/match/" + leg + ".json"));
        JsonNode example = new ObjectMapper().readTree(text);
        String line = example.toString()
                .replace("SO-2026-000118", "SO-" + NUMBER)
                .replace("TX-2026-9001", "TX-" + NUMBER)
                .replace("EX123456789DE", "EX-" + NUMBER)
                .replace("PT000000000", "PT" + NUMBER);
        return new MatchFeed(line, orders, orders % stride == 0 ? stride + 2 : stride);
    }

    /** Those from the {@code first} on, in the feed's own order. */
    byte[] documents(int first, int count) {
        StringBuilder lines = new StringBuilder(template.length() * count);
        for (int i = first; i < Math.min(orders, first + count); i++) {
            lines.append(template.replace(NUMBER, Long.toString(i * stride % orders)))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
