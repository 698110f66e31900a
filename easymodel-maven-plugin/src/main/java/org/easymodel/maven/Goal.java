package org.easymodel.maven;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/** What all goals share: whose revisions, where they lie, and how failures are told. */
abstract class Goal extends AbstractMojo {

    /** The persistence unit; it can be left out if there is only one. */
    @Parameter(property = "unit", defaultValue = "")
    private String unit;

    /** The directory of the revisions; {@code src/main/resources/db/easymodel/<unit>} unless told. */
    @Parameter(property = "easymodel.revisions")
    private File revisions;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    private List<String> compileClassPath;

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    private List<String> runtimeClassPath;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<org.apache.maven.artifact.Artifact> pluginArtifacts;

    /** How the result is told: {@code text} for people, {@code json} for machines, as one document on standard output. */
    @Parameter(property = "format", defaultValue = "text")
    private String format;

    /** The file into which the result is written in that form, beside being told. */
    @Parameter(property = "output")
    private File output;

    /** Maven's own switch for colours: auto, always or never. */
    @Parameter(property = "style.color", defaultValue = "auto")
    private String styleColor;

    @Parameter(defaultValue = "${session.request.interactiveMode}", readonly = true)
    private boolean interactive;

    /** Leaves the goal out. */
    @Parameter(property = "easymodel.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("EasyModel is skipped.");
            return;
        }
        try {
            run();
        } catch (EasyModelException e) {
            throw Problems.failed(e);
        }
    }

    /** The work of the goal; what it throws of ours fails the build with its own text. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** The migrations of the model in the project's classes. */
    final MigrationManager migrationsOfModel() {
        return MigrationManager.of(model(), directory().toPath());
    }

    /** The model in the project's classes. */
    final SchemaModel model() {
        return ModelReader.read(classPath(), classes.toPath(), unitName());
    }

    /** What the scanner says of an entity, or of all of them if the name is empty. */
    final String explanation(String entity) {
        return ModelReader.explain(classPath(), classes.toPath(), unitName(), entity);
    }

    /** The migrations in the project's directory, for goals that need no model. */
    final MigrationManager migrations() {
        return MigrationManager.of(directory().toPath());
    }

    final ProjectClassPath classPath() {
        return ProjectClassPath.of(classes, compileClassPath, runtimeClassPath, pluginArtifacts);
    }

    /** Tells people; machines read nothing of it. */
    final void tell(String text) {
        if (!isForMachines()) {
            Colours colours = Colours.of(styleColor, interactive);
            text.lines().forEach(line -> getLog().info(colours.painted(line)));
        }
    }

    /** The result of the goal, in the form that was asked for. */
    final void report(String text, String json) {
        tell(text);
        if (output != null) {
            OutputFile.write(output.toPath(), isForMachines() ? json : text + "\n");
        } else if (isForMachines()) {
            System.out.print(json);
        }
    }

    private boolean isForMachines() {
        if (format == null || format.equals("text")) {
            return false;
        } else if (format.equals("json")) {
            return true;
        }
        throw CommandProblems.unknownFormat(format);
    }

    /** Tells what a person should know; it fails nothing. */
    final void warn(Collection<Problem> warnings) {
        if (isForMachines()) {
            return;
        }
        warnings.forEach(each -> each.toString().lines().forEach(line -> getLog().warn(line)));
    }

    private String unitName() {
        return unit == null ? "" : unit;
    }

    private File directory() {
        if (revisions != null) {
            return revisions;
        }
        File all = new File(basedir, "src/main/resources/db/easymodel");
        return unitName().isEmpty() ? UnitDirectory.only(all, classes) : new File(all, unitName());
    }
}
