package org.customsgateway.route;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMatchTest implements MatchContract, MatchEndsContract, MatchToldContract, MatchQualityContract {

    @TempDir
    private Path folder;

    @Override
    public MatchDesk desk() throws IOException {
        return new MatchDesk(folder);
    }
}
