package org.customsgateway.console;

import java.util.List;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Purged;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.reference.References;

/** What the commands need of the gateway proper. The main class hands it in, so that nothing here depends on the routes. */
public interface Works {

    /** Starts everything; returns when partners and back-ends can connect. */
    RunningGateway start(Settings settings) throws Exception;

    /** The formats as they lie in the drawers, without any wire; closed by the caller. */
    Formats formats(Settings settings) throws Exception;

    /** The reference data as it lies on disk, broken files and all; closed by the caller. */
    References references(Settings settings);

    /** The journal, whether or not a gateway runs on it; closed by the caller. */
    Journal journal(Settings settings);

    /**
     * Removes what is kept no longer, or only says what would go; whether or not a gateway runs there.
     *
     * @return by rule; nothing when somebody else is at it
     */
    List<Purged> purge(Settings settings, boolean really) throws Exception;

    /** The raw bytes, to be read whether or not a gateway runs on them. */
    RawStore raws(Settings settings, Journal journal);

    /** A property as a gateway would see it. */
    String setting(Settings settings, String key);

    /**
     * A partner as its file has it.
     *
     * @throws RuntimeException when there is none, or its file has faults
     */
    Partner partner(Settings settings, String id) throws Exception;
}
