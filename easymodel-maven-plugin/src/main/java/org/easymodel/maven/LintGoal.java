package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.LintReport;
import org.easymodel.liquibase.MigrationManager;

/** Looks over model and revisions for what a reviewer should know. Fails nothing, and needs no database. */
@Mojo(name = "lint", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class LintGoal extends Goal {

    /** Only steps of revisions after that one; {@code base} for all. */
    @Parameter(property = "since", defaultValue = "base")
    private String since;

    /** Made by Maven. */
    public LintGoal() {}

    @Override
    void run() {
        MigrationManager migrations = migrationsOfModel();
        try (URLClassLoader project = classPath().open();
                ContextLoader classes = new ContextLoader(project)) {
            LintReport report = migrations.lint(since == null ? "base" : since);
            report(report.text(), report.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
