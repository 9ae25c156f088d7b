package org.customsgateway;

import java.util.Map;
import org.customsgateway.journal.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The same way with the journal on PostgreSQL: one property makes the difference. */
@Tag("wire")
class GatewayOnPostgresTest extends GatewayFlowTest {

    @Override
    Map<String, String> journal() throws Exception {
        var database = PostgresServer.started().database();
        return Map.of("gateway.journal.url", database.url(), "gateway.journal.user", database.user());
    }
}
