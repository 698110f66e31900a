package org.easymodel.contract.repository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The databases on which every contract holds. */
public enum Database {
    H2 {
        @Override
        public Map<String, String> properties(String name) {
            return Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        }
    },
    DERBY {
        @Override
        public Map<String, String> properties(String name) {
            return Map.of(
                    "jakarta.persistence.jdbc.url",
                    "jdbc:derby:memory:" + name + ";create=true",
                    "jakarta.persistence.jdbc.driver",
                    "org.apache.derby.iapi.jdbc.AutoloadedDriver");
        }
    },
    POSTGRESQL {
        @Override
        public Map<String, String> properties(String name) {
            EmbeddedPostgres server = Server.POSTGRES;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database \"" + name + "\"");
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL gives no database " + name, e);
            }
            return Map.of(
                    "jakarta.persistence.jdbc.url",
                    server.getJdbcUrl("postgres", name),
                    "jakarta.persistence.jdbc.user",
                    "postgres",
                    "jakarta.persistence.jdbc.password",
                    "postgres");
        }
    };

    /** A new and empty database of that name, as properties of a persistence unit. */
    public abstract Map<String, String> properties(String name);

    /** One server for all tests, started when the first of them asks. */
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
}
