package org.customsgateway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The durable record of interchanges, items, decisions, replies and every step in between. What a call of {@link #write}
 * has returned from is on disk. All state lies in the database: several nodes may share one.
 */
public final class Journal implements AutoCloseable {

    private final Store store;
    private final Vault vault;

    Journal(Store store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** The same where data lies open. */
    public static Journal open(Database database) {
        return open(database, DataKeys.NONE);
    }

    /**
     * Opens the database, makes it or brings it to the present version. The first time with keys, all columns that are searched by
     * are sealed at once.
     *
     * @throws WrongDataKey when what is sealed there needs a key that is not among these; nothing has changed
     */
    public static Journal open(Database database, DataKeys keys) {
        return open(database, keys, true);
    }

    /** The same beside a gateway that may be running: keys that are not in use yet are not taken into use. */
    public static Journal beside(Database database, DataKeys keys) {
        return open(database, keys, false);
    }

    private static Journal open(Database database, DataKeys keys, boolean begins) {
        if (database.url().startsWith("jdbc:sqlite:")) {
            try {
                Path folder = Path.of(database.url().substring("jdbc:sqlite:".length()))
                        .toAbsolutePath()
                        .getParent();
                Files.createDirectories(folder);
                Migration.embedded(EmbeddedStore.source(database));
                Vault vault = Unlocking.unlock(EmbeddedStore.source(database), keys, begins, false);
                return new Journal(new EmbeddedStore(database, vault), vault);
            } catch (SQLException | IOException e) {
                throw Store.fault(e);
            }
        }
        if (database.url().startsWith("jdbc:postgresql:")) {
            PostgresStore store = new PostgresStore(database);
            try {
                Migration.postgres(store.source());
                Vault vault = Unlocking.unlock(store.source(), keys, begins, true);
                store.use(vault);
                return new Journal(store, vault);
            } catch (SQLException | RuntimeException e) {
                store.close();
                throw Store.fault(e);
            }
        }
        throw new IllegalArgumentException(
                "the journal's url is jdbc:sqlite:<file> or jdbc:postgresql://…, not '" + database + "'");
    }

    /** Runs the unit in a transaction and returns when it is durable. What the unit throws is thrown, and nothing has happened. */
    public <T> T write(Unit<T> unit) {
        return store.write(unit);
    }

    /** Runs the unit, which must not change anything, beside the writers. */
    public <T> T read(Unit<T> unit) {
        return store.read(unit);
    }

    /** What seals the bytes that belong to this journal. */
    public Vault vault() {
        return vault;
    }

    public Interchanges interchanges() {
        return new Interchanges(this);
    }

    public Items items() {
        return new Items(this);
    }

    public Returns returns() {
        return new Returns(this);
    }

    public Legs legs() {
        return new Legs(this);
    }

    public HandOvers handOvers() {
        return new HandOvers(this);
    }

    public Decisions decisions() {
        return new Decisions(this);
    }

    public Replies replies() {
        return new Replies(this);
    }

    public Outbox outbox() {
        return new Outbox(this);
    }

    /** What is open now. */
    public Backlog backlog() {
        return read(Backlog::read);
    }

    public Leases leases() {
        return new Leases(this);
    }

    public Alarms alarms() {
        return new Alarms(this);
    }

    public Settings settings() {
        return new Settings(this);
    }

    public Feed feed() {
        return new Feed(this);
    }

    public As2Refusals as2Refusals() {
        return new As2Refusals(this);
    }

    public As2Messages as2() {
        return new As2Messages(this);
    }

    public Purging purging() {
        return new Purging(this);
    }

    public AccessLog access() {
        return new AccessLog(this);
    }

    public Sightings sightings() {
        return new Sightings(this);
    }

    public QualityFigures quality() {
        return new QualityFigures(this);
    }

    public History history() {
        return new History(this);
    }

    @Override
    public void close() {
        store.close();
    }
}
