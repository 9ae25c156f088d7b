package org.customsgateway;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.connector.InvalidPartners;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.console.Commands;
import org.customsgateway.console.RunningGateway;
import org.customsgateway.console.Settings;
import org.customsgateway.console.Works;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Purged;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.message.PartnerId;
import org.customsgateway.route.Purge;

/** The main class: hands the gateway proper to the command line. */
public final class Gateway implements Works {

    public static void main(String... args) {
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        System.exit(Commands.run(new Gateway(), out, err, args));
    }

    @Override
    public RunningGateway start(Settings settings) throws Exception {
        return Installation.start(config(settings), Clock.systemUTC());
    }

    @Override
    public Formats formats(Settings settings) throws Exception {
        var config = config(settings);
        var camel = new DefaultCamelContext();
        return Installation.formats(config, camel, WcoModel.load(config.xsd())::validateDeclaration);
    }

    @Override
    public References references(Settings settings) {
        References references = ReferenceConfig.references(config(settings), Clock.systemUTC());
        references.look();
        return references;
    }

    @Override
    public Journal journal(Settings settings) {
        var config = config(settings);
        return Journal.beside(Installation.database(config), config.dataKeys());
    }

    @Override
    public List<Purged> purge(Settings settings, boolean really) throws Exception {
        var config = config(settings);
        try (Journal journal = Journal.beside(Installation.database(config), config.dataKeys());
                Formats formats = formats(settings);
                var partners = new Partners(
                        config.partners(), new AgreeableFormats(formats), (partner, wire, what, name, text) -> {})) {
            partners.look();
            if (!partners.faults().isEmpty()) {
                throw new InvalidPartners(partners.faults());
            }
            RawStore raws = raws(settings, journal);
            Purge purge =
                    new Purge(journal, raws, partners, config.keep(), "command of " + config.node(), Clock.systemUTC());
            return really ? purge.run() : purge.tried();
        }
    }

    @Override
    public RawStore raws(Settings settings, Journal journal) {
        return RawStore.beside(config(settings).data().resolve("raw"), journal);
    }

    @Override
    public String setting(Settings settings, String key) {
        return config(settings).text(key);
    }

    @Override
    public Partner partner(Settings settings, String id) throws Exception {
        try (Formats formats = formats(settings)) {
            return Partners.read(config(settings).partners(), new PartnerId(id), new AgreeableFormats(formats));
        }
    }

    private static GatewayConfig config(Settings settings) {
        var config = GatewayConfig.of(settings.home())
                .with("gateway.data", settings.data().toString());
        for (var property : settings.properties().entrySet()) {
            config = config.with(property.getKey(), property.getValue());
        }
        return config;
    }
}
