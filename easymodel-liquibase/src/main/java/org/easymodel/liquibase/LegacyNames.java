package org.easymodel.liquibase;

import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * Tells which names Liquibase quotes as the application does. It decides by its own lists of reserved words: letters in
 * upper case stay unquoted and so mean the same table everywhere; a reserved word is quoted in upper case. Names beyond
 * that, and names with a schema, are written as SQL of our own.
 */
final class LegacyNames {

    /** Reserved by PostgreSQL, but not quoted by Liquibase there or on another database that reserves them too. */
    private static final Set<String> DISPUTED =
            Set.of("CROSS", "CURRENT_ROLE", "LEADING", "SYSTEM_USER", "TRAILING", "WINDOW");

    private LegacyNames() {}

    static boolean areSafe(TableName table, Stream<Identifier> names) {
        return table.schema().isEmpty() && isSafe(table.name()) && names.allMatch(LegacyNames::isSafe);
    }

    static boolean isSafe(Identifier name) {
        return name.text().matches("[A-Z_][A-Z0-9_]*")
                && !DISPUTED.contains(name.text())
                && name.equals(Identifier.of(name.text()));
    }
}
