package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customsgateway.journal.Sample.NODE;
import static org.customsgateway.journal.Sample.NOON;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.item;
import static org.customsgateway.journal.Sample.reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customsgateway.message.ItemKey;
import org.customsgateway.message.Problem;
import org.customsgateway.message.RawBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal does with its keys: none, the first, another, the wrong one. */
class DataKeysTest {

    private static final ItemKey KEY = new ItemKey("RR777000111XX", "2026-11-20");

    @TempDir
    private Path folder;

    private Journal open(int... keys) {
        Database database = Database.embedded(folder.resolve("journal.db"));
        return keys.length == 0 ? Journal.open(database) : Journal.open(database, Keys.of(keys));
    }

    private static void journalOne(Journal journal, String interchange, int version) {
        reading(journal, interchange, SWIFT);
        assertThat(journal.items().journal(batch(interchange, SWIFT, List.of(item(interchange, 1, KEY.id(), version)))))
                .isEqualTo(Journaled.DONE);
        journal.interchanges().finish(interchange, NODE, 1, NOON);
    }

    private static KnownItem known(Journal journal) {
        return journal.items().known(SWIFT, List.of(KEY)).get(KEY);
    }

    /** Everything that lies on disk, as one text. */
    private String onDisk() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName()).append('\n');
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void nothing_personal_is_to_be_seen_on_disk() throws Exception {
        try (Journal journal = open(1)) {
            reading(journal, "i1", SWIFT);
            var one = item("i1", 1, KEY.id(), 1);
            var problem = new Problem(
                    "RULE", Sample.WARNING.severity(), Sample.WARNING.pointer(), "", "Zyxwina", "name Zyxwina", "");
            journal.items()
                    .journal(batch(
                            "i1",
                            SWIFT,
                            List.of(new ItemEntry(
                                    one.id(),
                                    1,
                                    one.key(),
                                    "hash",
                                    1,
                                    Map.of("name", "Zyxwina"),
                                    List.of(problem),
                                    "<Name>Zyxwina</Name>".getBytes(StandardCharsets.UTF_8),
                                    List.of(new HandOverEntry("risk", "Zyxwina", NOON)),
                                    one.statuses()))));
            journal.alarms().raise("KIND", "i1", "of Zyxwina", NOON);
            journal.history().step(new Step(NOON, "i1", null, "RETRY", "for Zyxwina"));
            var raws = RawStore.open(folder.resolve("raw"), journal);
            raws.put("Zyxwina".getBytes(StandardCharsets.UTF_8));
            var small = raws.take("<Item>Zyxwina</Item>".getBytes(StandardCharsets.UTF_8));
            journal.interchanges().receive(Sample.arrival("i2", small));

            assertThat(journal.history().ofItem(one.id()))
                    .extracting(Line::detail)
                    .anyMatch(detail -> detail.contains(KEY.id() + " 2026-11-20"))
                    .anyMatch(detail -> detail.contains("i1.xml, "));
            assertThat(journal.items().find(one.id()).orElseThrow().facts()).containsValue("Zyxwina");
            assertThat(journal.alarms().open(5)).extracting(Alarm::text).containsExactly("of Zyxwina");
            assertThat(onDisk())
                    .doesNotContain("Zyxwina")
                    .doesNotContain(KEY.id())
                    .doesNotContain("i1.xml");
        }
        assertThat(onDisk()).doesNotContain("Zyxwina").doesNotContain(KEY.id()).doesNotContain("i1.xml");
    }

    @Test
    void another_key_or_none_opens_nothing_and_changes_nothing() {
        try (Journal journal = open(1)) {
            journalOne(journal, "i1", 1);
        }
        assertThatThrownBy(() -> open(2)).isInstanceOf(WrongDataKey.class).hasMessageContaining("gateway.data.key");
        assertThatThrownBy(this::open).isInstanceOf(WrongDataKey.class).hasMessageContaining("is empty");
        try (Journal journal = open(1)) {
            assertThat(known(journal).version()).isEqualTo(1);
        }
    }

    @Test
    void with_a_new_key_the_old_one_still_reads_and_what_was_known_is_known() throws Exception {
        String before;
        try (Journal journal = open(1)) {
            journalOne(journal, "i1", 1);
            before = journal.items().find("i1-0000001").orElseThrow().contentHash();
        }
        try (Journal journal = open(2, 1)) {
            assertThat(known(journal).version()).isEqualTo(1);
            journalOne(journal, "i2", 2);
            assertThat(known(journal).version()).isEqualTo(2);
            assertThat(journal.items().find("i1-0000001").orElseThrow().contentHash())
                    .isEqualTo(before);
        }
        assertThat(onDisk()).contains("k" + Keys.of(2).first().id() + ":");
        assertThatThrownBy(() -> open(2)).isInstanceOf(WrongDataKey.class);
    }

    @Test
    void what_lay_open_before_there_was_a_key_is_found_and_joined_as_before() throws Exception {
        RawBytes raw;
        Kept small;
        try (Journal journal = open()) {
            var raws = RawStore.open(folder.resolve("raw"), journal);
            raw = raws.put(new byte[] {1, 2, 3});
            small = raws.take(new byte[] {4, 5, 6});
            journal.interchanges().receive(Sample.arrival("i0", small));
            journalOne(journal, "i1", 1);
        }
        try (Journal beside = Journal.beside(Database.embedded(folder.resolve("journal.db")), Keys.of(1))) {
            // a command does not turn it on under a gateway that runs without
            assertThat(beside.vault().on()).isFalse();
        }
        try (Journal journal = open(1)) {
            assertThat(known(journal).contentHash()).isEqualTo("hash of i1-0000001");
            assertThat(journal.items().declaration("i1-0000001")).isPresent();
            journalOne(journal, "i2", 2);
            assertThat(known(journal).version()).isEqualTo(2);
            var again = journal.interchanges().receive(Sample.arrival("i3", SWIFT, "another mark", "content of i1"));
            assertThat(again.kind()).isEqualTo(Received.Kind.SAME_BYTES);
            RawStore sealed = RawStore.open(folder.resolve("raw"), journal);
            try (var bytes = sealed.open(small.raw())) {
                assertThat(bytes).hasBinaryContent(new byte[] {4, 5, 6});
            }
            try (var bytes = sealed.open(raw)) {
                assertThat(bytes).hasBinaryContent(new byte[] {1, 2, 3});
            }
            sealed.put(new byte[] {1, 2, 3});
        }
        try (Stream<Path> files = Files.walk(folder.resolve("raw"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(name -> name.contains(raw.sha256().substring(2)))
                    .hasSize(2);
        }
    }

    @Test
    void a_value_that_was_put_elsewhere_or_changed_does_not_open() {
        try (Journal journal = open(1)) {
            journalOne(journal, "i1", 1);
            journal.write(tx -> tx.update("UPDATE item SET facts = problems WHERE id = 'i1-0000001'"));
            assertThatThrownBy(() -> journal.items().find("i1-0000001"))
                    .isInstanceOf(JournalFault.class)
                    .hasMessageContaining("item.facts");
        }
    }

    @Test
    void a_line_that_is_no_key_is_told_without_being_repeated() {
        assertThatThrownBy(() -> DataKeys.parse("# old\nc2VjcmV0\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> DataKeys.parse(" \n")).hasMessageContaining("no key");
        assertThatThrownBy(() -> Keys.of(1, 1)).hasMessageContaining("twice");
    }
}
