package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * A change as SQL of one database, for what Liquibase has no word for or would quote wrongly. What the database does not
 * have is left out.
 */
final class SqlText {

    private final Dialect dialect;

    private SqlText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The statements that make the change. */
    static List<String> of(Change change, Dialect dialect) {
        return new SqlText(dialect).statements(DialectNames.quoted(change, dialect));
    }

    /** The statements that take a change back that rows can stand against: the first of them fail where they do. */
    static List<String> back(Change change, Dialect dialect) {
        Change reversal = DialectNames.quoted(change.reversal().orElseThrow(), dialect);
        Stream<String> guard = reversal instanceof Change.ModifyType modify
                ? new TypeSteps(dialect, modify)
                        .misfits().stream().flatMap(condition -> guard(modify.table(), condition))
                : reversal instanceof Change.ChangeIdentity identity
                        ? new IdentitySteps(dialect, identity)
                                .misfits().stream().flatMap(condition -> guard(identity.table(), condition))
                        : Stream.empty();
        return Stream.concat(guard, new SqlText(dialect).statements(reversal).stream())
                .toList();
    }

    /**
     * A check that is put on and taken off: it fails where a row does not fit, and changes nothing. H2 forgets the default of a
     * column when it finds such a row on the way, Derby and PostgreSQL round some values.
     */
    private static Stream<String> guard(TableName table, String misfits) {
        Identifier name = Identifier.of("EM_FITS");
        return Stream.of(addConstraint(table, name, "CHECK (NOT (" + misfits + "))"), dropConstraint(table, name));
    }

    /** The statements that make a schema unless it is there; PostgreSQL asks for no right where there is nothing to do. */
    static List<String> ofSchema(Identifier schema, Dialect dialect) {
        String name = DialectNames.quoted(schema, dialect).sql();
        String stored = schema.delimited() ? schema.text() : schema.text().toLowerCase(Locale.ROOT);
        return switch (dialect) {
            case DERBY -> List.of();
            case H2 -> List.of("CREATE SCHEMA IF NOT EXISTS " + name);
            case POSTGRESQL ->
                List.of("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = " + literal(stored)
                        + ") THEN CREATE SCHEMA " + name + "; END IF; END $$");
        };
    }

