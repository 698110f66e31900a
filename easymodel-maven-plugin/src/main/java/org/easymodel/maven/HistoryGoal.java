package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationHistory;
import org.easymodel.liquibase.MigrationManager;

/** Tells all revisions; with a database also which of them it has, and who applied them or took them back, when, where and how long that
 * took. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class HistoryGoal extends DatabaseGoal {

    /** Whether the result is written in the form of async-easy-model's {@code migration_history.json}. */
    @Parameter(property = "historyFile", defaultValue = "false")
    private boolean historyFile;

    /** Made by Maven. */
    public HistoryGoal() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(MigrationManager migrations, boolean connected) {
        MigrationHistory history = migrations.history();
        report(history.text(), historyFile ? history.historyFile() : history.json());
    }
}
