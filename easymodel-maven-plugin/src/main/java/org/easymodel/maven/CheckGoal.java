package org.easymodel.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.RevisionCheck;

/**
 * Fails the build if the model has changed without a revision, or the revisions themselves are not sound. Needs no
 * database; with one, also if it lacks a revision, or is not as the revisions have it.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckGoal extends DatabaseGoal {

    /** Made by Maven. */
    public CheckGoal() {}

    @Override
    MigrationManager base() {
        return migrationsOfModel();
    }

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(MigrationManager migrations, boolean connected) {
        RevisionCheck check = connected ? migrations.checkDatabase() : migrations.check();
        if (!check.isSound()) {
            report("", check.json());
        }
        check.requireSound();
        report(check.text(), check.json());
    }
}
