package org.easymodel.maven;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.DetectedChanges;
import org.easymodel.liquibase.ExpandedRevision;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.WrittenRevision;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.Tactics;

/**
 * Writes what the model has changed as a new revision, to be reviewed and committed. Warnings are told and fail nothing.
 *
 * <p>{@code mvn compile easymodel:revision -Dmessage="Add subtitles"}
 */
@Mojo(
        name = "revision",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class RevisionGoal extends Goal {

    /** Why the schema changes, in a few words. */
    @Parameter(property = "message")
    private String message;

    /** What was renamed: {@code TABLE=NEW}, {@code TABLE.COLUMN=NEW}; several with commas between. */
    @Parameter(property = "rename")
    private List<String> rename;

    /** Values for rows that have none: {@code TABLE.COLUMN=value}; several with commas between. */
    @Parameter(property = "default")
    private List<String> defaults;

    /** Losses that are accepted: {@code EM102:TABLE.COLUMN}; several with commas between. */
    @Parameter(property = "accept")
    private List<String> accept;

    /**
     * SQL over rows, between what the revision adds and what it requires or drops; a form of {@code dataFile} for one
     * statement.
     */
    @Parameter(property = "data")
    private String data;

    /** A file with SQL over rows; {@code -- database: postgresql} and {@code -- back} in it part its statements. */
    @Parameter(property = "dataFile")
    private File dataFile;

    /** A class of the project that changes rows in Java, with its package: an {@code org.easymodel.migrate.JavaDataStep}. */
    @Parameter(property = "dataClass")
    private String dataClass;

    /** On PostgreSQL, builds indexes and keys and checks rows while others read and write. */
    @Parameter(property = "online", defaultValue = "false")
    private boolean online;

    /** Writes two revisions instead of one: what old code does not mind, and what new code does not need. */
    @Parameter(property = "expand", defaultValue = "false")
    private boolean expand;

    /** The language of its changelog: yaml, xml, json or sql. */
    @Parameter(property = "changelog", defaultValue = "yaml")
    private String changelog;

    /** Writes a revision that changes nothing yet, for steps that are written by hand; needs no model. */
    @Parameter(property = "empty", defaultValue = "false")
    private boolean empty;

    /** Made by Maven. */
    public RevisionGoal() {}

    @Override
    void run() {
        if (message == null || message.isBlank()) {
            throw Problems.noMessage();
        }
        ChangelogFormat language = ChangelogFormat.of(changelog == null ? "yaml" : changelog);
        if (empty) {
            WrittenRevision written = migrations().withFormat(language).emptyRevision(message);
            report(written.summary(), written.json());
            return;
        }
        MigrationManager migrations = migrationsOfModel().withFormat(language);
        RevisionOptions options = new RevisionOptions(
                orNone(rename), orNone(defaults), orNone(accept), data(), online ? Tactics.ONLINE : Tactics.PLAIN);
        if (expand) {
            ExpandedRevision written = migrations.expand(message, options);
            warn(written.contract().warnings());
            report(written.summary(), written.json());
            return;
        }
        DetectedChanges changes = migrations.detectChanges(options);
        warn(changes.warnings());
        if (!changes.problems().isEmpty()) {
            report(org.easymodel.migrate.RatedChange.table(changes.changes()), changes.json());
        }
        WrittenRevision written = migrations.revision(message, options);
        report(written.summary(), written.json());
    }

    private List<DataStep> data() {
        Stream<String> texts = Stream.concat(
                Stream.ofNullable(data),
                Stream.ofNullable(dataFile).map(File::toPath).map(InputFile::read));
        return Stream.concat(
                        texts.map(DataStep::of), Stream.ofNullable(dataClass).map(DataStep::ofClass))
                .toList();
    }

    private static List<String> orNone(List<String> values) {
        return values == null ? List.of() : values;
    }
}