    private List<String> statements(Change change) {
        if (change instanceof Change.RunSql run) {
            return run.step().statements(dialect.dbms());
        } else if (change instanceof Change.RunJava run) {
            throw Problems.javaInSql(run.type());
        } else if (change instanceof Change.CreateTable create) {
            return createTable(create);
        } else if (change instanceof Change.DropTable drop) {
            return List.of("DROP TABLE " + drop.table().name());
        } else if (change instanceof Change.RenameTable rename) {
            return List.of(
                    dialect == Dialect.DERBY
                            ? "RENAME TABLE " + rename.from() + " TO " + rename.to()
                            : alter(rename.from()) + "RENAME TO " + rename.to());
        } else if (change instanceof Change.AddColumn add) {
            return Stream.concat(
                            Stream.of(alter(add.table()) + "ADD COLUMN " + column(add.column())),
                            comment(add.table(), add.column()))
                    .toList();
        } else if (change instanceof Change.DropColumn drop) {
            return List.of(alter(drop.table()) + "DROP COLUMN " + drop.column().name());
        } else if (change instanceof Change.RenameColumn rename) {
            return List.of(renameColumn(rename));
        } else if (change instanceof Change.FillColumn fill) {
            return List.of("UPDATE " + fill.table() + " SET " + fill.column() + " = " + fill.value() + " WHERE "
                    + fill.column() + " IS NULL");
        } else if (change instanceof Change.CopyColumn copy) {
            return List.of("UPDATE " + copy.table() + " SET " + copy.to() + " = " + copy.from() + " WHERE " + copy.to()
                    + " IS NULL AND " + copy.from() + " IS NOT NULL");
        } else if (change instanceof Change.AddNotNull add) {
            return List.of(alter(add.table(), add.column()) + (dialect == Dialect.DERBY ? "NOT NULL" : "SET NOT NULL"));
        } else if (change instanceof Change.DropNotNull drop) {
            return List.of(alter(drop.table(), drop.column()) + (dialect == Dialect.DERBY ? "NULL" : "DROP NOT NULL"));
        } else if (change instanceof Change.ModifyType modify) {
            return new TypeSteps(dialect, modify).statements();
        } else if (change instanceof Change.ChangeIdentity identity) {
            return new IdentitySteps(dialect, identity).statements();
        } else if (change instanceof Change.ChangeSequence sequence) {
            return new SequenceSteps(dialect).change(sequence);
        } else if (change instanceof Change.SetDefault set) {
            return List.of(alter(set.table(), set.column()) + setDefault(set.after()));
        } else if (change instanceof Change.CreateSequence create) {
            return new SequenceSteps(dialect).create(create);
        } else if (change instanceof Change.DropSequence drop) {
            return List.of("DROP SEQUENCE " + drop.sequence().sql() + (dialect == Dialect.DERBY ? " RESTRICT" : ""));
        } else if (change instanceof Change.SetTableComment set) {
            return comment("TABLE " + set.table(), set.after()).toList();
        } else if (change instanceof Change.SetColumnComment set) {
            return comment("COLUMN " + set.table() + "." + set.column(), set.after())
                    .toList();
        } else if (change instanceof Change.AddGeneratorRow add) {
            return List.of(addRow(add.table(), add.row()));
        } else if (change instanceof Change.DropGeneratorRow drop) {
            return List.of("DELETE FROM " + drop.table() + " WHERE "
                    + drop.row().nameColumn() + " = " + literal(drop.row().name()));
        } else if (change instanceof Change.ChangeEnumValues || change instanceof Change.ChangeGeneratorStart) {
            return List.of();
        }
        return keyStatements(change);
    }

    private List<String> keyStatements(Change change) {
        if (change instanceof Change.AddPrimaryKey add) {
            return List.of(addConstraint(
                    add.table(),
                    add.key().name(),
                    "PRIMARY KEY " + list(add.key().columns())));
        } else if (change instanceof Change.DropPrimaryKey drop) {
            return List.of(dropConstraint(drop.table(), drop.key().name()));
        } else if (change instanceof Change.AddUniqueKey add) {
            return List.of(addConstraint(
                    add.table(), add.key().name(), "UNIQUE " + list(add.key().columns())));
        } else if (change instanceof Change.DropUniqueKey drop) {
            return List.of(dropConstraint(drop.table(), drop.key().name()));
        } else if (change instanceof Change.CreateIndex create) {
            return isMissing(create.index()) ? List.of() : List.of(createIndex(create));
        } else if (change instanceof Change.DropIndex drop) {
            return isMissing(drop.index()) ? List.of() : dropIndex(drop);
        } else if (change instanceof Change.AddForeignKey add) {
            return List.of(addForeignKey(add.table(), add.key()));
        } else if (change instanceof Change.DropForeignKey drop) {
            return List.of(dropConstraint(drop.table(), drop.key().name()));
        } else if (change instanceof Change.AddCheck add) {
            return List.of(addConstraint(add.table(), add.check().name(), "CHECK (" + add.condition() + ")"));
        } else if (change instanceof Change.DropCheck drop) {
            return List.of(dropConstraint(drop.table(), drop.check().name()));
        } else if (change instanceof Change.RenamePrimaryKey rename) {
            return renameConstraint(
                    rename.table(),
                    rename.key().name(),
                    rename.to(),
                    "PRIMARY KEY " + list(rename.key().columns()),
                    rename.references());
        } else if (change instanceof Change.RenameUniqueKey rename) {
            return renameConstraint(
                    rename.table(),
                    rename.key().name(),
                    rename.to(),
                    "UNIQUE " + list(rename.key().columns()),
                    rename.references());
        } else if (change instanceof Change.RenameIndex rename) {
            return isMissing(rename.index()) ? List.of() : renameIndex(rename);
        } else if (change instanceof Change.RenameForeignKey rename) {
            return dialect == Dialect.DERBY
                    ? List.of(
                            dropConstraint(rename.table(), rename.key().name()),
                            addForeignKey(rename.table(), rename.renamed()))
                    : List.of(renameInPlace(rename.table(), rename.key().name(), rename.to()));
        }
        throw new IllegalArgumentException("No SQL for " + change.text());
    }

