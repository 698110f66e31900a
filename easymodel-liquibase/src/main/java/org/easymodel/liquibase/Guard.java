package org.easymodel.liquibase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.migrate.Change;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * A question to the rows before a change that they could make fail. The change runs only if the answer is 0.
 *
 * @param sql counts the rows that stand against it
 * @param message what a person reads if there are any
 */
record Guard(String sql, String message) {

    /** The guard of a change; empty if no row can stand against it. */
    static Optional<Guard> of(Change change) {
        if (change instanceof Change.AddNotNull add) {
            return Optional.of(new Guard(
                    "SELECT COUNT(*) FROM " + add.table() + " WHERE " + add.column() + " IS NULL",
                    "Table " + add.table() + " has rows in which " + add.column()
                            + " is empty. Give them a value, then upgrade again."));
        } else if (change instanceof Change.AddUniqueKey add) {
            return Optional.of(unique(add.table(), add.key().columns()));
        } else if (change instanceof Change.CreateIndex create) {
            return create.index().unique()
                    ? Optional.of(unique(create.table(), create.index().columns()))
                    : Optional.empty();
        } else if (change instanceof Change.AddForeignKey add) {
            return Optional.of(orphans(add.table(), add.key()));
        } else if (change instanceof Change.AddCheck add) {
            return Optional.of(new Guard(
                    "SELECT COUNT(*) FROM " + add.table() + " WHERE NOT ("
                            + add.check().condition() + ")",
                    "Table " + add.table() + " has rows that the check "
                            + add.check().name() + " forbids. Correct them, then upgrade again."));
        }
        return Optional.empty();
    }

    private static Guard unique(TableName table, List<Identifier> columns) {
        String names = columns.stream().map(Identifier::sql).collect(Collectors.joining(", "));
        String present = columns.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return new Guard(
                "SELECT COUNT(*) FROM (SELECT " + names + " FROM " + table + " WHERE " + present + " GROUP BY " + names
                        + " HAVING COUNT(*) > 1) DOUBLES",
                "Table " + table + " has rows that are equal in " + names
                        + ". Make them distinct, then upgrade again.");
    }

    private static Guard orphans(TableName table, ForeignKey key) {
        StringBuilder match = new StringBuilder();
        for (int i = 0; i < key.columns().size(); i++) {
            match.append(i == 0 ? "" : " AND ")
                    .append("T.")
                    .append(key.targetColumns().get(i))
                    .append(" = F.")
                    .append(key.columns().get(i));
        }
        String present = key.columns().stream()
                .map(column -> "F." + column + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String names = key.columns().stream().map(Identifier::sql).collect(Collectors.joining(", "));
        return new Guard(
                "SELECT COUNT(*) FROM " + table + " F WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM "
                        + key.target() + " T WHERE " + match + ")",
                "Table " + table + " has rows whose " + names + " leads to no row of " + key.target()
                        + ". Add, change or delete them, then upgrade again.");
    }
}
