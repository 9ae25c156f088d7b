package org.customsgateway.journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("wire")
class PostgresJournalTest extends JournalContract {

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.started().database();
    }

    @Override
    Journal open() {
        return Journal.open(database);
    }
}
