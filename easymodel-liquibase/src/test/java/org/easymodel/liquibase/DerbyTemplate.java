package org.easymodel.liquibase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An empty Derby database that has answered each question about its catalogue once. A copy of it needs a fraction of the
 * time in which Derby makes a database and prepares those answers.
 */
final class DerbyTemplate {

    private static final String NAME = "template";

    /** Made once in this JVM. */
    private static final Path BACKUP = make();

    private DerbyTemplate() {}

    /** The URL of a new database in memory. */
    static String copy(String name) throws SQLException {
        String url = "jdbc:derby:memory:" + name;
        DriverManager.getConnection(url + ";createFrom=" + BACKUP.resolve(NAME)).close();
        return url + ";create=true";
    }

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("easymodel-derby");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            try (Connection connection = DriverManager.getConnection("jdbc:derby:memory:" + NAME + ";create=true")) {
                ask(connection.getMetaData());
                try (CallableStatement backup =
                        connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + directory + "')")) {
                    backup.execute();
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void ask(DatabaseMetaData facts) throws SQLException {
        for (ResultSet answer : List.of(
                facts.getTables(null, "SYS", "%", null),
                facts.getColumns(null, "SYS", "%", "%"),
                facts.getPrimaryKeys(null, "SYS", "SYSTABLES"),
                facts.getIndexInfo(null, "SYS", "SYSTABLES", false, false),
                facts.getImportedKeys(null, "SYS", "SYSTABLES"),
                facts.getExportedKeys(null, "SYS", "SYSTABLES"),
                facts.getSchemas())) {
            answer.close();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
