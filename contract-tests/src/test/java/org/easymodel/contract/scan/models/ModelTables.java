package org.easymodel.contract.scan.models;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.easymodel.contract.repository.Database;

/** The tables of a model in H2: those that EclipseLink makes, and those that our changelog creates. */
final class ModelTables {

    private ModelTables() {}

    static SchemaFacts ofEclipseLink(ScanModel model) throws SQLException {
        try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model);
                EntityManagerFactory factory = ModelUnit.of(model).openCreating(database)) {
            factory.getMetamodel();
            return SchemaFacts.of(database);
        }
    }

    static SchemaFacts ours(ScanModel model) throws SQLException {
        try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model)) {
            ModelChangelog.of(model).apply(database);
            return SchemaFacts.of(database);
        }
    }
}
