package org.easymodel.contract.repository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The databases on which every contract holds. */
enum Database {
    H2 {
        @Override
        Map<String, String> properties() {
            return Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:library;DB_CLOSE_DELAY=-1");
        }
    },
    DERBY {
        @Override
        Map<String, String> properties() {
            return Map.of(
                    "jakarta.persistence.jdbc.url",
                    "jdbc:derby:memory:library;create=true",
                    "jakarta.persistence.jdbc.driver",
                    "org.apache.derby.iapi.jdbc.AutoloadedDriver");
        }
    },
    POSTGRESQL {
        @Override
        Map<String, String> properties() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                return Map.of(
                        "jakarta.persistence.jdbc.url",
                        server.getJdbcUrl("postgres", "postgres"),
                        "jakarta.persistence.jdbc.user",
                        "postgres",
                        "jakarta.persistence.jdbc.password",
                        "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    abstract Map<String, String> properties();
}
