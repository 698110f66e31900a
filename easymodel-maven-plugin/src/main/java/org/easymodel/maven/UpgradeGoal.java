package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;

/** Applies the revisions that a database does not have yet. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class UpgradeGoal extends DatabaseGoal {

    /** The last revision to apply, by number or beginning of its id. */
    @Parameter(property = "to", defaultValue = "heads")
    private String to;

    /** Made by Maven. */
    public UpgradeGoal() {}

    @Override
    MigrationOutcome migrate(MigrationManager migrations) {
        return migrations.upgrade(to);
    }
}
