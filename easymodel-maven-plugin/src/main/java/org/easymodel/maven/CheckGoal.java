package org.easymodel.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.RevisionCheck;

/**
 * Fails the build if the model has changed without a revision, or the revisions themselves are not sound. Needs no
 * database.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckGoal extends Goal {

    /** Made by Maven. */
    public CheckGoal() {}

    @Override
    void run() {
        RevisionCheck check = migrationsOfModel().check();
        check.requireSound();
        tell(check.text());
    }
}
