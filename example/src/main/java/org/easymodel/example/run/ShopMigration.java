package org.easymodel.example.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.DetectedChanges;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;
import org.easymodel.liquibase.RevisionList;
import org.easymodel.liquibase.WrittenRevision;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;

/** From the entity classes to a reviewed changelog to a database that has it, and back. */
final class ShopMigration {

    private static final String RENAMED_PHONE = "USER.PHONE=PHONE_NUMBER";

    private final RunDirectory directory;
    private final ShopDatabase database;
    private final Terminal terminal;
    private final SchemaModel model;
    private final MigrationManager migrations;

    ShopMigration(RunDirectory directory, ShopDatabase database, Terminal terminal) {
        this.directory = directory;
        this.database = database;
        this.terminal = terminal;
        this.model = SchemaScan.schema("shop", database.unitProperties());
        this.migrations = MigrationManager.of(model, directory.revisions())
                .withConnections(database::connect)
                .withProgress((step, of, description) -> terminal.progress("upgrade", step, of));
    }

    /** Removes what an earlier run made: from a database server only the tables of its revisions, never anything else. */
    static void startOver(RunDirectory directory, ShopDatabase database) {
        if (!database.isEmbedded() && Files.isDirectory(directory.revisions())) {
            MigrationManager.of(directory.revisions())
                    .withConnections(database::connect)
                    .downgradeAcceptingLoss("base");
        }
        directory.clear();
    }

    /** Brings revisions and database to the model; whether anything had to be done. */
    boolean migrate() {
        boolean changed = !migrations.detectChanges().isEmpty();
        if (changed) {
            RevisionOptions options = renames();
            DetectedChanges changes = migrations.detectChanges(options);
            showModel();
            terminal.heading("Changes found in the model");
            terminal.block(changes.text());
            write(options);
            terminal.heading("Upgrade");
        }
        MigrationOutcome outcome = migrations.upgrade();
        if (!outcome.isEmpty()) {
            terminal.line(outcome.text());
        }
        return changed || !outcome.isEmpty();
    }

    /** The annotation RenamedFrom would do the same; here the name changes only in one variant of the model. */
    private RevisionOptions renames() {
        return database.withLoyalty() ? RevisionOptions.none().withRename(RENAMED_PHONE) : RevisionOptions.none();
    }

    private void showModel() {
        terminal.heading("The model");
        List<RelationshipNote> inferred = model.relationships().stream()
                .filter(RelationshipNote::inferred)
                .toList();
        terminal.line(
                "%d tables; %d relationships, %d of them inferred from foreign keys, such as",
                model.tables().size(), model.relationships().size(), inferred.size());
        inferred.stream()
                .filter(note ->
                        List.of("tags", "children", "profile", "reviews").contains(note.attribute()))
                .forEach(note -> terminal.line(
                        "  %-18s because %s", note.table().name().text() + "." + note.attribute(), note.because()));
    }

    private void write(RevisionOptions options) {
        String message = migrations.heads().isEmpty() ? "Create the shop" : "Add loyalty points";
        WrittenRevision written = migrations.revision(message, options);
        Path folder = written.folder().orElseThrow();
        terminal.heading("A revision for review");
        terminal.line("revision  %s", folder);
        terminal.line("changelog %s", folder.resolve("changelog.yaml"));
    }

    /** Takes the newest revision back; its folder is kept aside for reading. */
    void downgrade() {
        MigrationManager backwards =
                migrations.withProgress((step, of, description) -> terminal.progress("downgrade", step, of));
        RevisionList applied = backwards.current();
        if (applied.size() < 2) {
            terminal.heading("There is no revision to take back but the first.");
            return;
        }
        terminal.heading("Downgrade");
        ShopRows before = ShopRows.of(database);
        MigrationOutcome outcome = backwards.downgrade("-1");
        ShopRows after = ShopRows.of(database);
        terminal.line(outcome.text());
        terminal.line("before: %s", before.text());
        terminal.line("after:  %s", after.text());
        if (!after.equals(before)) {
            throw new IllegalStateException("The downgrade changed rows");
        }
        outcome.revisions().forEach(this::setAside);
    }

    private void setAside(Revision revision) {
        try {
            Files.createDirectories(directory.takenBack());
            Path target = directory.takenBack().resolve(revision.folder());
            if (Files.exists(target)) {
                new RunDirectory(target).clear();
            }
            Files.move(directory.revisions().resolve(revision.folder()), target);
            terminal.line("its folder is kept in %s", target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void draw() {
        Path diagram = ModelDiagram.of(model).withTitle("Shop").writeTo(directory.diagram());
        terminal.heading("The diagram, for Mermaid");
        terminal.line("%s", diagram);
    }

    void sayWhatNext() {
        terminal.heading(
                database.withLoyalty()
                        ? "Run it with -Dshop.args=downgrade to take the revision back."
                        : "Run it again: nothing changed. Run it with -Dshop.args=--with-loyalty: a second revision.");
    }
}
