package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The story of each model on the tables that its changelog creates; EclipseLink makes none. On H2 the changelog is taken
 * back in the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangelogContract {

    abstract Database database();

    /** The models that are told on this database. */
    abstract Stream<Named<ScanModel>> models();

    @ParameterizedTest
    @MethodSource("models")
    void story_onTablesOfTheChangelog_comesToItsEnd(ScanModel model) throws SQLException {
        Pending.run(this, model, () -> tell(model));
    }

    private void tell(ScanModel model) throws SQLException {
        ModelChangelog changelog = ModelChangelog.of(model);
        try (ModelDatabase database = ModelDatabase.fresh(database(), model)) {
            changelog.apply(database);
            if (database() == Database.H2) {
                ModelTables.keepOurs(model, database);
            }
            try (EntityManagerFactory factory = ModelUnit.of(model).open(database)) {
                Story.run(model, database, factory);
            }
            if (database() == Database.H2) {
                changelog.takeBack(database);
                assertThat(database.tables())
                        .as("tables after everything was taken back")
                        .isEmpty();
            }
        }
    }
}