    private List<String> createTable(Change.CreateTable create) {
        Table table = create.table();
        Stream<String> columns = TableColumns.inOrder(table).stream().map(this::column);
        Stream<String> key = table.primaryKey().stream()
                .map(primary -> "CONSTRAINT " + primary.name() + " PRIMARY KEY " + list(primary.columns()));
        String statement = "CREATE TABLE " + table.name() + " ("
                + Stream.concat(columns, key).collect(Collectors.joining(", ")) + ")";
        return Stream.of(
                        Stream.of(statement),
                        table.comment().stream().flatMap(text -> comment("TABLE " + table.name(), Optional.of(text))),
                        table.columns().stream().flatMap(column -> comment(table.name(), column)))
                .flatMap(statements -> statements)
                .toList();
    }

    private Stream<String> comment(TableName table, Column column) {
        return column.comment().stream()
                .flatMap(text -> comment("COLUMN " + table + "." + column.name(), Optional.of(text)));
    }

    private Stream<String> comment(String on, Optional<String> text) {
        return dialect == Dialect.DERBY
                ? Stream.empty()
                : Stream.of(
                        "COMMENT ON " + on + " IS " + text.map(SqlText::literal).orElse("NULL"));
    }

    private static String addRow(TableName table, GeneratorRow row) {
        String name = literal(row.name());
        return "INSERT INTO " + table + " (" + row.nameColumn() + ", " + row.valueColumn() + ") SELECT " + name + ", "
                + row.value() + " FROM (VALUES (1)) AS ONE(N) WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE "
                + row.nameColumn() + " = " + name + ")";
    }

