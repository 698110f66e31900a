package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;

/** Applies the revisions that the database does not have yet. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class UpgradeGoal extends DatabaseGoal {

    /** The revision that is the newest afterwards; {@code +1} for one more than now; {@code heads} for all. */
    @Parameter(property = "to", defaultValue = "heads")
    private String to;

    /** Made by Maven. */
    public UpgradeGoal() {}

    @Override
    void work(MigrationManager migrations, boolean connected) {
        MigrationOutcome outcome = migrations.upgrade(to);
        report(outcome.text(), outcome.json());
    }
}
