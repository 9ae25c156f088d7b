package org.customsgateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.console.Settings;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.customsgateway.simulate.Delay;
import org.customsgateway.simulate.Ledger;
import org.customsgateway.simulate.Script;
import org.customsgateway.simulate.Simulators;

/** Customs as partners meet it: a gateway, and both back-ends played behind it. May be closed and opened again. */
final class Customs implements AutoCloseable {

    private final Path folder;
    private final Path script;
    private final Map<String, String> settings =
            new HashMap<>(Map.of("gateway.broker.port", "0", "gateway.sftp.port", "0", "gateway.metrics.port", "0"));
    private RunningGateway gateway;
    private Ledger ledger;
    private Simulators simulators;

    Customs(Path folder, String script) throws IOException {
        this(folder, script, Map.of());
    }

    /** @param settings beside the usual ones */
    Customs(Path folder, String script, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings.putAll(settings);
        this.script = Files.writeString(folder.resolve("script.yaml"), script);
        Files.createDirectories(partners());
    }

    void open() throws Exception {
        settings.put("gateway.partners", partners().toString());
        gateway = new Gateway().start(new Settings(Path.of("").toAbsolutePath(), folder.resolve("data"), settings));
        ledger = Ledger.to(ledgerFile());
        simulators =
                Simulators.start(logins(), Script.read(script, BackEnd.SHIPPED), Delay.NONE, ledger, Clock.systemUTC());
    }

    /** Of those that read their queues themselves. */
    private Map<BackEnd, Broker> logins() throws IOException {
        Map<BackEnd, Broker> logins = new HashMap<>();
        for (BackEnd backEnd : BackEnd.SHIPPED) {
            String name = backEnd.id();
            if (Files.exists(folder.resolve("data/secrets/" + name + ".password"))) {
                logins.put(backEnd, login(name));
            }
        }
        return logins;
    }

    private Broker login(String backEnd) throws IOException {
        Path password = folder.resolve("data/secrets/" + backEnd + ".password");
        return new Broker(gateway.brokerUrl(), backEnd, Files.readString(password));
    }

    Path partners() {
        return folder.resolve("partners");
    }

    private Path ledgerFile() {
        return folder.resolve("ledger.tsv");
    }

    int brokerPort() {
        return URI.create(gateway.brokerUrl()).getPort();
    }

    int httpsPort() {
        return gateway.httpsPort();
    }

    int metricsPort() {
        return gateway.metricsPort();
    }

    int sftpPort() {
        return gateway.sftpPort();
    }

    /** How many declarations of this item a back-end has seen. */
    int seen(BackEnd backEnd, String item) throws IOException {
        var declarations = Ledger.byItemKey(ledgerFile(), backEnd).get(item);
        return declarations == null ? 0 : declarations.size();
    }

    @Override
    public void close() throws Exception {
        simulators.close();
        ledger.close();
        gateway.close();
    }
}
