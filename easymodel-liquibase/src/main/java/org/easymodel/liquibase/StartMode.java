package org.easymodel.liquibase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a start does with the schema; {@code off} does not get here. */
enum StartMode {
    /** Development: whatever the entities have changed is applied, and recorded in the database. */
    AUTO,
    /** The committed revisions are applied. */
    UPGRADE,
    /** Nothing is changed: the database must have the newest revision, and the entities must be what it leads to. */
    CHECK,
    /** Tests: the whole schema is made in an empty database, without revisions. */
    CREATE;

    static Optional<StartMode> of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
    }
}
