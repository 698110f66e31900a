package org.easymodel.contract.seeds;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.SchemaScanner;

/** A persistence unit whose entities change from step to step, on one database. */
final class SeedUnit {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path root;
    private final ConnectionSource source;

    SeedUnit(Path root, Database kind) {
        this.root = root;
        Map<String, String> database = kind.properties("seed" + COUNT.incrementAndGet());
        this.source = ConnectionSource.of(
                database.get("jakarta.persistence.jdbc.url"),
                database.get("jakarta.persistence.jdbc.user"),
                database.get("jakarta.persistence.jdbc.password"));
    }

    /** The migrations while the unit has these entities. */
    MigrationManager with(Class<?>... entities) {
        UnitPath path = UnitPath.of(root, UnitXml.of("seed", List.of(entities)));
        SchemaModel schema =
                path.call(() -> java.util.ServiceLoader.load(SchemaScanner.class, SchemaScanner.class.getClassLoader())
                        .findFirst()
                        .orElseThrow()
                        .schema("seed", Map.of()));
        return MigrationManager.of(schema, root.resolve("db")).withConnections(source);
    }

    /** The migrations of the unit by its name alone, as an application makes them. */
    MigrationManager byName(Class<?>... entities) {
        UnitPath path = UnitPath.of(root, UnitXml.of("seed", List.of(entities)));
        MigrationManager migrations =
                MigrationManager.of("seed", root.resolve("db")).withConnections(source);
        return path.call(() -> {
            migrations.check();
            return migrations;
        });
    }

    /** The tables that the database has, in capital letters, without those of Liquibase. */
    List<String> tables() {
        try (Connection connection = source.open();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT);
                if (!name.startsWith("DATABASECHANGELOG")) {
                    tables.add(name);
                }
            }
            return tables.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The indexes of a table with their columns, in small letters, each as {@code name: column, column}. */
    List<String> indexes(String table) {
        try (Connection connection = source.open()) {
            String name = tableName(connection, table);
            SortedMap<String, List<String>> indexes = new TreeMap<>();
            try (ResultSet rows =
                    connection.getMetaData().getIndexInfo(null, connection.getSchema(), name, false, false)) {
                while (rows.next()) {
                    indexes.computeIfAbsent(lower(rows.getString("INDEX_NAME")), key -> new ArrayList<>())
                            .add(lower(rows.getString("COLUMN_NAME")));
                }
            }
            return indexes.entrySet().stream()
                    .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tableName(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesLowerCaseIdentifiers() ? lower(table) : table.toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    void run(String sql) {
        try (Connection connection = source.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
