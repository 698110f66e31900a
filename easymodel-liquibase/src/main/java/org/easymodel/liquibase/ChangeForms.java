package org.easymodel.liquibase;

import static org.easymodel.liquibase.Node.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.TableName;

/**
 * A change in the words of Liquibase: as its own change type where that does exactly what is meant on every database, as
 * SQL otherwise.
 */
final class ChangeForms {

    private ChangeForms() {}

    private static final List<Map<String, Object>> NOTHING = List.of(Map.of("empty", Map.of()));

    /** The Liquibase changes that make this change; never empty. */
    static List<Map<String, Object>> of(Change change) {
        boolean named = typesOf(change).allMatch(type -> TypeText.logical(type).isPresent());
        return (named ? typed(change) : Optional.<Map<String, Object>>empty())
                .map(List::of)
                .orElseGet(() -> orNothing(dialect -> SqlText.of(change, dialect)));
    }

    /** The Liquibase changes that make this change while others read and write, where the database can. */
    static List<Map<String, Object>> online(Change change) {
        return orNothing(dialect -> dialect == Dialect.POSTGRESQL ? OnlineSql.of(change) : SqlText.of(change, dialect));
    }

    /** The Liquibase changes that make a schema where it is missing; Derby makes it with its first table. */
    static List<Map<String, Object>> ofSchema(Identifier schema) {
        return sql(dialect -> SqlText.ofSchema(schema, dialect));
    }

    /** The Liquibase changes that take this change back; never empty. */
    static List<Map<String, Object>> rollbackOf(Change change) {
        if (change instanceof Change.ModifyType || change instanceof Change.ChangeIdentity) {
            return orNothing(dialect -> sqlBack(change, dialect));
        }
        return change.reversal()
                .map(ChangeForms::restorable)
                .map(ChangeForms::of)
                .orElse(NOTHING);
    }

    /** The statements of one database that take this change back; none if there is nothing to do. */
    static List<String> sqlBack(Change change, Dialect dialect) {
        if (change instanceof Change.ModifyType || change instanceof Change.ChangeIdentity) {
            return SqlText.back(change, dialect);
        }
        return change.reversal()
                .map(ChangeForms::restorable)
                .map(reversal -> SqlText.of(reversal, dialect))
                .orElse(List.of());
    }

    /** Whether the forms differ from database to database, so that they serve only those that they were written for. */
    static boolean isSpecific(Change change) {
        return of(change).stream().anyMatch(ChangeForms::hasDbms)
                || rollbackOf(change).stream().anyMatch(ChangeForms::hasDbms);
    }

    private static Stream<ColumnType> typesOf(Change change) {
        if (change instanceof Change.CreateTable create) {
            return create.table().columns().stream().map(Column::type);
        } else if (change instanceof Change.DropTable drop) {
            return drop.table().columns().stream().map(Column::type);
        } else if (change instanceof Change.AddColumn add) {
            return Stream.of(add.column().type());
        } else if (change instanceof Change.DropColumn drop) {
            return Stream.of(drop.column().type());
        } else if (change instanceof Change.RenameColumn rename) {
            return Stream.of(rename.type());
        } else if (change instanceof Change.AddNotNull add) {
            return Stream.of(add.type());
        } else if (change instanceof Change.DropNotNull drop) {
            return Stream.of(drop.type());
        } else if (change instanceof Change.SetDefault set) {
            return Stream.of(set.type());
        }
        return Stream.empty();
    }

    private static boolean hasDbms(Map<String, Object> form) {
        return form.get("sql") instanceof Map<?, ?> sql && sql.containsKey("dbms");
    }

    /** A column that had no default comes back empty in every row, so it may be empty. */
    private static Change restorable(Change reversal) {
        return reversal instanceof Change.AddColumn add
                        && !add.column().nullable()
                        && !add.column().identity()
                        && add.column().defaultValue().isEmpty()
                ? new Change.AddColumn(add.table(), add.column().withNullable(true))
                : reversal;
    }

    /** Where a database has nothing to do, Liquibase must have something to note all the same. */
    private static List<Map<String, Object>> orNothing(Function<Dialect, List<String>> statements) {
        boolean everywhere = Arrays.stream(Dialect.values())
                .noneMatch(dialect -> statements.apply(dialect).isEmpty());
        return everywhere
                ? sql(statements)
                : Stream.concat(sql(statements).stream(), NOTHING.stream()).toList();
    }

