package org.customsgateway.journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL. */
@Tag("wire")
class SealedPostgresJournalTest extends SealedJournalTest {

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.started().database();
    }

    @Override
    public Journal open() {
        return Journal.open(database, Keys.of(1));
    }
}
