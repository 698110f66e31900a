package org.easymodel.cdi;

import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * An application on Weld SE. Its class path has one more root, a directory of {@code src/test/resources/units} with a {@code
 * META-INF/persistence.xml}.
 */
final class Application implements AutoCloseable {

    private static final TypeLiteral<EasyRepository<Note>> NOTES = new TypeLiteral<>() {};

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;
    private final WeldContainer container;

    private Application(Weld weld, String root) {
        loader = new URLClassLoader(new URL[] {url(root)}, before);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            container = weld.initialize();
        } catch (RuntimeException e) {
            closeLoader();
            throw e;
        }
    }

    /** With the beans of this module, which are discovered, and some more. */
    static Application start(String root, Class<?>... beans) {
        return start(new Weld().addBeanClasses(beans), root);
    }

    static Application start(Weld weld, String root) {
        return new Application(weld, root);
    }

    private static URL url(String root) {
        try {
            return Path.of("target", "test-classes", "units", root).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** As an injection point without a qualifier. */
    EasyRepository<Note> notes() {
        return container.select(NOTES).get();
    }

    /** As an injection point with that unit. */
    EasyRepository<Note> notes(String unit) {
        return container.select(NOTES, Unit.Literal.of(unit)).get();
    }

    WeldContainer container() {
        return container;
    }

    /** What a stage gives; long waiting is a failure. */
    static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            if (container.isRunning()) {
                container.shutdown();
            }
        } finally {
            closeLoader();
        }
    }

    private void closeLoader() {
        Thread.currentThread().setContextClassLoader(before);
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
