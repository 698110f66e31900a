package org.easymodel.benchmark.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/**
 * Starts every contender in processes of their own, in rounds, on one PostgreSQL whose schema is up to date, and writes the
 * medians with their ratios.
 */
public final class StartBenchmark {

    private static final int ENTITIES = Integer.getInteger("entities", 500);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private StartBenchmark() {}

    /** Takes the directory to work in. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        empty(directory);
        MadeUpModel.compile(ENTITIES, directory);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {directory.toUri().toURL()}, StartBenchmark.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            String url = server.getJdbcUrl("postgres", "postgres");
            prepare(directory, url);
            Map<Start, List<Long>> times = new EnumMap<>(Start.class);
            for (int round = 0; round < ROUNDS; round++) {
                for (Start start : Start.values()) {
                    times.computeIfAbsent(start, each -> new ArrayList<>())
                            .add(run(StartRun.class, start.name(), url, directory));
                }
            }
            report(times);
            reportWork(work(server, directory));
        }
    }

    /** Every piece of work on a database of its own. */
    private static Map<Work, List<Long>> work(EmbeddedPostgres server, Path directory) throws Exception {
        Map<Work, List<Long>> times = new EnumMap<>(Work.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Work work : Work.values()) {
                String database = (work.name() + round).toLowerCase(Locale.ROOT);
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + database);
                }
                times.computeIfAbsent(work, each -> new ArrayList<>())
                        .add(run(WorkRun.class, work.name(), server.getJdbcUrl("postgres", database), directory));
            }
        }
        return times;
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void prepare(Path directory, String url) {
        long start = System.nanoTime();
        SchemaModel model = SchemaScan.schema(MadeUpModel.ECLIPSELINK, Map.of());
        start = told("scan", start);
        MigrationManager manager = MigrationManager.of(
                        model, directory.resolve("db/easymodel/" + MadeUpModel.ECLIPSELINK))
                .withConnections(ConnectionSource.of(url, "postgres", "postgres"));
        manager.revision("Create everything");
        start = told("revision", start);
        manager.check().requireSound();
        start = told("check", start);
        int steps = manager.upgrade().steps();
        start = told("upgrade of " + steps + " steps", start);
        manager.upgrade();
        told("upgrade with nothing to do", start);
    }

    private static long told(String what, long start) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "%-28s %6d ms%n", what, (now - start) / 1_000_000);
        return now;
    }

    private static long run(Class<?> type, String what, String url, Path directory)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        directory + File.pathSeparator + System.getProperty("java.class.path"),
                        type.getName(),
                        what,
                        url,
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = out.lines().toList();
        }
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IllegalStateException(what + " failed: " + String.join("\n", lines));
        }
        return Long.parseLong(lines.get(lines.size() - 1).substring("ms ".length()));
    }

    private static void report(Map<Start, List<Long>> times) {
        long base = median(times.get(Start.EASYMODEL_OFF));
        System.out.printf(Locale.ROOT, "%n%d entities, %d rounds%n", ENTITIES, ROUNDS);
        System.out.printf("%-20s %8s %8s %8s %18s%n", "", "median", "least", "ratio", "beyond EclipseLink");
        times.forEach((start, all) -> System.out.printf(
                Locale.ROOT,
                "%-20s %8d %8d %8.2f %18d%n",
                start,
                median(all),
                all.stream().min(Long::compare).orElseThrow(),
                (double) median(all) / base,
                median(all) - base));
    }

    private static void reportWork(Map<Work, List<Long>> times) {
        System.out.printf("%n%-20s %8s %8s %8s%n", "", "median", "least", "ratio");
        times.forEach((work, all) -> {
            Work peer = work == Work.UPGRADE || work == Work.LIQUIBASE_UPDATE ? Work.LIQUIBASE_UPDATE : Work.SCAN;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %8d %8d %8.2f of %s%n",
                    work,
                    median(all),
                    all.stream().min(Long::compare).orElseThrow(),
                    (double) median(all) / median(times.get(peer)),
                    peer);
        });
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
