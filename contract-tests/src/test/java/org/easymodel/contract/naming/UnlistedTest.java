package org.easymodel.contract.naming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.archive.UnlistedEntities;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entity that lies beside a unit, but is not listed in it. */
class UnlistedTest {

    @TempDir
    private Path directory;

    @Entity(name = "Listed")
    static class Listed {
        @Id
        Long id;
    }

    @Entity(name = "Forgotten")
    static class Forgotten {
        @Id
        Long id;
    }

    @Test
    void entity_thatTheUnitDoesNotList_isFound() throws IOException {
        UnitPath path = UnitPath.of(directory, UnitXml.of("shop", List.of(Listed.class)));
        for (Class<?> type : List.of(Listed.class, Forgotten.class)) {
            Path file = directory.resolve(type.getName().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            try (InputStream in = type.getResourceAsStream(file.getFileName().toString())) {
                Files.write(file, in.readAllBytes());
            }
        }

        List<String> unlisted = path.call(() -> {
            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                    "shop",
                    Map.of("eclipselink.validation-only", "true", "eclipselink.target-database", "PostgreSQL"))) {
                return UnlistedEntities.unlisted(factory.unwrap(DatabaseSession.class));
            }
        });

        assertThat(unlisted).containsExactly("org.easymodel.contract.naming.UnlistedTest$Forgotten");
    }
}
