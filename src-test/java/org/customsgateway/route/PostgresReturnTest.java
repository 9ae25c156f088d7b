package org.customsgateway.route;

import java.nio.file.Path;
import org.customsgateway.journal.Database;
import org.customsgateway.journal.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("wire")
class PostgresReturnTest implements ReturnContract, ReturnNamesContract, ReturnYearContract, ReturnUpdatesContract {

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.started().database();
    }

    @Override
    public ReturnDesk desk() throws Exception {
        return new ReturnDesk(folder, database);
    }
}
