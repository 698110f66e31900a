package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.easymodel.schema.SchemaModel;

/**
 * Reads the schema of the model out of the project's classes. They are loaded apart from Maven and from this plugin, so
 * nothing but the canonical text comes out.
 */
final class ModelReader {

    static final String SCANNER = "org.easymodel.eclipselink.scan.SchemaScan";

    private ModelReader() {}

    static SchemaModel read(ProjectClassPath classPath, Path classes, String unit) {
        if (!Files.isDirectory(classes)) {
            throw Problems.notCompiled(classes);
        }
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        try (URLClassLoader loader = classPath.open()) {
            thread.setContextClassLoader(loader);
            return SchemaModel.parse(scan(loader, unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private static String scan(URLClassLoader loader, String unit) {
        try {
            return (String) Class.forName(SCANNER, true, loader)
                    .getMethod("scan", String.class, Map.class)
                    .invoke(null, unit, Map.of());
        } catch (InvocationTargetException e) {
            throw Problems.scan(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Problems.noScanner(e);
        }
    }
}
