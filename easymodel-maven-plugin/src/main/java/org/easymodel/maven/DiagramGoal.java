package org.easymodel.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.easymodel.diagram.ModelDiagram;

/** Writes a diagram of the model, or of a part of it, for Mermaid, Markdown, PlantUML or DBML. Needs no database. */
@Mojo(
        name = "diagram",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class DiagramGoal extends Goal {

    /** The file; its ending tells the language: .mmd, .md, .puml or .dbml. */
    @Parameter(property = "file", defaultValue = "${project.build.directory}/model.mmd")
    private File file;

    /** The entities, or tables, that the diagram shows, separated by commas; all, if neither these nor around are given. */
    @Parameter(property = "entities")
    private List<String> entities;

    /** The entity, or table, whose neighbourhood the diagram shows. */
    @Parameter(property = "around")
    private String around;

    /** How many relationships to follow from there. */
    @Parameter(property = "distance", defaultValue = "1")
    private int distance;

    /** The title. */
    @Parameter(property = "title", defaultValue = "Model")
    private String title;

    /** Made by Maven. */
    public DiagramGoal() {}

    @Override
    void run() {
        ModelDiagram diagram = ModelDiagram.of(model()).withTitle(title);
        if (entities != null && !entities.isEmpty()) {
            diagram = diagram.only(entities.stream().map(String::strip).toList());
        }
        if (around != null && !around.isBlank()) {
            diagram = diagram.around(around.strip(), distance);
        }
        tell("Wrote " + diagram.writeTo(file.toPath()));
    }
}
