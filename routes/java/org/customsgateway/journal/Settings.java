package org.customsgateway.journal;

import java.util.Optional;

/** What partners and operators set while the gateway runs, as text by name: {@code webhook.<partner>}. */
public final class Settings {

    private final Journal journal;

    Settings(Journal journal) {
        this.journal = journal;
    }

    public Optional<String> get(String name) {
        return journal.read(tx -> tx.row("SELECT value FROM setting WHERE name = ?", Columns::text, name));
    }

    /** Sets it or replaces what was set. */
    public void put(String name, String value) {
        journal.write(tx -> tx.update(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value));
    }

    /** Nothing is set under the name then. */
    public void remove(String name) {
        journal.write(tx -> tx.update("DELETE FROM setting WHERE name = ?", name));
    }
}
