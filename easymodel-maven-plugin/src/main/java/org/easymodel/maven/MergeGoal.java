package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.WrittenRevision;
import org.easymodel.migrate.ChangelogFormat;

/** Writes a revision that joins the newest ones of several branches. Needs no database and no model. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class MergeGoal extends Goal {

    /** Why, in a few words; the usual ones unless told. */
    @Parameter(property = "message", defaultValue = "")
    private String message;

    /** The language of its changelog: yaml, xml, json or sql. */
    @Parameter(property = "changelog", defaultValue = "yaml")
    private String changelog;

    /** Made by Maven. */
    public MergeGoal() {}

    @Override
    void run() {
        WrittenRevision written = migrations()
                .withFormat(ChangelogFormat.of(changelog == null ? "yaml" : changelog))
                .merge(message == null ? "" : message);
        report(
                written.folder().isPresent() ? written.summary() : "Nothing to merge: there is one newest revision.",
                written.json());
    }
}
