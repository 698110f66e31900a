package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * Reads what a database really has, by the metadata of its driver and its own catalogue. Where that is what a given schema
 * means, the words of that schema are taken, so that equal things are equal values. For one thread.
 */
final class LiveSchema {

    private final Connection connection;
    private final DatabaseMetaData facts;
    private final Dialect dialect;
    private final LiveNames names;
    private final SchemaModel meant;
    private final String own;

    private LiveSchema(Connection connection, Dialect dialect, SchemaModel meant) throws SQLException {
        this.connection = connection;
        this.facts = connection.getMetaData();
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
            List<Column> columns = new ArrayList<>();
            Optional<PrimaryKey> key = primaryKey();
            Set<Identifier> inKey = new HashSet<>(key.map(PrimaryKey::columns).orElse(List.of()));
            try (ResultSet rows = facts.getColumns(connection.getCatalog(), schema, escaped(table), "%")) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equals(table)) {
                        Identifier column = names.written(rows.getString("COLUMN_NAME"));
                        columns.add(column(
                                rows, column, inKey.contains(column), meant.flatMap(each -> columnOf(each, column))));
                    }
                }
            }
            if (columns.isEmpty()) {
                return Optional.empty();
            }
            LiveCatalogue catalogue = new LiveCatalogue(connection, names);
            List<UniqueKey> uniques = catalogue.uniqueKeys(schema, table);
            List<ForeignKey> foreignKeys = foreignKeys();
            List<Check> checks = catalogue.checks(schema, table).stream()
                    .map(check -> meant.flatMap(each -> named(each.checks(), check.name(), Check::name))
                            .orElse(check))
                    .toList();
            List<Index> indexes = new LiveIndexes(connection, names)
                    .of(
                            schema,
                            table,
                            key,
                            uniques,
                            foreignKeys,
                            meant.map(Table::indexes).orElse(List.of()));
            Optional<String> comment = dialect == Dialect.DERBY ? meant.flatMap(Table::comment) : comment();
            return Optional.of(new Table(
                    name,
                    columns,
                    key,
                    uniques,
                    indexes,
                    foreignKeys,
                    checks,
                    meant.map(Table::generatorRows).orElse(List.of()),
                    comment));
        }

        private Optional<Column> columnOf(Table table, Identifier column) {
            return table.columns().stream()
                    .filter(each -> names.stored(each.name()).equals(names.stored(column)))
                    .findFirst();
        }

        private Column column(ResultSet rows, Identifier name, boolean inKey, Optional<Column> meant)
                throws SQLException {
            LiveType type = LiveType.of(rows, dialect);
            boolean identity = "YES".equals(rows.getString("IS_AUTOINCREMENT"));
            Optional<String> value = identity ? Optional.empty() : LiveDefault.told(rows.getString("COLUMN_DEF"));
            boolean nullable = LiveType.isNullable(rows);
            Optional<String> remark =
                    Optional.ofNullable(rows.getString("REMARKS")).filter(text -> !text.isEmpty());
            if (meant.isEmpty()) {
                return new Column(name, type.logical(), nullable, value, identity, Optional.empty(), remark);
            }
            Column other = meant.get();
            return new Column(
                    other.name(),
                    type.is(other.type(), dialect) ? other.type() : type.logical(),
                    inKey && !nullable ? other.nullable() : nullable,
                    LiveDefault.areEqual(other.defaultValue(), value) ? other.defaultValue() : value,
                    identity,
                    other.values(),
                    dialect == Dialect.DERBY ? other.comment() : remark);
        }

        private Optional<String> comment() throws SQLException {
            try (ResultSet rows = facts.getTables(connection.getCatalog(), schema, escaped(table), null)) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equals(table)) {
                        return Optional.ofNullable(rows.getString("REMARKS")).filter(text -> !text.isEmpty());
                    }
                }
            }
            return Optional.empty();
        }

        /** JDBC takes names of tables as patterns. */
        private String escaped(String name) throws SQLException {
            String escape = facts.getSearchStringEscape();
            return name.replace(escape, escape + escape)
                    .replace("_", escape + "_")
                    .replace("%", escape + "%");
        }

        private Optional<PrimaryKey> primaryKey() throws SQLException {
            Map<Integer, Identifier> columns = new TreeMap<>();
            Optional<Identifier> name = Optional.empty();
            try (ResultSet rows = facts.getPrimaryKeys(connection.getCatalog(), schema, table)) {
                while (rows.next()) {
                    columns.put(rows.getInt("KEY_SEQ"), names.written(rows.getString("COLUMN_NAME")));
                    name = Optional.of(names.written(rows.getString("PK_NAME")));
                }
            }
            return name.map(each -> new PrimaryKey(each, List.copyOf(columns.values())));
        }

        private List<ForeignKey> foreignKeys() throws SQLException {
            Map<String, Map<Integer, String[]>> keys = new LinkedHashMap<>();
            Map<String, TableName> targets = new LinkedHashMap<>();
            Map<String, ForeignKey.OnDelete> rules = new LinkedHashMap<>();
            try (ResultSet rows = facts.getImportedKeys(connection.getCatalog(), schema, table)) {
                while (rows.next()) {
                    String name = rows.getString("FK_NAME");
                    keys.computeIfAbsent(name, each -> new TreeMap<>()).put(rows.getInt("KEY_SEQ"), new String[] {
                        rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME")
                    });
                    String targetSchema = rows.getString("PKTABLE_SCHEM");
                    targets.put(
                            name, target(targetSchema == null ? own : targetSchema, rows.getString("PKTABLE_NAME")));
                    rules.put(
                            name,
                            switch (rows.getInt("DELETE_RULE")) {
                                case DatabaseMetaData.importedKeyCascade -> ForeignKey.OnDelete.CASCADE;
                                case DatabaseMetaData.importedKeySetNull -> ForeignKey.OnDelete.SET_NULL;
                                default -> ForeignKey.OnDelete.NO_ACTION;
                            });
                }
            }
            List<ForeignKey> result = new ArrayList<>();
            keys.forEach((name, pairs) -> result.add(new ForeignKey(
                    names.written(name),
                    pairs.values().stream().map(pair -> names.written(pair[0])).toList(),
                    targets.get(name),
                    pairs.values().stream()
                            .map(pair -> targetNames(targets.get(name)).written(pair[1]))
                            .toList(),
                    rules.getOrDefault(name, ForeignKey.OnDelete.NO_ACTION))));
            return result;
        }

        private LiveNames targetNames(TableName target) {
            return LiveSchema.this.names.within(LiveSchema.this.meant.table(target));
        }
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
        String sql =
                switch (dialect) {
                    case DERBY ->
                        "SELECT STARTVALUE, INCREMENT FROM SYS.SYSSEQUENCES Q JOIN SYS.SYSSCHEMAS S"
                                + " ON S.SCHEMAID = Q.SCHEMAID WHERE S.SCHEMANAME = ? AND Q.SEQUENCENAME = ?";
                    case H2 ->
                        "SELECT START_VALUE, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ?"
                                + " AND SEQUENCE_NAME = ?";
                    case POSTGRESQL ->
                        "SELECT start_value::bigint, increment::bigint FROM information_schema.sequences"
                                + " WHERE sequence_schema = ? AND sequence_name = ?";
                };
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, meant.schema().map(names::stored).orElse(own));
            query.setString(2, names.stored(meant.name()));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Sequence(meant.schema(), meant.name(), row.getLong(1), row.getLong(2)))
                        : Optional.empty();
            }
        }
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
