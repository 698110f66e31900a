package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.easymodel.failure.EasyModelException;
import org.easymodel.schema.SchemaModel;

/**
 * Reads the schema of the model, and what explains it, out of the project's classes. They are loaded apart from Maven and from this plugin, so
 * nothing but text comes out.
 */
final class ModelReader {

    static final String SCANNER = "org.easymodel.eclipselink.scan.SchemaScan";

    private ModelReader() {}

    /** A question to the scanner, and what its failure means. */
    private record Question(
            String method, Class<?>[] types, Object[] arguments, Function<Throwable, EasyModelException> failure) {}

    static SchemaModel read(ProjectClassPath classPath, Path classes, String unit) {
        return SchemaModel.parse(ask(
                classPath,
                classes,
                new Question(
                        "scan",
                        new Class<?>[] {String.class, Map.class},
                        new Object[] {unit, Map.of()},
                        Problems::scan)));
    }

    /** What the scanner says of an entity, or of all of them if the name is empty. */
    static String explain(ProjectClassPath classPath, Path classes, String unit, String entity) {
        return ask(
                classPath,
                classes,
                new Question(
                        "explain",
                        new Class<?>[] {String.class, String.class, Map.class},
                        new Object[] {unit, entity, Map.of()},
                        Problems::notExplained));
    }

    private static String ask(ProjectClassPath classPath, Path classes, Question question) {
        if (!Files.isDirectory(classes)) {
            throw Problems.notCompiled(classes);
        }
        try (URLClassLoader loader = classPath.open();
                ContextLoader ours = new ContextLoader(loader)) {
            return ask(loader, question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(URLClassLoader loader, Question question) {
        try {
            return (String) Class.forName(SCANNER, true, loader)
                    .getMethod(question.method(), question.types())
                    .invoke(null, question.arguments());
        } catch (InvocationTargetException e) {
            throw question.failure().apply(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Problems.noScanner(e);
        }
    }
}
