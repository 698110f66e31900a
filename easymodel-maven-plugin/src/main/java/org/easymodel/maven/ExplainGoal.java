package org.easymodel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tells what the scanner found of an entity, and why its tables look so. Needs no database.
 *
 * <p>{@code mvn compile easymodel:explain -Dentity=User}
 */
@Mojo(name = "explain", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class ExplainGoal extends Goal {

    /** The name of the entity; all of them unless told. */
    @Parameter(property = "entity", defaultValue = "")
    private String entity;

    /** Made by Maven. */
    public ExplainGoal() {}

    @Override
    void run() {
        tell(explanation(entity == null ? "" : entity));
    }
}
