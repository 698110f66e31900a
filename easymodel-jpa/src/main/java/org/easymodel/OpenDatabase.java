package org.easymodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit's database needs beyond the unit's own connections: a database in memory lives and ends with the unit. */
final class OpenDatabase {

    private static final String H2 = "jdbc:h2:mem:";
    private static final String DERBY = "jdbc:derby:memory:";

    private final Optional<String> url;
    private final @Nullable Connection keeping;
    private final @Nullable String dropping;
    private final Drivers drivers;

    private OpenDatabase(
            Optional<String> url, @Nullable Connection keeping, @Nullable String dropping, Drivers drivers) {
        this.drivers = drivers;
        this.url = url;
        this.keeping = keeping;
        this.dropping = dropping;
    }

    static boolean hasMemory(Drivers drivers) {
        return drivers.has(H2) || drivers.has(DERBY);
    }

    static OpenDatabase of(DatabaseChoice choice, Drivers drivers) {
        if (!choice.isMemory()) {
            return new OpenDatabase(choice.url(), null, null, drivers);
        }
        String name = "easymodel-" + UUID.randomUUID();
        return drivers.has(H2) ? h2(H2 + name, drivers) : derby(DERBY + name, drivers);
    }

    /** H2 keeps a database in memory as long as somebody is connected. */
    private static OpenDatabase h2(String url, Drivers drivers) {
        try {
            return new OpenDatabase(Optional.of(url), connect(url, drivers), null, drivers);
        } catch (SQLException e) {
            throw BuilderProblems.noMemory(e);
        }
    }

    private static OpenDatabase derby(String url, Drivers drivers) {
        return new OpenDatabase(Optional.of(url + ";create=true"), null, url + ";drop=true", drivers);
    }

    private static Connection connect(String url, Drivers drivers) throws SQLException {
        return drivers.of(url).orElseThrow().connect(url, new Properties());
    }

    /** The class of the driver, where the persistence provider must be told. */
    Optional<String> driver() {
        return url.flatMap(drivers::unknown).map(driver -> driver.getClass().getName());
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
                connect(dropping, drivers).close();
            }
        } catch (SQLException dropped) {
            // Derby reports so that it has dropped a database, or that there is none.
        }
    }
}
