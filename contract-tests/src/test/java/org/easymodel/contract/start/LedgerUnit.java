package org.easymodel.contract.start;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.easymodel.contract.start.second.Account;
import org.easymodel.contract.start.second.Booking;
import org.easymodel.contract.start.third.Note;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/**
 * The unit "ledger" in one of its versions, with a directory of its own as its part of the class path.
 *
 * @param root the directory
 * @param classes its entities
 * @param database the properties of its database
 */
record LedgerUnit(Path root, List<Class<?>> classes, Map<String, String> database) {

    static final String NAME = "ledger";

    static LedgerUnit first(Path root, Map<String, String> database) {
        return new LedgerUnit(root, List.of(org.easymodel.contract.start.first.Account.class), database);
    }

    static LedgerUnit second(Path root, Map<String, String> database) {
        return new LedgerUnit(root, List.of(Account.class, Booking.class), database);
    }

    static LedgerUnit third(Path root, Map<String, String> database) {
        return new LedgerUnit(root, List.of(org.easymodel.contract.start.first.Account.class, Note.class), database);
    }

    private UnitPath path() {
        return UnitPath.of(root, UnitXml.of(NAME, classes));
    }

    SchemaModel schema() {
        return path().call(() -> SchemaScan.schema(NAME, Map.of()));
    }

    /** The migrations of this version, whose revisions are on its class path. */
    MigrationManager migrations() {
        return MigrationManager.of(schema(), root.resolve("db/easymodel/" + NAME))
                .withConnections(source());
    }

    ConnectionSource source() {
        return ConnectionSource.of(
                database.get("jakarta.persistence.jdbc.url"),
                database.get("jakarta.persistence.jdbc.user"),
                database.get("jakarta.persistence.jdbc.password"));
    }

    /** Starts it, works with it and ends it. */
    void start(String mode, Consumer<EntityManager> work) {
        start(Map.of("easymodel.migrate", mode), work);
    }

    void start(Map<String, ?> settings, Consumer<EntityManager> work) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.put("eclipselink.session-name", NAME + System.identityHashCode(properties));
        properties.putAll(settings);
        path().call(() -> {
            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(NAME, properties);
                    EntityManager em = factory.createEntityManager()) {
                em.getTransaction().begin();
                work.accept(em);
                em.getTransaction().commit();
            }
            return null;
        });
    }
}
