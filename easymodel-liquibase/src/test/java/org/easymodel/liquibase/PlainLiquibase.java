package org.easymodel.liquibase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.easymodel.liquibase.plain.PlainUpdate;
import org.easymodel.schema.SchemaModel;

/** A version of Liquibase without anything of ours, in a class loader that sees nothing else. */
enum PlainLiquibase {
    V4("4.33.0"),
    V5("5.0.1");

    private final ClassLoader loader;
    private final ClassLoader besideUs;

    PlainLiquibase(String version) {
        Path directory = Path.of("target/liquibase-" + version);
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> jars = Files.list(directory)) {
            for (Path jar : jars.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("mvn generate-test-resources fetches it", e);
        }
        urls.add(PlainUpdate.class.getProtectionDomain().getCodeSource().getLocation());
        loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Stream.of(MigrationManager.class, SchemaModel.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .forEach(urls::add);
        besideUs = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Runs {@code update} where this library is on the class path, too. */
    void updateBesideUs(TestDatabase database, Path root) {
        start(besideUs, "update", database, root).join();
    }

    /** Runs {@code update} and waits for it. */
    void update(TestDatabase database, Path root) {
        start("update", database, root).join();
    }

    /** Begins a command on a thread of its own. */
    CompletableFuture<Void> start(String command, TestDatabase database, Path root) {
        return start(loader, command, database, root);
    }

    private static CompletableFuture<Void> start(ClassLoader loader, String command, TestDatabase database, Path root) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try (Connection connection = database.source().open()) {
                loader.loadClass(PlainUpdate.class.getName())
                        .getMethod("run", String.class, Connection.class, Path.class, String.class)
                        .invoke(null, command, connection, root, "db/easymodel/shop/root.yaml");
                done.complete(null);
            } catch (InvocationTargetException e) {
                done.completeExceptionally(e.getCause());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        return done;
    }
}
