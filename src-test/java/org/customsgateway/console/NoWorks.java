package org.customsgateway.console;

import java.util.List;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Purged;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.reference.References;

/** A gateway that has nothing: a test gives it what its command is to ask for. */
abstract class NoWorks implements Works {

    @Override
    public RunningGateway start(Settings settings) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public Formats formats(Settings settings) throws Exception {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public Journal journal(Settings settings) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public RawStore raws(Settings settings, Journal journal) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public List<Purged> purge(Settings settings, boolean really) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public References references(Settings settings) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public String setting(Settings settings, String key) {
        throw new AssertionError("this command has no need of it");
    }

    @Override
    public Partner partner(Settings settings, String id) {
        throw new AssertionError("this command has no need of it");
    }
}
