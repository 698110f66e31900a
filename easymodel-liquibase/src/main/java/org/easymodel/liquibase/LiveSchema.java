package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * Reads what a database really has. Where that is what a given schema
 * means, the words of that schema are taken, so that equal things are equal values. For one thread.
 */
final class LiveSchema {

    private final Connection connection;
    private final Dialect dialect;
    private final LiveNames names;
    private final SchemaModel meant;
    private final String own;
    private final Map<String, StoredSchema> schemas = new HashMap<>();

    private LiveSchema(Connection connection, Dialect dialect, SchemaModel meant) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.names = new LiveNames(dialect);
        this.meant = meant;
        this.own = connection.getSchema();
    }

    /**
     * The tables and sequences of a database that a schema names.
     *
     * @param meant the schema whose names are looked for and whose words are taken
     * @param further tables to look for beside them
     */
    static SchemaModel read(Connection connection, Dialect dialect, SchemaModel meant, Collection<TableName> further)
            throws SQLException {
        LiveSchema live = new LiveSchema(connection, dialect, meant);
        List<Table> tables = new ArrayList<>();
        Set<TableName> wanted = new HashSet<>(further);
        meant.tables().forEach(table -> wanted.add(table.name()));
        for (TableName name : wanted) {
            live.table(name).ifPresent(tables::add);
        }
        List<Sequence> sequences = new ArrayList<>();
        for (Sequence sequence : meant.sequences()) {
            live.sequence(sequence).ifPresent(sequences::add);
        }
        return SchemaModel.of(tables, sequences);
    }

    /** The tables of the connection's own schema that a schema does not name, without those of Liquibase; sorted. */
    static List<TableName> others(Connection connection, Dialect dialect, SchemaModel meant) throws SQLException {
        LiveNames names = new LiveNames(dialect);
        List<TableName> others = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String stored = rows.getString("TABLE_NAME");
                TableName name = TableName.of(names.written(stored));
                if (meant.tables().stream()
                                .noneMatch(
                                        each -> names.stored(each.name().name()).equals(stored))
                        && !name.name()
                                .text()
                                .toUpperCase(java.util.Locale.ROOT)
                                .startsWith(History.TABLE)) {
                    others.add(name);
                }
            }
        }
        return others.stream().sorted().toList();
    }

    private Optional<Table> table(TableName name) throws SQLException {
        return new TableReader(name, meant.table(name)).read();
    }

    /** Reads one table, in the words of the table that is meant. */
    private final class TableReader {
        private final TableName name;
        private final Optional<Table> meant;
        private final LiveNames names;
        private final String schema;
        private final String table;

        TableReader(TableName name, Optional<Table> meant) {
            this.name = name;
            this.meant = meant;
            this.names = LiveSchema.this.names.within(meant);
            this.schema = names.schema(name, own);
            this.table = names.stored(name.name());
        }

        Optional<Table> read() throws SQLException {
            return schema(schema).table(table).map(this::translated);
        }

        private Table translated(StoredTable stored) {
            Optional<PrimaryKey> key =
                    keys(stored.primaryKey, PrimaryKey::new).stream().findFirst();
            Set<Identifier> inKey = new HashSet<>(key.map(PrimaryKey::columns).orElse(List.of()));
            List<Column> columns = new ArrayList<>();
            for (StoredTable.StoredColumn each : stored.columns) {
                Identifier column = names.written(each.name());
                columns.add(column(each, column, inKey.contains(column), meant.flatMap(of -> columnOf(of, column))));
            }
            List<UniqueKey> uniques = keys(stored.uniques, UniqueKey::new);
            List<ForeignKey> foreignKeys = foreignKeys(stored);
            List<Index> indexes = new LiveIndexes(names)
                    .of(
                            stored.indexes,
                            key,
                            uniques,
                            foreignKeys,
                            meant.map(Table::indexes).orElse(List.of()));
            return new Table(
                    name,
                    columns,
                    key,
                    uniques,
                    indexes,
                    foreignKeys,
                    checks(stored),
                    meant.map(Table::generatorRows).orElse(List.of()),
                    dialect == Dialect.DERBY ? meant.flatMap(Table::comment) : stored.comment);
        }

        private <K> List<K> keys(
                Map<String, List<String>> stored, BiFunction<Identifier, List<Identifier>, K> constructor) {
            return stored.entrySet().stream()
                    .map(key -> constructor.apply(
                            names.written(key.getKey()),
                            key.getValue().stream().map(names::written).toList()))
                    .toList();
        }

        private List<Check> checks(StoredTable stored) {
            return stored.checks.entrySet().stream()
                    .map(check -> new Check(names.written(check.getKey()), bare(check.getValue())))
                    .map(check -> meant.flatMap(each -> named(each.checks(), check.name(), Check::name))
                            .orElse(check))
                    .toList();
        }

        private static String bare(String condition) {
            String text = condition.strip();
            return text.matches("\\([^()]*\\)") ? text.substring(1, text.length() - 1) : text;
        }

        private Optional<Column> columnOf(Table table, Identifier column) {
            return table.columns().stream()
                    .filter(each -> names.stored(each.name()).equals(names.stored(column)))
                    .findFirst();
        }

        private Column column(StoredTable.StoredColumn stored, Identifier name, boolean inKey, Optional<Column> meant) {
            if (meant.isEmpty()) {
                return new Column(
                        name,
                        stored.type().logical(),
                        stored.nullable(),
                        stored.value(),
                        stored.identity(),
                        Optional.empty(),
                        stored.remark());
            }
            Column other = meant.get();
            return new Column(
                    other.name(),
                    stored.type().is(other.type(), dialect)
                            ? other.type()
                            : stored.type().logical(),
                    inKey && !stored.nullable() ? other.nullable() : stored.nullable(),
                    LiveDefault.areEqual(other.defaultValue(), stored.value()) ? other.defaultValue() : stored.value(),
                    stored.identity(),
                    other.values(),
                    dialect == Dialect.DERBY ? other.comment() : stored.remark());
        }

        private List<ForeignKey> foreignKeys(StoredTable stored) {
            List<ForeignKey> result = new ArrayList<>();
            stored.foreignKeys.forEach((name, key) -> {
                TableName target = target(key.targetSchema(), key.target());
                LiveNames ofTarget = LiveSchema.this.names.within(LiveSchema.this.meant.table(target));
                result.add(new ForeignKey(
                        names.written(name),
                        key.columns().stream().map(names::written).toList(),
                        target,
                        key.targetColumns().stream().map(ofTarget::written).toList(),
                        key.onDelete()));
            });
            return result;
        }
    }

    private StoredSchema schema(String name) throws SQLException {
        StoredSchema known = schemas.get(name);
        if (known == null) {
            known = StoredSchema.read(connection, dialect, name);
            schemas.put(name, known);
        }
        return known;
    }

    /** The table that a schema means by what the database stores; by its plain name if it means none. */
    private TableName target(String schema, String table) {
        return meant.tables().stream()
                .map(Table::name)
                .filter(each -> names.schema(each, own).equals(schema)
                        && names.stored(each.name()).equals(table))
                .findFirst()
                .orElseGet(() -> new TableName(
                        schema.equals(own) ? Optional.empty() : Optional.of(names.written(schema)),
                        names.written(table)));
    }

    private Optional<Sequence> sequence(Sequence meant) throws SQLException {
        return schema(meant.schema().map(names::stored).orElse(own))
                .sequence(names.stored(meant.name()))
                .map(facts -> new Sequence(meant.schema(), meant.name(), facts[0], facts[1]));
    }

    private static <T> Optional<T> named(
            List<T> parts, Identifier name, java.util.function.Function<T, Identifier> nameOf) {
        return parts.stream().filter(part -> nameOf.apply(part).equals(name)).findFirst();
    }

    /** Whether an index is one that the database cannot have, or has in another form that does the same. */
    static boolean isBeyond(Index index, Dialect dialect) {
        return !index.isPlain() && dialect != Dialect.POSTGRESQL;
    }

    static List<Identifier> columns(List<IndexPart> parts) {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }
}
