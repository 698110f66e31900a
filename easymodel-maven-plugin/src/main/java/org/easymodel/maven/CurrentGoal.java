package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.RevisionList;

/** Tells which revisions the database has. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class CurrentGoal extends DatabaseGoal {

    /** Made by Maven. */
    public CurrentGoal() {}

    @Override
    void work(MigrationManager migrations, boolean connected) {
        RevisionList current = migrations.current();
        report(current.text(), current.json());
    }
}
