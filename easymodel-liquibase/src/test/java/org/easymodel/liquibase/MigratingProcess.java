package org.easymodel.liquibase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A Java process that upgrades a database, tells of each step, and can be killed. */
final class MigratingProcess implements AutoCloseable {

    private static final String DONE = "done ";
    private static final String HISTORY = "history ";

    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private MigratingProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one. */
    static MigratingProcess start(String url, Path revisions) {
        return start(url, revisions, 0);
    }

    /** Starts one that stops for ever when it has made a change set and is about to write its row. */
    static MigratingProcess startStoppingBeforeRow(String url, Path revisions, int row) {
        return start(url, revisions, row);
    }

    private static MigratingProcess start(String url, Path revisions, int row) {
        try {
            return new MigratingProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dderby.stream.error.file=target/derby-child.log",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigratingProcess.class.getName(),
                            url,
                            revisions.toString(),
                            String.valueOf(row))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said such a line. */
    void await(Predicate<String> line) {
        try {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                said.add(next);
                if (line.test(next)) {
                    return;
                }
            }
            throw new IllegalStateException("It ended with " + process.waitFor() + " and said " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a step; false if it is done before it comes there. */
    boolean awaitStep(int step) {
        await(line -> line.equals("step " + step) || line.startsWith(DONE));
        return !said.get(said.size() - 1).startsWith(DONE);
    }

    void awaitRow(int row) {
        await(line -> line.equals(HISTORY + row));
    }

    /** Waits for its end; the number of steps it did. */
    int steps() {
        await(line -> line.startsWith(DONE));
        return Integer.parseInt(said.get(said.size() - 1).substring(DONE.length()));
    }

    /** Ends it with signal 9 and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("It does not die");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** The process itself. */
    public static void main(String[] arguments) throws InterruptedException {
        int row = Integer.parseInt(arguments[2]);
        AtomicInteger rows = new AtomicInteger();
        ConnectionSource plain = ConnectionSource.of(arguments[0], null, null);
        ConnectionSource source = row == 0
                ? plain
                : () -> watched(plain.open(), sql -> {
                    if (sql.matches("(?is)INSERT INTO (\\w+\\.)?DATABASECHANGELOG .*")
                            && rows.incrementAndGet() == row) {
                        say(HISTORY + row);
                        stop();
                    }
                });
        MigrationOutcome outcome = MigrationManager.of(Path.of(arguments[1]))
                .withConnections(source)
                .withLockWait(Duration.ofMinutes(2))
                .withProgress((number, of, step) -> say("step " + number))
                .upgrade();
        say(DONE + outcome.steps());
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void stop() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hears SQL before it runs. */
    private interface Ear {
        void hear(String sql);
    }

    private static Connection watched(Connection connection, Ear ear) {
        return proxy(Connection.class, connection, ear);
    }

    private static <T> T proxy(Class<T> type, Object target, Ear ear) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                        ear.hear(sql);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Statement && method.getReturnType() == Statement.class
                                ? proxy(Statement.class, result, ear)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
