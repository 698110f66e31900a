package org.easymodel.contract.naming;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of a database as text. */
final class Schemas {

    private Schemas() {}

    /** The tables of an H2 database with their columns, then its indexes of given names; in order of the alphabet. */
    static String of(String url) {
        return tables(url) + "\n" + indexes(url);
    }

    /** One line per table of an H2 database, with its columns in order of the alphabet. */
    private static String tables(String url) {
        TreeMap<String, TreeSet<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet columns = connection.getMetaData().getColumns(null, "PUBLIC", null, null)) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString("TABLE_NAME"), key -> new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables.entrySet().stream()
                .map(table -> table.getKey() + ": " + String.join(" ", table.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** The unique constraints and indexes that have names of their own, with their columns. */
    private static String indexes(String url) {
        TreeMap<String, String> indexes = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME FROM"
                                + " INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC' ORDER BY ORDINAL_POSITION")) {
            while (rows.next()) {
                indexes.merge(rows.getString(1) + " " + rows.getString(2), rows.getString(3), (a, b) -> a + ", " + b);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return indexes.entrySet().stream()
                .filter(index -> index.getKey().matches(".* (IX_|UK_|INDEX_).*"))
                .map(index -> index.getKey().replaceFirst("_INDEX_.$", "") + ": " + index.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
