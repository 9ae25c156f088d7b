package org.customsgateway.route;

import java.io.IOException;
import java.nio.file.Path;
import org.customsgateway.journal.Database;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedReturnTest implements ReturnContract, ReturnNamesContract, ReturnYearContract, ReturnUpdatesContract {

    @TempDir
    private Path folder;

    @Override
    public ReturnDesk desk() throws IOException {
        return new ReturnDesk(folder, Database.embedded(folder.resolve("journal.db")));
    }
}
