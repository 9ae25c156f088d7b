package org.customsgateway.route;

import java.nio.file.Path;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("wire")
class PostgresMatchTest implements MatchContract, MatchEndsContract, MatchToldContract, MatchQualityContract {

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.started().database();
    }

    @Override
    public MatchDesk desk() throws Exception {
        return new MatchDesk(folder, database, MatchContract.files());
    }
}