    private String column(Column column) {
        return column.name() + " " + TypeText.sql(column.type(), dialect)
                + (column.identity() ? " GENERATED BY DEFAULT AS IDENTITY" : "")
                + column.defaultValue().map(value -> " DEFAULT " + value).orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    private String renameColumn(Change.RenameColumn rename) {
        return switch (dialect) {
            case DERBY -> "RENAME COLUMN " + rename.table() + "." + rename.from() + " TO " + rename.to();
            case H2 -> alter(rename.table(), rename.from()) + "RENAME TO " + rename.to();
            case POSTGRESQL -> alter(rename.table()) + "RENAME COLUMN " + rename.from() + " TO " + rename.to();
        };
    }

    private String setDefault(Optional<String> value) {
        return value.map(text -> "SET DEFAULT " + text)
                .orElse(dialect == Dialect.DERBY ? "DEFAULT NULL" : "DROP DEFAULT");
    }

    /** Only PostgreSQL has indexes of other kinds than columns over all rows. */
    private boolean isMissing(Index index) {
        return dialect != Dialect.POSTGRESQL && !index.isPlain();
    }

    /** Derby leaves an index out if a key has the same columns; in the other direction it is an index of its own. */
    private String createIndex(Change.CreateIndex create) {
        Index index = create.index();
        List<String> parts = new ArrayList<>();
        for (IndexPart part : index.parts()) {
            boolean last = parts.size() == index.parts().size() - 1;
            boolean turned = last && create.doubled() && dialect == Dialect.DERBY;
            parts.add(part.column().map(Identifier::sql).orElseGet(() -> "(" + part.expression() + ")")
                    + part.operatorClass().map(name -> " " + name).orElse("")
                    + (part.descending() != turned ? " DESC" : ""));
        }
        String name = dialect == Dialect.POSTGRESQL ? index.name().sql() : qualified(create.table(), index.name());
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + name + " ON " + create.table() + " "
                + index.method().map(method -> "USING " + method + " ").orElse("")
                + parts.stream().collect(Collectors.joining(", ", "(", ")"))
                + index.where().map(condition -> " WHERE " + condition).orElse("");
    }

    /** H2 drops no index that a foreign key leans on: the key is taken off for that moment. */
    private List<String> dropIndex(Change.DropIndex drop) {
        String statement = "DROP INDEX " + qualified(drop.table(), drop.index().name());
        if (dialect != Dialect.H2) {
            return List.of(statement);
        }
        List<String> statements = new ArrayList<>();
        drop.leaning().forEach(key -> statements.add(dropConstraint(drop.table(), key.name())));
        statements.add(statement);
        drop.leaning().forEach(key -> statements.add(addForeignKey(drop.table(), key)));
        return statements;
    }

    private String addForeignKey(TableName table, ForeignKey key) {
        String onDelete =
                switch (key.onDelete()) {
                    case NO_ACTION -> "";
                    case CASCADE -> " ON DELETE CASCADE";
                    case SET_NULL -> " ON DELETE SET NULL";
                };
        return addConstraint(
                table,
                key.name(),
                "FOREIGN KEY " + list(key.columns()) + " REFERENCES " + key.target() + " " + list(key.targetColumns())
                        + onDelete);
    }

    /** Derby cannot rename a constraint: it is built anew, and what leads to it is taken off for that moment. */
    private List<String> renameConstraint(
            TableName table, Identifier from, Identifier to, String definition, List<Change.AddForeignKey> references) {
        if (dialect != Dialect.DERBY) {
            return List.of(renameInPlace(table, from, to));
        }
        List<String> statements = new ArrayList<>();
        references.forEach(
                each -> statements.add(dropConstraint(each.table(), each.key().name())));
        statements.add(dropConstraint(table, from));
        statements.add(addConstraint(table, to, definition));
        references.forEach(each -> statements.add(addForeignKey(each.table(), each.key())));
        return statements;
    }

    private String renameInPlace(TableName table, Identifier from, Identifier to) {
        return alter(table) + "RENAME CONSTRAINT " + from + " TO " + to;
    }

    /** Derby renames indexes of the current schema only. */
    private List<String> renameIndex(Change.RenameIndex rename) {
        String from = qualified(rename.table(), rename.index().name());
        if (dialect != Dialect.DERBY) {
            return List.of("ALTER INDEX " + from + " RENAME TO " + rename.to());
        }
        return rename.table().schema().isEmpty()
                ? List.of("RENAME INDEX " + rename.index().name() + " TO " + rename.to())
                : List.of(
                        "DROP INDEX " + from,
                        createIndex(
                                new Change.CreateIndex(rename.table(), rename.renamed(), rename.doubled(), List.of())));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String qualified(TableName table, Identifier name) {
        return new TableName(table.schema(), name).sql();
    }

    private static String alter(TableName table) {
        return "ALTER TABLE " + table + " ";
    }

    static String alter(TableName table, Identifier column) {
        return alter(table) + "ALTER COLUMN " + column + " ";
    }

    private static String addConstraint(TableName table, Identifier name, String definition) {
        return alter(table) + "ADD CONSTRAINT " + name + " " + definition;
    }

    private static String dropConstraint(TableName table, Identifier name) {
        return alter(table) + "DROP CONSTRAINT " + name;
    }

    static String list(List<Identifier> columns) {
        return columns.stream().map(Identifier::sql).collect(Collectors.joining(", ", "(", ")"));
    }
}
