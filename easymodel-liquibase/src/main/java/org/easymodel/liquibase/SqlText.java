package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;

/** A change as SQL of one database, for what Liquibase has no word for or would quote wrongly. */
final class SqlText {

    private final Dialect dialect;

    private SqlText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The statements that make the change. */
    static List<String> of(Change change, Dialect dialect) {
        return new SqlText(dialect).statements(DialectNames.quoted(change, dialect));
    }

    private List<String> statements(Change change) {
        if (change instanceof Change.CreateTable create) {
            return List.of(createTable(create));
        } else if (change instanceof Change.DropTable drop) {
            return List.of("DROP TABLE " + drop.table().name());
        } else if (change instanceof Change.RenameTable rename) {
            return List.of(
                    dialect == Dialect.DERBY
                            ? "RENAME TABLE " + rename.from() + " TO " + rename.to()
                            : alter(rename.from()) + "RENAME TO " + rename.to());
        } else if (change instanceof Change.AddColumn add) {
            return List.of(alter(add.table()) + "ADD COLUMN " + column(add.column()));
        } else if (change instanceof Change.DropColumn drop) {
            return List.of(alter(drop.table()) + "DROP COLUMN " + drop.column().name());
        } else if (change instanceof Change.RenameColumn rename) {
            return List.of(renameColumn(rename));
        } else if (change instanceof Change.FillColumn fill) {
            return List.of("UPDATE " + fill.table() + " SET " + fill.column() + " = " + fill.value() + " WHERE "
                    + fill.column() + " IS NULL");
        } else if (change instanceof Change.AddNotNull add) {
            return List.of(alter(add.table(), add.column()) + (dialect == Dialect.DERBY ? "NOT NULL" : "SET NOT NULL"));
        } else if (change instanceof Change.DropNotNull drop) {
            return List.of(alter(drop.table(), drop.column()) + (dialect == Dialect.DERBY ? "NULL" : "DROP NOT NULL"));
        } else if (change instanceof Change.SetDefault set) {
            return List.of(alter(set.table(), set.column()) + setDefault(set.after()));
        } else if (change instanceof Change.CreateSequence create) {
            return List.of("CREATE SEQUENCE " + create.sequence().sql() + " AS BIGINT START WITH "
                    + create.sequence().start() + " INCREMENT BY "
                    + create.sequence().increment());
        } else if (change instanceof Change.DropSequence drop) {
            return List.of("DROP SEQUENCE " + drop.sequence().sql() + (dialect == Dialect.DERBY ? " RESTRICT" : ""));
        }
        return keyStatements(change);
    }

    private List<String> keyStatements(Change change) {
        if (change instanceof Change.AddUniqueKey add) {
            return List.of(addConstraint(
                    add.table(), add.key().name(), "UNIQUE " + list(add.key().columns())));
        } else if (change instanceof Change.DropUniqueKey drop) {
            return List.of(dropConstraint(drop.table(), drop.key().name()));
        } else if (change instanceof Change.CreateIndex create) {
            return List.of(createIndex(create));
        } else if (change instanceof Change.DropIndex drop) {
            return List.of("DROP INDEX " + qualified(drop.table(), drop.index().name()));
        } else if (change instanceof Change.AddForeignKey add) {
            return List.of(addForeignKey(add.table(), add.key()));
        } else if (change instanceof Change.DropForeignKey drop) {
            return List.of(dropConstraint(drop.table(), drop.key().name()));
        } else if (change instanceof Change.AddCheck add) {
            return List.of(addConstraint(
                    add.table(), add.check().name(), "CHECK (" + add.check().condition() + ")"));
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
            return renameIndex(rename);
        } else if (change instanceof Change.RenameForeignKey rename) {
            return dialect == Dialect.DERBY
                    ? List.of(
                            dropConstraint(rename.table(), rename.key().name()),
                            addForeignKey(rename.table(), rename.renamed()))
                    : List.of(renameInPlace(rename.table(), rename.key().name(), rename.to()));
        }
        throw new IllegalArgumentException("No SQL for " + change.text());
    }

    private String createTable(Change.CreateTable create) {
        Stream<String> columns = TableColumns.inOrder(create.table()).stream().map(this::column);
        Stream<String> key = create.table().primaryKey().stream()
                .map(primary -> "CONSTRAINT " + primary.name() + " PRIMARY KEY " + list(primary.columns()));
        return "CREATE TABLE " + create.table().name() + " ("
                + Stream.concat(columns, key).collect(Collectors.joining(", ")) + ")";
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

    /** Derby leaves an index out if a key has the same columns; in the other direction it is an index of its own. */
    private String createIndex(Change.CreateIndex create) {
        Index index = create.index();
        String direction = create.doubled() && dialect == Dialect.DERBY ? " DESC" : "";
        Identifier last = index.columns().get(index.columns().size() - 1);
        String columns = index.columns().stream()
                .map(column -> column.sql() + (column.equals(last) ? direction : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        String name = dialect == Dialect.POSTGRESQL ? index.name().sql() : qualified(create.table(), index.name());
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + name + " ON " + create.table() + " "
                + columns;
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
                        createIndex(new Change.CreateIndex(rename.table(), rename.renamed(), rename.doubled())));
    }

    private static String qualified(TableName table, Identifier name) {
        return new TableName(table.schema(), name).sql();
    }

    private static String alter(TableName table) {
        return "ALTER TABLE " + table + " ";
    }

    private static String alter(TableName table, Identifier column) {
        return alter(table) + "ALTER COLUMN " + column + " ";
    }

    private static String addConstraint(TableName table, Identifier name, String definition) {
        return alter(table) + "ADD CONSTRAINT " + name + " " + definition;
    }

    private static String dropConstraint(TableName table, Identifier name) {
        return alter(table) + "DROP CONSTRAINT " + name;
    }

    private static String list(List<Identifier> columns) {
        return columns.stream().map(Identifier::sql).collect(Collectors.joining(", ", "(", ")"));
    }
}
