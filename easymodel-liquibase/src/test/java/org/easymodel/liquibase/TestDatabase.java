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

    static TestDatabase fresh(Kind kind) {
        String name = "em" + COUNT.incrementAndGet();
        return switch (kind) {
            case H2 -> new TestDatabase(kind, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            case DERBY -> new TestDatabase(kind, "jdbc:derby:memory:" + name + ";create=true");
            case POSTGRESQL -> {
                try (Connection connection =
                                Server.POSTGRES.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + name);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                yield new TestDatabase(kind, Server.POSTGRES.getJdbcUrl("postgres", name));
            }
        };
    }

    /** Gives its memory back; only tests with very many databases need it. */
    void drop() {
        try {
            switch (kind) {
                case H2 -> run("SHUTDOWN");
                case DERBY ->
                    ConnectionSource.of(url.replace("create=true", "drop=true"), null, null)
                            .open()
                            .close();
                case POSTGRESQL -> {
                    try (Connection connection =
                                    Server.POSTGRES.getPostgresDatabase().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("DROP DATABASE " + url.replaceAll(".*/(em\\d+)\\?.*", "$1"));
                    }
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
