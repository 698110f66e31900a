package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;

/** Takes revisions back, unless that would lose rows or values. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class DowngradeGoal extends DatabaseGoal {

    /** The revision that is the newest afterwards; {@code -1} for one less than now; {@code base} for none. */
    @Parameter(property = "to")
    private String to;

    /** Goes back even if rows or values are lost. */
    @Parameter(property = "acceptLoss", defaultValue = "false")
    private boolean acceptLoss;

    /** Made by Maven. */
    public DowngradeGoal() {}

    @Override
    void work(MigrationManager migrations, boolean connected) {
        if (to == null || to.isBlank()) {
            throw Problems.noTarget();
        }
        MigrationOutcome outcome = acceptLoss ? migrations.downgradeAcceptingLoss(to) : migrations.downgrade(to);
        report(outcome.text(), outcome.json());
    }
}
