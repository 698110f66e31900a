package org.easymodel.liquibase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh, empty database of one of the three kinds. */
record TestDatabase(Kind kind, String url) {

    enum Kind {
        H2,
        DERBY,
        POSTGRESQL
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The one server of this JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** PostgreSQL takes longer to make a database than to empty one. */
    private static final Queue<TestDatabase> EMPTIED = new ConcurrentLinkedQueue<>();

    static TestDatabase fresh(Kind kind) {
        String name = "em" + COUNT.incrementAndGet();
        try {
            return switch (kind) {
                case H2 -> new TestDatabase(kind, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
                case DERBY -> new TestDatabase(kind, DerbyTemplate.copy(name));
                case POSTGRESQL -> {
                    TestDatabase emptied = EMPTIED.poll();
                    yield emptied == null ? made(name) : emptied;
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static TestDatabase made(String name) throws SQLException {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new TestDatabase(Kind.POSTGRESQL, Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    /** Gives its memory back, or leaves it empty for the next; only tests with very many databases need it. */
    void drop() {
        try {
            switch (kind) {
                case H2 -> run("SHUTDOWN");
                case DERBY ->
                    ConnectionSource.of(url.replace("create=true", "drop=true"), null, null)
                            .open()
                            .close();
                case POSTGRESQL -> {
                    for (String schema : query("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                            + " AND nspname <> 'information_schema'")) {
                        run("DROP SCHEMA \"" + schema + "\" CASCADE");
                    }
                    run("CREATE SCHEMA public");
                    EMPTIED.add(this);
                }
            }
        } catch (SQLException e) {
            // Derby tells by a failure that the database is gone.
            if (!"08006".equals(e.getSQLState())) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    ConnectionSource source() {
        return ConnectionSource.of(url, null, null);
    }

    void run(String... statements) {
        try (Connection connection = source().open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    List<String> query(String sql) {
        try (Connection connection = source().open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                result.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    List<String> schema() {
        try (Connection connection = source().open()) {
            return SchemaReader.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
