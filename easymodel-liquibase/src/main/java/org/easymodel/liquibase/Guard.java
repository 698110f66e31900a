package org.easymodel.liquibase;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;

/**
 * A question to the rows before a change that they could make fail. The change runs only if the answer is 0.
 *
 * @param questions SQL that counts the rows that stand against it, for each database that makes the change
 * @param message what a person reads if there are any
 */
record Guard(Map<Dialect, String> questions, String message) {

    /** What is asked, and what a person reads; of one database only, or of all. */
    private record Question(String sql, String message, Optional<Dialect> only) {

        Question(String sql, String message) {
            this(sql, message, Optional.empty());
        }
    }

    /** The guard of a change; empty if no row can stand against it. */
    static Optional<Guard> of(Change change) {
        if (change instanceof Change.ModifyType modify) {
            return of(modify);
        } else if (change instanceof Change.ChangeIdentity identity) {
            return of(identity);
        }
        return question(change).map(usual -> {
            Map<Dialect, String> questions = new EnumMap<>(Dialect.class);
            for (Dialect dialect : Dialect.values()) {
                question(DialectNames.quoted(change, dialect))
                        .filter(each -> each.only().map(dialect::equals).orElse(true))
                        .ifPresent(each -> questions.put(dialect, each.sql()));
            }
            return new Guard(questions, usual.message());
        });
    }

    /** What fits differs from database to database, as types and their conversions do. */
    private static Optional<Guard> of(Change.ModifyType modify) {
        Map<Dialect, String> questions = new EnumMap<>(Dialect.class);
        for (Dialect dialect : Dialect.values()) {
            Change.ModifyType quoted = (Change.ModifyType) DialectNames.quoted(modify, dialect);
            new ConversionText(modify.conversion(), dialect)
                    .misfits(quoted.before().name().sql())
                    .ifPresent(condition ->
                            questions.put(dialect, "SELECT COUNT(*) FROM " + quoted.table() + " WHERE " + condition));
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Guard(
                        questions,
                        "Table " + modify.table() + " has rows in which "
                                + modify.before().name() + " does not fit "
                                + modify.after().type() + ". Change them, then upgrade again."));
    }

    /** Derby counts on one by one. */
    private static Optional<Guard> of(Change.ChangeIdentity change) {
        Change.ChangeIdentity quoted = (Change.ChangeIdentity) DialectNames.quoted(change, Dialect.DERBY);
        return new IdentitySteps(Dialect.DERBY, quoted)
                .misfits()
                .map(condition -> new Guard(
                        Map.of(Dialect.DERBY, "SELECT COUNT(*) FROM " + quoted.table() + " WHERE " + condition),
                        "Table " + change.table() + " has numbers in "
                                + change.after().name()
                                + " that are too large to count up to on Derby. Write this step in an empty revision, with"
                                + " the number to go on from."));
    }

    private static Optional<Question> question(Change change) {
        if (change instanceof Change.AddNotNull add) {
            return Optional.of(new Question(
                    "SELECT COUNT(*) FROM " + add.table() + " WHERE " + add.column() + " IS NULL",
                    "Table " + add.table() + " has rows in which " + add.column()
                            + " is empty. Give them a value, then upgrade again."));
        } else if (change instanceof Change.AddPrimaryKey add) {
            return Optional.of(unique(add.table(), add.key().columns()));
        } else if (change instanceof Change.AddUniqueKey add) {
            return Optional.of(unique(add.table(), add.key().columns()));
        } else if (change instanceof Change.CreateIndex create) {
            return create.index().unique() ? Optional.of(unique(create.table(), create.index())) : Optional.empty();
        } else if (change instanceof Change.AddForeignKey add) {
            return Optional.of(orphans(add.table(), add.key()));
        } else if (change instanceof Change.AddCheck add) {
            return Optional.of(new Question(
                    "SELECT COUNT(*) FROM " + add.table() + " WHERE NOT (" + add.condition() + ")",
                    "Table " + add.table() + " has rows that the check "
                            + add.check().name() + " forbids. Correct them, then upgrade again."));
        } else if (change instanceof Change.ChangeEnumValues values) {
            return values.after().flatMap(after -> outside(values, after));
        }
        return Optional.empty();
    }

    /** Empty if no row can hold what the enumeration no longer has, or SQL cannot say what that is. */
    private static Optional<Question> outside(Change.ChangeEnumValues change, EnumValues after) {
        List<String> removed = change.removed();
        if (after.kind() == EnumValues.Kind.POSITION) {
            int positions =
                    change.before().map(EnumValues::values).orElse(List.of()).size();
            return positions <= after.values().size()
                    ? Optional.empty()
                    : Optional.of(outside(change, " >= " + after.values().size(), "a position that is gone"));
        }
        boolean numbers = after.kind() == EnumValues.Kind.NUMBER;
        if (removed.isEmpty() || numbers && !removed.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
            return Optional.empty();
        }
        String list = removed.stream()
                .map(value -> numbers ? value : "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return Optional.of(outside(change, " IN (" + list + ")", String.join(" or ", removed)));
    }

    private static Question outside(Change.ChangeEnumValues change, String condition, String what) {
        return new Question(
                "SELECT COUNT(*) FROM " + change.table() + " WHERE " + change.column() + condition,
                "Table " + change.table() + " has rows in which " + change.column() + " holds " + what
                        + ". Change them, then upgrade again.");
    }

    private static Question unique(TableName table, Index index) {
        return index.isPlain() ? unique(table, index.columns()) : uniqueOnPostgres(table, index);
    }

    private static Question uniqueOnPostgres(TableName table, Index index) {
        List<String> parts = index.parts().stream()
                .map(part -> part.column().map(Identifier::sql).orElseGet(() -> "(" + part.expression() + ")"))
                .toList();
        String present = Stream.concat(
                        parts.stream().map(part -> part + " IS NOT NULL"),
                        index.where().stream().map(condition -> "(" + condition + ")"))
                .collect(Collectors.joining(" AND "));
        return new Question(
                "SELECT COUNT(*) FROM (SELECT 1 FROM " + table + " WHERE " + present + " GROUP BY "
                        + String.join(", ", parts) + " HAVING COUNT(*) > 1) DOUBLES",
                "Table " + table + " has rows that are equal in the unique index " + index.name()
                        + ". Make them distinct, then upgrade again.",
                Optional.of(Dialect.POSTGRESQL));
    }

    private static Question unique(TableName table, List<Identifier> columns) {
        String names = columns.stream().map(Identifier::sql).collect(Collectors.joining(", "));
        String present = columns.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return new Question(
                "SELECT COUNT(*) FROM (SELECT " + names + " FROM " + table + " WHERE " + present + " GROUP BY " + names
                        + " HAVING COUNT(*) > 1) DOUBLES",
                "Table " + table + " has rows that are equal in " + names
                        + ". Make them distinct, then upgrade again.");
    }

    private static Question orphans(TableName table, ForeignKey key) {
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
        return new Question(
                "SELECT COUNT(*) FROM " + table + " F WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM "
                        + key.target() + " T WHERE " + match + ")",
                "Table " + table + " has rows whose " + names + " leads to no row of " + key.target()
                        + ". Add, change or delete them, then upgrade again.");
    }
}
