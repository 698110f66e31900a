package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.SqlPreview;

/** Tells the SQL that leads from one revision to another, forwards or back. Needs no database. */
@Mojo(name = "sql", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class SqlGoal extends Goal {

    /** The database whose SQL it is: derby, h2 or postgresql. */
    @Parameter(property = "database")
    private String database;

    /** The revision from which it leads; {@code base} for an empty database. */
    @Parameter(property = "from", defaultValue = "base")
    private String from;

    /** The revision to which it leads; {@code heads}; {@code base} for all the way back. */
    @Parameter(property = "to", defaultValue = "heads")
    private String to;

    /** Made by Maven. */
    public SqlGoal() {}

    @Override
    void run() {
        if (database == null || database.isBlank()) {
            throw CommandProblems.noDatabase();
        }
        SqlPreview preview = migrations().sql(database, from == null ? "base" : from, to == null ? "heads" : to);
        report(preview.text(), preview.json());
    }
}