    private static List<Map<String, Object>> sql(Function<Dialect, List<String>> statements) {
        Map<List<String>, String> dialects = Arrays.stream(Dialect.values())
                .collect(Collectors.groupingBy(
                        statements, LinkedHashMap::new, Collectors.mapping(Dialect::dbms, Collectors.joining(", "))));
        return dialects.entrySet().stream()
                .flatMap(entry -> entry.getKey().stream()
                        .map(statement -> Map.<String, Object>of(
                                "sql",
                                node().unless(dialects.size() == 1, "dbms", entry.getValue())
                                        .with("splitStatements", false)
                                        .with("sql", statement)
                                        .map())))
                .toList();
    }

    private static Optional<Map<String, Object>> typed(Change change) {
        if (change instanceof Change.RunJava run) {
            return Optional.of(Map.of(
                    "customChange",
                    node().with("class", JavaStepChange.class.getName())
                            .with("params", List.of(param("step", run.type()), param("back", run.back())))
                            .map()));
        }
        if (change instanceof Change.CreateTable create) {
            return of(
                    "createTable",
                    create.table().name(),
                    create.table().columns().stream().map(Column::name),
                    node().with("tableName", create.table().name().name().text())
                            .unless(
                                    create.table().comment().isEmpty(),
                                    "remarks",
                                    create.table().comment().orElse(""))
                            .with("columns", columns(create)));
        } else if (change instanceof Change.DropTable drop) {
            return onTable("dropTable", drop.table().name(), Stream.empty(), node());
        } else if (change instanceof Change.RenameTable rename) {
            return of(
                    "renameTable",
                    rename.from(),
                    Stream.of(rename.to()),
                    node().with("oldTableName", rename.from().name().text())
                            .with("newTableName", rename.to().text()));
        } else if (change instanceof Change.CreateSequence create
                && create.behind().isEmpty()) {
            return of(
                    "createSequence",
                    new TableName(create.sequence().schema(), create.sequence().name()),
                    Stream.empty(),
                    node().with("sequenceName", create.sequence().name().text())
                            .with("dataType", "BIGINT")
                            .with("startValue", create.sequence().start())
                            .with("incrementBy", create.sequence().increment()));
        } else if (change instanceof Change.DropSequence drop) {
            return of(
                    "dropSequence",
                    new TableName(drop.sequence().schema(), drop.sequence().name()),
                    Stream.empty(),
                    node().with("sequenceName", drop.sequence().name().text()));
        }
        return typedColumn(change).or(() -> typedKey(change));
    }

    private static Map<String, Object> param(String name, Object value) {
        return Map.of(
                "param",
                node().with("name", name).with("value", String.valueOf(value)).map());
    }

