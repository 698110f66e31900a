package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/** The first revision of each model, scanned and written once. */
final class ModelChangelog {

    private static final Map<String, ModelChangelog> WRITTEN = new ConcurrentHashMap<>();

    private final SchemaModel schema;
    private final Path revisions;

    private ModelChangelog(ScanModel model) {
        this.schema = ScannedModel.of(model).schema();
        try {
            this.revisions = Files.createTempDirectory(Files.createDirectories(Path.of("target/models")), "revisions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MigrationManager.of(schema, revisions).revision("Create " + model.name());
    }

    static ModelChangelog of(ScanModel model) {
        return WRITTEN.computeIfAbsent(model.name(), name -> new ModelChangelog(model));
    }

    /** Creates the schema of the model; what the database has then is what the revision says, without any noise. */
    void apply(ModelDatabase database) {
        MigrationManager migrations = MigrationManager.of(schema, revisions).withConnections(database::connect);
        migrations.upgrade();
        assertThat(migrations.drift().differences()).isEmpty();
    }

    /** Takes everything back that {@link #apply} created. */
    void takeBack(ModelDatabase database) {
        MigrationManager.of(schema, revisions)
                .withConnections(database::connect)
                .downgradeAcceptingLoss("base");
    }
}
