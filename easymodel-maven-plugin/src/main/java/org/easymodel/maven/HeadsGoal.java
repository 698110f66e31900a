package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.liquibase.RevisionList;

/** Tells the newest revisions: one, unless two branches met. Needs no database. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class HeadsGoal extends Goal {

    /** Made by Maven. */
    public HeadsGoal() {}

    @Override
    void run() {
        RevisionList heads = migrations().heads();
        report(heads.text(), heads.json());
    }
}
