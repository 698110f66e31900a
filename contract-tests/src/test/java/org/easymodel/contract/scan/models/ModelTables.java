package org.easymodel.contract.scan.models;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.contract.repository.Database;

/**
 * The tables of each model in H2: those that EclipseLink makes, and those that our changelog creates. What one test has
 * made, another need not make again.
 */
final class ModelTables {

    private static final Map<String, SchemaFacts> THEIRS = new ConcurrentHashMap<>();
    private static final Map<String, SchemaFacts> OURS = new ConcurrentHashMap<>();

    private ModelTables() {}

    static void keepTheirs(ScanModel model, ModelDatabase database) throws SQLException {
        THEIRS.put(model.name(), SchemaFacts.of(database));
    }

    static void keepOurs(ScanModel model, ModelDatabase database) throws SQLException {
        OURS.put(model.name(), SchemaFacts.of(database));
    }

    /** The tables that EclipseLink makes. */
    static SchemaFacts theirs(ScanModel model) throws SQLException {
        if (!THEIRS.containsKey(model.name())) {
            try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model);
                    EntityManagerFactory factory = ModelUnit.of(model).openCreating(database)) {
                factory.getMetamodel();
                keepTheirs(model, database);
            }
        }
        return THEIRS.get(model.name());
    }

    /** The tables that our changelog creates. */
    static SchemaFacts ours(ScanModel model) throws SQLException {
        if (!OURS.containsKey(model.name())) {
            ModelChangelog changelog = ModelChangelog.of(model);
            try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model)) {
                changelog.apply(database);
                keepOurs(model, database);
            }
        }
        return OURS.get(model.name());
    }
}
