package org.easymodel.contract.naming;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.easymodel.contract.naming.billing.*;
import org.easymodel.contract.units.UnitPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("woven")
class NamingTest {

    private static final Path UNITS = Path.of("src/test/units/traps");

    static EntityManagerFactory open(String strategy, String url) {
        Map<String, String> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.session-name", "naming-" + url);
        if (!strategy.isEmpty()) {
            properties.put("easymodel.naming", strategy);
        }
        return UnitPath.of(UNITS).call(() -> Persistence.createEntityManagerFactory("naming", properties));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "snake", "snake-plural", "package-prefix"})
    void names(String strategy) {
        String url = "jdbc:h2:mem:naming_" + strategy + ";DB_CLOSE_DELAY=-1";
        try (EntityManagerFactory factory = open(strategy, url)) {
            factory.createEntityManager().close();
            System.err.println("=== " + strategy + "\n" + Schemas.h2(url));
        }
    }
}
