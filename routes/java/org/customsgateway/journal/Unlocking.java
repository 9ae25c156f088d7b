package org.customsgateway.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Opens a journal's vault before anything else reads or writes there. */
final class Unlocking {

    private static final byte[] SEARCH = "data_key.search".getBytes(StandardCharsets.UTF_8);

    private final Transaction tx;
    private final DataKeys keys;
    private final boolean several;

    private Unlocking(Connection connection, DataKeys keys, boolean several) {
        this.keys = keys;
        this.several = several;
        tx = new Transaction(connection, several, Vault.OPEN);
    }

    /**
     * @param begins whether what is not in use yet is taken into use
     * @param several whether other nodes may do so at the same time
     * @throws WrongDataKey see {@link Journal#open(Database, DataKeys)}
     */
    static Vault unlock(DataSource source, DataKeys keys, boolean begins, boolean several) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Vault vault = new Unlocking(connection, keys, several).vault(begins);
            connection.commit();
            return vault;
        }
    }

    private Vault vault(boolean begins) throws SQLException {
        if (several) {
            // no other node looks at the keys until this one has done so
            tx.update("LOCK TABLE data_key");
        }
        Map<String, byte[]> used = new TreeMap<>();
        tx.rows("SELECT id, search FROM data_key", row -> used.put(row.text(), row.bytes()));
        List<String> missing =
                used.keySet().stream().filter(id -> keys.find(id).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new WrongDataKey("data is sealed with " + named(missing) + ", which gateway.data.key "
                    + (keys.on() ? "does not name: it names " + named(ids()) : "does not name: it is empty"));
        }
        if (!keys.on() || used.isEmpty() && !begins) {
            return Vault.OPEN;
        }
        if (!begins) {
            return new Vault(keys.inUseFirst(used.keySet()), opened(used));
        }
        byte[] search = used.isEmpty() ? chance() : opened(used);
        Vault vault = new Vault(keys, search);
        if (!used.containsKey(keys.first().id())) {
            tx.update(
                    "INSERT INTO data_key (id, search, searched) VALUES (?, ?, ?)",
                    keys.first().id(),
                    sealed(search),
                    !used.isEmpty());
        }
        if (tx.row("SELECT 1 FROM data_key WHERE searched = 0", Columns::count).isPresent()) {
            // in one transaction: a journal of which half is found and half is not would take items twice
            new Sealing(tx, vault).searched();
            tx.update("UPDATE data_key SET searched = 1");
        }
        return vault;
    }

    private List<String> ids() {
        return keys.all().stream().map(DataKey::id).toList();
    }

    private static byte[] chance() {
        byte[] search = new byte[DataKey.BYTES];
        new SecureRandom().nextBytes(search);
        return search;
    }

    private byte[] opened(Map<String, byte[]> used) {
        String id = used.keySet().iterator().next();
        try {
            return keys.find(id).orElseThrow().columns().decrypt(used.get(id), SEARCH);
        } catch (GeneralSecurityException e) {
            throw new WrongDataKey("the table data_key was changed: key " + id + " does not open what stands there");
        }
    }

    private byte[] sealed(byte[] search) {
        try {
            return keys.first().columns().encrypt(search, SEARCH);
        } catch (GeneralSecurityException e) {
            throw new JournalFault("cannot seal the search key", e);
        }
    }

    private static String named(List<String> ids) {
        return ids.stream().collect(Collectors.joining(", ", ids.size() == 1 ? "key " : "keys ", ""));
    }
}
