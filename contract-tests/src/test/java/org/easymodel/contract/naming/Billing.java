package org.easymodel.contract.naming;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;

/** The unit of the package {@code billing} under one naming strategy, on an H2 database that EclipseLink made. */
final class Billing implements AutoCloseable {

    private static final Path UNITS = Path.of("src/test/units/traps");

    final String url;
    final EntityManagerFactory factory;

    private Billing(String url, EntityManagerFactory factory) {
        this.url = url;
        this.factory = factory;
    }

    /** Opens it; an empty strategy is no setting. */
    static Billing open(String database, String strategy) {
        String url = "jdbc:h2:mem:naming_" + database + ";DB_CLOSE_DELAY=-1";
        Map<String, String> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.session-name", "naming-" + database);
        if (!strategy.isEmpty()) {
            properties.put("easymodel.naming", strategy);
        }
        return UnitPath.of(UNITS).call(() -> {
            EntityManagerFactory factory = Persistence.createEntityManagerFactory("naming", properties);
            factory.createEntityManager().close();
            return new Billing(url, factory);
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
