package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the catalogue of a database tells of one schema, in the database's own letters. The questions are as many for one
 * table as for a thousand. For one thread.
 */
final class StoredSchema {

    private final Connection connection;
    private final String schema;
    private final Map<String, StoredTable> tables = new HashMap<>();
    private final Map<String, long[]> sequences = new HashMap<>();

    private StoredSchema(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Asks for all of a schema; one that is not there has nothing. */
    static StoredSchema read(Connection connection, Dialect dialect, String schema) throws SQLException {
        StoredSchema stored = new StoredSchema(connection, schema);
        stored.readColumns(dialect);
        stored.readComments();
        switch (dialect) {
            case DERBY -> DerbyCatalogue.read(stored);
            case H2 -> H2Catalogue.read(stored);
            case POSTGRESQL -> PostgresCatalogue.read(stored);
        }
        return stored;
    }

    Optional<StoredTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Start and increment of a sequence. */
    Optional<long[]> sequence(String name) {
        return Optional.ofNullable(sequences.get(name));
    }

    DatabaseMetaData facts() throws SQLException {
        return connection.getMetaData();
    }

    String catalog() throws SQLException {
        return connection.getCatalog();
    }

    String name() {
        return schema;
    }

    /** What to do with one row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** What to do with one row that is about a table. */
    interface TableRow {
        void read(StoredTable table, ResultSet row) throws SQLException;
    }

    /** Asks a question with the schema as its only parameter. */
    void ask(String sql, Row reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            read(query.executeQuery(), reader);
        }
    }

    /** As {@link #ask}, where the first column of each row is the table that it is about. */
    void askOfTables(String sql, TableRow reader) throws SQLException {
        ask(sql, row -> {
            StoredTable table = tables.get(row.getString(1));
            if (table != null) {
                reader.read(table, row);
            }
        });
    }

    /** Asks for name, start and increment of each sequence. */
    void askSequences(String sql) throws SQLException {
        ask(sql, row -> sequences.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)}));
    }

    static void read(ResultSet rows, Row reader) throws SQLException {
        try (rows) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** JDBC takes the name of a schema as a pattern. */
    private boolean isHere(ResultSet row) throws SQLException {
        return schema.equals(row.getString("TABLE_SCHEM"));
    }

    private void readColumns(Dialect dialect) throws SQLException {
        read(facts().getColumns(catalog(), schema, "%", "%"), row -> {
            if (isHere(row)) {
                boolean identity = "YES".equals(row.getString("IS_AUTOINCREMENT"));
                tables.computeIfAbsent(row.getString("TABLE_NAME"), each -> new StoredTable())
                        .columns
                        .add(new StoredTable.StoredColumn(
                                row.getString("COLUMN_NAME"),
                                LiveType.of(row, dialect),
                                identity,
                                LiveType.isNullable(row),
                                identity ? Optional.empty() : LiveDefault.told(row.getString("COLUMN_DEF")),
                                text(row.getString("REMARKS"))));
            }
        });
    }

    private void readComments() throws SQLException {
        read(facts().getTables(catalog(), schema, "%", null), row -> {
            StoredTable table = tables.get(row.getString("TABLE_NAME"));
            if (isHere(row) && table != null) {
                table.comment = text(row.getString("REMARKS"));
            }
        });
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(each -> !each.isEmpty());
    }
}
