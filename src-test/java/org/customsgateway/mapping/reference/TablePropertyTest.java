package org.customsgateway.mapping.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The packed table against a list that is searched from end to end. */
class TablePropertyTest {

    private record Row(String key, int from, int to, String value) {

        boolean holds(String asked, int day) {
            return key.equals(asked) && from <= day && to >= day;
        }
    }

    @Property(tries = 60)
    void finds_what_a_list_finds(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 400) int size,
            @ForAll @IntRange(min = 0, max = 3) int way) {
        Random random = new Random(seed);
        List<Row> rows = rows(random, size);
        if (way == 0) {
            rows.sort(Comparator.comparing(Row::key).thenComparing(Row::from));
        } else if (way == 1) {
            rows.sort(Comparator.comparing(Row::key).thenComparing(Row::from).reversed());
        }
        TableBuilder builder = new TableBuilder(way == 3 ? 1 << 22 : 700);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            byte[][] values = {bytes(row.value), bytes("x" + i)};
            builder.add(row.from, row.to, i + 1, i % 3, bytes(row.key), values);
        }
        Table table = builder.build();
        assertThat(table.size()).isEqualTo(size);
        for (int i = 0; i < 200; i++) {
            String key = key(random);
            int day = random.nextInt(130);
            Row expected =
                    rows.stream().filter(row -> row.holds(key, day)).findFirst().orElse(null);
            assertThat(found(table, table.find(bytes(key), day))).isEqualTo(expected);
            assertThat(under(table, key, day))
                    .isEqualTo(rows.stream()
                            .filter(row -> row.key.startsWith(key) && row.from <= day && row.to >= day)
                            .sorted(Comparator.comparing(Row::key))
                            .toList());
        }
    }

    private static List<Row> under(Table table, String prefix, int day) {
        List<Row> rows = new ArrayList<>();
        table.under(bytes(prefix), day, index -> rows.add(found(table, index)));
        return rows;
    }

    private static Row found(Table table, int index) {
        if (index < 0) {
            return null;
        }
        var block = table.block(index);
        int at = table.position(index);
        assertThat(PackedRows.value(block, at, 1)).isEqualTo("x" + (PackedRows.line(block, at) - 1));
        assertThat(PackedRows.file(block, at)).isEqualTo((PackedRows.line(block, at) - 1) % 3);
        return new Row(
                PackedRows.key(block, at),
                PackedRows.from(block, at),
                PackedRows.to(block, at),
                PackedRows.value(block, at, 0));
    }

    /** No two of one key hold on the same day. */
    private static List<Row> rows(Random random, int size) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < size) {
            String key = key(random) + (rows.size() > 200 ? random.nextInt(1000) : "");
            int from = random.nextInt(120);
            int to = random.nextInt(10) == 0 ? Day.FOREVER : from + random.nextInt(6);
            boolean free =
                    rows.stream().noneMatch(row -> Objects.equals(row.key, key) && row.from <= to && row.to >= from);
            if (free) {
                rows.add(new Row(key, from, to, "v".repeat(random.nextInt(300))));
            } else {
                rows.add(new Row("k" + rows.size(), from, to, ""));
            }
        }
        return rows;
    }

    private static String key(Random random) {
        return "ab*é\u4e00".substring(0, 1 + random.nextInt(5)) + (random.nextInt(3) == 0 ? random.nextInt(9) : "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
