package org.easymodel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit's database needs beyond the unit's own connections: a database in memory lives and ends with the unit. */
final class OpenDatabase {

    private static final String H2 = "jdbc:h2:mem:";
    private static final String DERBY = "jdbc:derby:memory:";

    private final Optional<String> url;
    private final @Nullable Connection keeping;
    private final @Nullable String dropping;

    private OpenDatabase(Optional<String> url, @Nullable Connection keeping, @Nullable String dropping) {
        this.url = url;
        this.keeping = keeping;
        this.dropping = dropping;
    }

    static boolean hasMemory() {
        return DatabaseChoice.hasDriver(H2) || DatabaseChoice.hasDriver(DERBY);
    }

    static OpenDatabase of(DatabaseChoice choice) {
        if (!choice.isMemory()) {
            return new OpenDatabase(choice.url(), null, null);
        }
        String name = "easymodel-" + UUID.randomUUID();
        return DatabaseChoice.hasDriver(H2) ? h2(H2 + name) : derby(DERBY + name);
    }

    /** H2 keeps a database in memory as long as somebody is connected. */
    private static OpenDatabase h2(String url) {
        try {
            return new OpenDatabase(Optional.of(url), DriverManager.getConnection(url), null);
        } catch (SQLException e) {
            throw BuilderProblems.noMemory(e);
        }
    }

    private static OpenDatabase derby(String url) {
        return new OpenDatabase(Optional.of(url + ";create=true"), null, url + ";drop=true");
    }

    Optional<String> url() {
        return url;
    }

    void close() {
        try {
            if (keeping != null) {
                keeping.close();
            }
            if (dropping != null) {
                DriverManager.getConnection(dropping).close();
            }
        } catch (SQLException dropped) {
            // Derby reports so that it has dropped a database, or that there is none.
        }
    }
}
