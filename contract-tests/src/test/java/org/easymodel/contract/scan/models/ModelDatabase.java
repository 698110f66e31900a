package org.easymodel.contract.scan.models;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.easymodel.contract.repository.Database;

/** A fresh database for one model, with the schemas that the model expects; closing it drops it. */
final class ModelDatabase implements AutoCloseable {

    private static final String URL = "jakarta.persistence.jdbc.url";
    private static final Pattern SYSTEM_SCHEMA = Pattern.compile("INFORMATION_SCHEMA|SYS.*|pg_.*|information_schema");
    private static final Pattern OF_LIQUIBASE = Pattern.compile("(?i)DATABASECHANGELOG.*");

    private final Database kind;
    private final String name;
    private final Map<String, String> properties;

    private ModelDatabase(Database kind, String name, Map<String, String> properties) {
        this.kind = kind;
        this.name = name;
        this.properties = properties;
    }

    static ModelDatabase fresh(Database kind, ScanModel model) {
        Map<String, String> properties = new HashMap<>(kind.properties(model.database()));
        if (kind == Database.H2) {
            properties.merge(URL, ";MODE=" + model.h2Mode(), String::concat);
        }
        ModelDatabase database = new ModelDatabase(kind, model.database(), Map.copyOf(properties));
        database.run(model.schemas().stream()
                .map(schema -> "create schema " + schema)
                .toList());
        return database;
    }

    Map<String, String> properties() {
        return properties;
    }

    Connection connect() throws SQLException {
        return connect(properties.get(URL));
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(
                url,
                properties.get("jakarta.persistence.jdbc.user"),
                properties.get("jakarta.persistence.jdbc.password"));
    }

    void run(List<String> statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    /** The tables, as SQL needs them, in capital letters only if they are stored so. */
    Set<TableOf> tables() throws SQLException {
        Set<TableOf> tables = new TreeSet<>();
        try (Connection connection = connect();
                ResultSet rows =
                        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                TableOf table = new TableOf(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME"));
                if (!SYSTEM_SCHEMA.matcher(table.schema()).matches()
                        && !OF_LIQUIBASE.matcher(table.name()).matches()) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** The columns that hold a value in at least one row, or all of them, as {@code TABLE.COLUMN}. */
    Set<String> columns(boolean used) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            DatabaseMetaData facts = connection.getMetaData();
            for (TableOf table : tables()) {
                try (ResultSet rows = facts.getColumns(null, table.schema(), table.name(), "%")) {
                    while (rows.next()) {
                        String column = rows.getString("COLUMN_NAME");
                        if (rows.getString("TABLE_NAME").equals(table.name())
                                && (!used || hasValue(statement, table, column))) {
                            columns.add(table.name() + "." + column);
                        }
                    }
                }
            }
        }
        return columns;
    }

    private static boolean hasValue(Statement statement, TableOf table, String column) throws SQLException {
        try (ResultSet count = statement.executeQuery(
                "select count(*) from " + table.sql() + " where \"" + column + "\" is not null")) {
            count.next();
            return count.getLong(1) > 0;
        }
    }

    /** The tables that hold a row. */
    Set<TableOf> filled() throws SQLException {
        Set<TableOf> filled = new TreeSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (TableOf table : tables()) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table.sql())) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        filled.add(table);
                    }
                }
            }
        }
        return filled;
    }

    @Override
    public void close() {
        switch (kind) {
            case H2 -> run(List.of("shutdown"));
            case DERBY -> dropDerby();
            case POSTGRESQL -> dropPostgres();
        }
    }

    /** Derby tells by a failure that the database is gone. */
    private void dropDerby() {
        try (Connection connection = connect("jdbc:derby:memory:" + name + ";drop=true")) {
            throw new IllegalStateException(
                    "Derby still has " + connection.getMetaData().getURL());
        } catch (SQLException gone) {
            if (!"08006".equals(gone.getSQLState())) {
                throw new IllegalStateException(gone);
            }
        }
    }

    private void dropPostgres() {
        String url = properties.get(URL).replace("/" + name + "?", "/postgres?");
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database \"" + name + "\" with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table of a database. */
    record TableOf(String schema, String name) implements Comparable<TableOf> {

        String sql() {
            return "\"" + schema + "\".\"" + name + "\"";
        }

        @Override
        public int compareTo(TableOf other) {
            return sql().compareTo(other.sql());
        }
    }
}