    private static Optional<Map<String, Object>> typedColumn(Change change) {
        if (change instanceof Change.AddColumn add && add.column().identity()) {
            return Optional.empty();
        } else if (change instanceof Change.AddColumn add) {
            return onTable(
                    "addColumn",
                    add.table(),
                    Stream.of(add.column().name()),
                    node().with("columns", List.of(column(add.column(), Optional.empty()))));
        } else if (change instanceof Change.DropColumn drop) {
            return onColumn("dropColumn", drop.table(), drop.column().name(), node());
        } else if (change instanceof Change.RenameColumn rename) {
            return onTable(
                    "renameColumn",
                    rename.table(),
                    Stream.of(rename.from(), rename.to()),
                    node().with("oldColumnName", rename.from().text())
                            .with("newColumnName", rename.to().text())
                            .with(
                                    "columnDataType",
                                    TypeText.logical(rename.type()).orElseThrow()));
        } else if (change instanceof Change.FillColumn fill && !DialectNames.differ(fill)) {
            Map<String, Object> value = node().with("name", fill.column().text())
                    .with("valueComputed", fill.value())
                    .map();
            return onTable(
                    "update",
                    fill.table(),
                    Stream.of(fill.column()),
                    node().with("columns", List.of(Map.of("column", value))).with("where", fill.column() + " IS NULL"));
        } else if (change instanceof Change.AddNotNull add) {
            return onColumn(
                    "addNotNullConstraint",
                    add.table(),
                    add.column(),
                    node().with("columnDataType", TypeText.logical(add.type()).orElseThrow()));
        } else if (change instanceof Change.DropNotNull drop) {
            return onColumn(
                    "dropNotNullConstraint",
                    drop.table(),
                    drop.column(),
                    node().with("columnDataType", TypeText.logical(drop.type()).orElseThrow()));
        } else if (change instanceof Change.SetDefault set) {
            Node value =
                    node().with("columnDataType", TypeText.logical(set.type()).orElseThrow());
            return set.after()
                    .map(text -> onColumn(
                            "addDefaultValue", set.table(), set.column(), value.with("defaultValueComputed", text)))
                    .orElseGet(() -> onColumn("dropDefaultValue", set.table(), set.column(), value));
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Object>> typedKey(Change change) {
        if (change instanceof Change.AddUniqueKey add) {
            return onTable(
                    "addUniqueConstraint",
                    add.table(),
                    Stream.concat(Stream.of(add.key().name()), add.key().columns().stream()),
                    node().with("columnNames", names(add.key().columns()))
                            .with("constraintName", add.key().name().text()));
        } else if (change instanceof Change.DropUniqueKey drop) {
            return onTable(
                    "dropUniqueConstraint",
                    drop.table(),
                    Stream.of(drop.key().name()),
                    node().with("constraintName", drop.key().name().text()));
        } else if (change instanceof Change.CreateIndex create) {
            return create.doubled() || !create.index().isPlain() ? Optional.empty() : createIndex(create);
        } else if (change instanceof Change.DropIndex drop
                && drop.index().isPlain()
                && drop.leaning().isEmpty()) {
            return onTable(
                    "dropIndex",
                    drop.table(),
                    Stream.of(drop.index().name()),
                    node().with("indexName", drop.index().name().text()));
        } else if (change instanceof Change.AddForeignKey add) {
            return addForeignKey(add.table(), add.key());
        } else if (change instanceof Change.DropForeignKey drop) {
            return of(
                    "dropForeignKeyConstraint",
                    drop.table(),
                    Stream.of(drop.key().name()),
                    node().with("baseTableName", drop.table().name().text())
                            .with("constraintName", drop.key().name().text()));
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Object>> createIndex(Change.CreateIndex create) {
        List<Map<String, Object>> columns = create.index().parts().stream()
                .map(part -> Map.<String, Object>of(
                        "column",
                        node().with("name", part.column().orElseThrow().text())
                                .unless(!part.descending(), "descending", true)
                                .map()))
                .toList();
        return onTable(
                "createIndex",
                create.table(),
                Stream.concat(Stream.of(create.index().name()), create.index().columns().stream()),
                node().with("indexName", create.index().name().text())
                        .unless(!create.index().unique(), "unique", true)
                        .with("columns", columns));
    }

    private static Optional<Map<String, Object>> addForeignKey(TableName table, ForeignKey key) {
        boolean safeTarget = LegacyNames.areSafe(key.target(), key.targetColumns().stream());
        Node form = node().with("baseTableName", table.name().text())
                .with("baseColumnNames", names(key.columns()))
                .with("constraintName", key.name().text())
                .with("referencedTableName", key.target().name().text())
                .with("referencedColumnNames", names(key.targetColumns()))
                .unless(
                        key.onDelete() == ForeignKey.OnDelete.NO_ACTION,
                        "onDelete",
                        key.onDelete().name().replace('_', ' '));
        return safeTarget
                ? of(
                        "addForeignKeyConstraint",
                        table,
                        Stream.concat(Stream.of(key.name()), key.columns().stream()),
                        form)
                : Optional.empty();
    }

    private static List<Map<String, Object>> columns(Change.CreateTable create) {
        return TableColumns.inOrder(create.table()).stream()
                .map(column -> column(column, create.table().primaryKey()))
                .toList();
    }

    private static Map<String, Object> column(Column column, Optional<PrimaryKey> key) {
        boolean inKey =
                key.filter(each -> each.columns().contains(column.name())).isPresent();
        Map<String, Object> constraints = node().unless(column.nullable() && !inKey, "nullable", false)
                .unless(!inKey, "primaryKey", true)
                .unless(
                        !inKey,
                        "primaryKeyName",
                        key.map(each -> each.name().text()).orElse(""))
                .map();
        return Map.of(
                "column",
                node().with("name", column.name().text())
                        .with("type", TypeText.logical(column.type()).orElseThrow())
                        .unless(!column.identity(), "autoIncrement", true)
                        .unless(
                                column.defaultValue().isEmpty(),
                                "defaultValueComputed",
                                column.defaultValue().orElse(""))
                        .unless(
                                column.comment().isEmpty(),
                                "remarks",
                                column.comment().orElse(""))
                        .unless(constraints.isEmpty(), "constraints", constraints)
                        .map());
    }

    private static Optional<Map<String, Object>> onColumn(String type, TableName table, Identifier column, Node rest) {
        return onTable(
                type,
                table,
                Stream.of(column),
                node().with("columnName", column.text()).and(rest));
    }

    private static Optional<Map<String, Object>> onTable(
            String type, TableName table, Stream<Identifier> names, Node rest) {
        return of(
                type,
                table,
                names,
                node().with("tableName", table.name().text()).and(rest));
    }

    private static Optional<Map<String, Object>> of(String type, TableName table, Stream<Identifier> names, Node form) {
        return LegacyNames.areSafe(table, names) ? Optional.of(Map.of(type, form.map())) : Optional.empty();
    }

    private static String names(List<Identifier> columns) {
        return columns.stream().map(Identifier::text).collect(Collectors.joining(", "));
    }
}
