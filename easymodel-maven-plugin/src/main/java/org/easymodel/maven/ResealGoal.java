package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.ResealedRevision;

/** Accepts what a person edited in the changelog of a revision that is applied nowhere; looks into the database, if one is given. */
@Mojo(name = "reseal", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class ResealGoal extends DatabaseGoal {

    /** The revision: its number, its folder, or the beginning of its id. */
    @Parameter(property = "revision")
    private String revision;

    /** Made by Maven. */
    public ResealGoal() {}

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void work(MigrationManager migrations, boolean connected) {
        if (revision == null || revision.isBlank()) {
            throw CommandProblems.noRevision();
        }
        ResealedRevision resealed = migrations.reseal(revision);
        report(resealed.text(), resealed.json());
    }
}
