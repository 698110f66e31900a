package org.easymodel.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.AdoptedSchema;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.migrate.ChangelogFormat;

/**
 * Takes a database that has tables of its own under revisions: what it has of the model becomes the first revision, and the
 * database is noted to have it. Nothing else is changed in it.
 */
@Mojo(
        name = "adopt",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class AdoptGoal extends DatabaseGoal {

    /** What the first revision is, in a few words. */
    @Parameter(property = "message", defaultValue = "What the database had")
    private String message;

    /** The language of its changelog: yaml, xml, json or sql. */
    @Parameter(property = "changelog", defaultValue = "yaml")
    private String changelog;

    /** Made by Maven. */
    public AdoptGoal() {}

    @Override
    MigrationManager base() {
        return migrationsOfModel().withFormat(ChangelogFormat.of(changelog == null ? "yaml" : changelog));
    }

    @Override
    void work(MigrationManager migrations, boolean connected) {
        AdoptedSchema adopted = migrations.adopt(message);
        report(adopted.text(), adopted.json());
    }
}
