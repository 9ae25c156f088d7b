package org.customsgateway.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedJournalTest implements JournalContract {

    @TempDir
    private Path folder;

    @Override
    public Journal open() {
        return Journal.open(Database.embedded(folder.resolve("journal.db")));
    }
}
