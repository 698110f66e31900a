package org.easymodel.contract.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.easymodel.EasyRepositories;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.model.DefaultValue;

/** A process of its own with little memory, that reads or writes many rows. */
final class SmallMemory {

    static final int ROWS = 1_000_000;

    @Entity(name = "Sample")
    public static class Sample {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SampleSequence")
        @SequenceGenerator(name = "SampleSequence", sequenceName = "SAMPLE_SEQ", allocationSize = 1000)
        private Long id;

        @Version
        private int version;

        @Column(nullable = false)
        private long number;

        @Column(length = 40)
        private String name;

        @DefaultValue("7")
        private Integer given;
    }

    private SmallMemory() {}

    /** With a database that is empty. */
    static EasyRepositories create(String url) {
        return on(url).createAll().open();
    }

    static EasyRepositories open(String url) {
        return on(url).open();
    }

    private static RepositoriesBuilder on(String url) {
        return EasyRepositories.builder()
                .url(url)
                .user("postgres")
                .password("postgres")
                .entities(Sample.class);
    }

    /** Prints how many rows there were, and what their numbers add up to. */
    public static void main(String[] arguments) throws Exception {
        boolean load = arguments[0].equals("load");
        try (EasyRepositories easy = load ? create(arguments[1]) : open(arguments[1])) {
            if (load) {
                long count = easy.blocking(Sample.class)
                        .bulkLoad(LongStream.range(0, ROWS).mapToObj(i -> Map.of("number", i, "name", "row " + i)));
                System.out.println(count);
            } else {
                Sum sum = new Sum();
                easy.repository(Sample.class)
                        .select()
                        .withoutRelated()
                        .publish()
                        .subscribe(sum);
                sum.end.get(5, TimeUnit.MINUTES);
                System.out.println(sum.count + " " + sum.total);
            }
        }
    }

    /** Asks for some rows at a time, which must come in their order. */
    private static final class Sum implements Flow.Subscriber<Sample> {

        private static final int STEP = 5000;

        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private long count;
        private long total;
        private long last = -1;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(STEP);
        }

        @Override
        public void onNext(Sample row) {
            if (row.number <= last) {
                subscription.cancel();
                end.completeExceptionally(new IllegalStateException("out of order"));
            }
            last = row.number;
            total += row.number;
            if (++count % STEP == 0) {
                subscription.request(STEP);
            }
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }

    /** Runs {@link #main} in a process with so many megabytes, and gives what it prints. */
    static List<String> run(int megabytes, String work, String url, Path directory)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Path messages = directory.resolve("messages.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path")
                                + (System.getProperty("surefire.test.class.path") == null
                                        ? ""
                                        : File.pathSeparator + System.getProperty("surefire.test.class.path")),
                        SmallMemory.class.getName(),
                        work,
                        url)
                .redirectError(messages.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the process does not end: " + Files.readString(messages));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("the process failed: " + Files.readString(messages));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }
}
