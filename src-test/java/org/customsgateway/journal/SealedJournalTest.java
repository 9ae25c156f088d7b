package org.customsgateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.journal.Sample.SWIFT;
import static org.customsgateway.journal.Sample.batch;
import static org.customsgateway.journal.Sample.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose personal columns are sealed holds to the same, but for the search by how a number begins. */
class SealedJournalTest implements JournalContract {

    @TempDir
    private Path folder;

    @Override
    public Journal open() {
        return Journal.open(Database.embedded(folder.resolve("journal.db")), Keys.of(1));
    }

    @Override
    @Test
    public void an_item_is_found_by_how_its_number_begins_and_by_its_id() {
        try (Journal journal = open()) {
            reading(journal, "i1", SWIFT);
            journal.items().journal(batch("i1", 1, 1));
            assertThat(journal.items().search("i1/", 5)).isEmpty();
            assertThat(journal.items().search("i1/1", 5)).hasSize(1);
            assertThat(journal.items().search("i1-00", 5)).hasSize(1);
        }
    }
}
