package org.easymodel.contract.naming;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/** The unit of the package {@code billing} under one naming strategy, on an H2 database. */
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
        return open(database, strategy, "create-tables");
    }

    /** Opens it on the tables that our own revision makes. */
    static Billing openOnRevision(String database, String strategy, Path revisions) {
        SchemaModel schema =
                UnitPath.of(UNITS).call(() -> SchemaScan.schema("naming", Map.of("easymodel.naming", strategy)));
        MigrationManager manager =
                MigrationManager.of(schema, revisions).withConnections(ConnectionSource.of(url(database), null, null));
        manager.revision("Create all");
        manager.upgrade();
        return open(database, strategy, "none");
    }

    private static String url(String database) {
        return "jdbc:h2:mem:naming_" + database + ";DB_CLOSE_DELAY=-1";
    }

    private static Billing open(String database, String strategy, String generation) {
        String url = url(database);
        Map<String, String> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("eclipselink.ddl-generation", generation);
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
