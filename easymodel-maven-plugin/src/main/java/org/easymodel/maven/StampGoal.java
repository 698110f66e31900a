package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;

/** Tells the history of the database that it is at a revision, and runs nothing. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class StampGoal extends DatabaseGoal {

    /** The revision that the database is at; {@code heads}; {@code base} for none. */
    @Parameter(property = "to")
    private String to;

    /** Made by Maven. */
    public StampGoal() {}

    @Override
    void work(MigrationManager migrations, boolean connected) {
        if (to == null || to.isBlank()) {
            throw CommandProblems.noStamp();
        }
        MigrationOutcome outcome = migrations.stamp(to);
        report(outcome.text(), outcome.json());
    }
}
