package org.easymodel.contract.scan.models;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story of each model on the tables that EclipseLink makes itself: it proves that the story is right. */
class OwnTablesTest {

    static Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void story_onTablesOfEclipseLink_comesToItsEnd(ScanModel model) throws SQLException {
        Pending.run(this, model, () -> tell(model));
    }

    private static void tell(ScanModel model) throws SQLException {
        try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model);
                EntityManagerFactory factory = ModelUnit.of(model).openCreating(database)) {
            ModelTables.keepTheirs(model, database);
            database.run(model.mends());
            Story.run(model, database, factory);
        }
    }
}
