package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Connections for which nobody waits longer than that.
 *
 * @param source where they come from
 * @param limit the longest wait for one
 */
record TimedSource(ConnectionSource source, Duration limit) implements ConnectionSource {

    /** Longer than pools wait by themselves, so that their own words come first. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    static TimedSource of(ConnectionSource source) {
        return source instanceof TimedSource timed ? timed : new TimedSource(source, LONGEST);
    }

    @Override
    public Connection open() throws SQLException {
        return source.open();
    }
}
