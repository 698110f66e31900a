package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.RejectedException;
import org.easymodel.failure.RolledBackException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small pools, many transactions, callers who lose interest: everything ends, and every connection comes back. */
class TransactionLimitsTest {

    private EntityManagerFactory factory;
    private EasyRepositories easy;
    private EasyRepository<Author> authors;

    private void open(Database database, String name, int pool, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(database.properties("limits_" + name));
        properties.put("eclipselink.persistencexml", "META-INF/library-persistence.xml");
        properties.put("eclipselink.connection-pool.default.min", "1");
        properties.put("eclipselink.connection-pool.default.initial", "1");
        properties.put("eclipselink.connection-pool.default.max", String.valueOf(pool));
        properties.putAll(settings);
        factory = Persistence.createEntityManagerFactory("library", properties);
        easy = EasyRepositories.on(factory);
        authors = easy.repository(Author.class);
    }

    @AfterEach
    void everyConnectionIsBack_andLaterCallsWork() {
        authors.insertMap(Map.of("name", "later")).toCompletableFuture().join();
        easy.close();
        ConnectionPool pool = JpaHelper.getServerSession(factory).getDefaultConnectionPool();
        List<Accessor> all = IntStream.range(0, pool.getMaxNumberOfConnections())
                .mapToObj(i -> pool.acquireConnection())
                .toList();
        assertThat(all).hasSize(pool.getMaxNumberOfConnections());
        all.forEach(pool::releaseConnection);
        factory.close();
    }

    private long count(String entity) {
        try (EntityManager em = factory.createEntityManager()) {
            return em.createQuery("select count(e) from " + entity + " e", Long.class)
                    .getSingleResult();
        }
    }

    private static Throwable failure(CompletableFuture<?> stage) {
        try {
            stage.get(30, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void poolOfFour_sixtyFourTransactionsThatCallOutside_allFinish(Database database) {
        open(database, "four", 4, Map.of());
        List<CompletableFuture<Author>> stages = IntStream.range(0, 64)
                .mapToObj(i -> authors.transaction(tx -> tx.repository(Author.class)
                                .insertMap(Map.of("name", "in" + i))
                                .thenCompose(in -> authors.insertMap(Map.of("name", "out" + i))))
                        .toCompletableFuture())
                .toList();
        assertThat(stages).allSatisfy(stage -> assertThat(failure(stage)).isNull());
        assertThat(count("Author")).isEqualTo(128);
    }

    /** A key from a sequence comes over a connection of its own: all connections in transactions that need keys is a standstill. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void poolOfFour_sixtyFourBlockingTransactions_allFinish(Database database) throws Exception {
        open(database, "threads", 4, Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Author>> all = threads.invokeAll(IntStream.range(0, 64)
                    .<Callable<Author>>mapToObj(i -> () -> authors.blocking().transaction(tx -> {
                        tx.sql("select count(*) from AUTHOR", Map.of());
                        return tx.repository(Author.class).insertMap(Map.of("name", "in", "email", "e" + i));
                    }))
                    .toList());
            for (Future<Author> each : all) {
                assertThat(each.get(30, TimeUnit.SECONDS).getId()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("Author")).isEqualTo(64);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void joinsInsideOfStages_onFewThreads_endWithinTheDeadline(Database database) {
        open(database, "joins", 4, Map.of("easymodel.async.threads", "2"));
        List<CompletableFuture<Author>> stages = IntStream.range(0, 16)
                .mapToObj(i -> authors.transaction(Duration.ofSeconds(2), tx -> tx.repository(Author.class)
                                .insertMap(Map.of("name", "a" + i))
                                .thenApply(first -> tx.repository(Author.class)
                                        .insertMap(Map.of("name", "b" + i))
                                        .toCompletableFuture()
                                        .join()))
                        .toCompletableFuture())
                .toList();
        long committed = 0;
        for (CompletableFuture<Author> stage : stages) {
            Throwable failure = failure(stage);
            if (failure == null) {
                committed++;
            } else {
                assertThat(failure).isInstanceOfAny(RolledBackException.class, RejectedException.class);
            }
        }
        assertThat(count("Author")).isEqualTo(2 * committed);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void poolOfOne_callBesideTheTransaction_isRefusedAtOnce(Database database) {
        open(database, "one", 1, Map.of());
        Throwable failure = failure(authors.transaction(tx -> tx.repository(Author.class)
                        .insertMap(Map.of("name", "in"))
                        .thenCompose(in -> authors.insertMap(Map.of("name", "out"))))
                .toCompletableFuture());
        assertThat(failure).isInstanceOf(RejectedException.class).hasMessageStartingWith("EM-2306");
        assertThat(failure(authors.transaction(
                                Duration.ofMillis(500),
                                tx -> tx.requiresNew(
                                        other -> other.repository(Author.class).insertMap(Map.of("name", "other"))))
                        .toCompletableFuture()))
                .isInstanceOfAny(RolledBackException.class, RejectedException.class);
        assertThat(count("Author")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aThousandStages_cancelledOrTimedOutAtRandomMoments_leaveNothingHalfDone(Database database) {
        open(database, "thousand", 6, Map.of("easymodel.async.max-in-flight", "5000"));
        Random random = new Random(17);
        List<CompletableFuture<?>> stages = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String name = "n" + i;
            CompletionStage<?> stage = i % 2 == 0
                    ? authors.insertMap(Map.of("name", name, "books", List.of(Map.of("title", name, "isbn", name))))
                    : authors.transaction(tx -> tx.repository(Author.class)
                            .insertMap(Map.of("name", name))
                            .thenCompose(author -> tx.repository(Book.class)
                                    .insertMap(Map.of(
                                            "title", name, "isbn", name, "author", Map.of("id", author.getId())))));
            CompletableFuture<?> dependent = stage.toCompletableFuture().thenApply(value -> value);
            long moment = random.nextInt(1_500_000);
            switch (i % 3) {
                case 0 -> dependent.orTimeout(moment, TimeUnit.MICROSECONDS);
                case 1 ->
                    CompletableFuture.delayedExecutor(moment, TimeUnit.MICROSECONDS)
                            .execute(() -> dependent.cancel(false));
                default -> stage.toCompletableFuture().orTimeout(moment, TimeUnit.MICROSECONDS);
            }
            stages.add(dependent);
        }
        stages.forEach(TransactionLimitsTest::failure);
        // Behind everything that still runs: with all slots free, every transaction has ended.
        List<CompletableFuture<Author>> last = IntStream.range(0, 5)
                .mapToObj(i -> authors.transaction(
                                tx -> tx.repository(Author.class).insertMap(Map.of("name", "last")))
                        .toCompletableFuture())
                .toList();
        last.forEach(CompletableFuture::join);
        try (EntityManager em = factory.createEntityManager()) {
            long withoutBook = em.createQuery(
                            "select count(a) from Author a where a.name <> 'last' and not exists"
                                    + " (select b.id from Book b where b.title = a.name)",
                            Long.class)
                    .getSingleResult();
            assertThat(withoutBook).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void statement_thatTakesLongerThanTheTransactionMay_isBrokenOff(Database database) {
        open(database, "slow", 4, Map.of());
        String slow = database == Database.H2
                ? "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b"
                : "select pg_sleep(60)";
        CompletableFuture<Object> stage = authors.transaction(
                        Duration.ofSeconds(1),
                        tx -> tx.entityManager(em -> em.createNativeQuery(slow).getSingleResult()))
                .toCompletableFuture();
        assertThat(failure(stage)).isInstanceOfAny(RolledBackException.class, DatabaseException.class);
    }
}
