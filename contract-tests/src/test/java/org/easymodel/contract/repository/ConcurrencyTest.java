package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.easymodel.query.Conditions.increment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.EasyRepository;
import org.easymodel.Retry;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.EasyModelException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at once: nothing is lost, and who loses is told so. */
@ParameterizedClass
@EnumSource(Database.class)
class ConcurrencyTest {

    @Parameter
    private Database database;

    private Library library;
    private BlockingRepository<Book> books;
    private Book dune;
    private Book emma;

    @BeforeEach
    void fill() {
        library = Library.on(database);
        library.empty();
        if (database == Database.DERBY) {
            library.work(em -> em.createNativeQuery(
                            "call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '1')")
                    .executeUpdate());
        }
        books = library.easy.blocking(Book.class);
        Author author = library.easy.blocking(Author.class).insertMap(Map.of("name", "Ann"));
        dune = book("1", author);
        emma = book("2", author);
    }

    private Book book(String isbn, Author author) {
        return books.insertMap(Map.of("title", "t" + isbn, "isbn", isbn, "stock", 5000, "authorId", author.getId()));
    }

    private int stock(Book book) {
        return books.find(book.getId()).orElseThrow().getStock();
    }

    @Test
    void thousandIncrementsAtOnce_areAllThere() {
        EasyRepository<Book> easy = library.easy.repository(Book.class).withRetry(Retry.times(20));
        List<CompletableFuture<Long>> stages = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            stages.add(easy.updateWhere(Map.of("id", dune.getId()), Map.of("stock", increment(-1)))
                    .toCompletableFuture());
        }
        assertThat(stages).allMatch(stage -> stage.join() == 1);
        assertThat(stock(dune)).isEqualTo(4000);
        assertThat(books.find(dune.getId()).orElseThrow().getVersion()).isEqualTo(dune.getVersion() + 1000);
    }

    @Test
    void twoStatesOfOneVersion_savedAtOnce_areOneFailure() throws Exception {
        for (int round = 0; round < 20; round++) {
            Book one = books.find(dune.getId()).orElseThrow();
            Book other = books.find(dune.getId()).orElseThrow();
            one.setTitle("one" + round);
            other.setTitle("other" + round);
            CyclicBarrier begin = new CyclicBarrier(2);
            List<EasyModelException> failures = failures(
                    () -> {
                        begin.await();
                        return books.save(one);
                    },
                    () -> {
                        begin.await();
                        return books.save(other);
                    });
            assertThat(failures).singleElement().isInstanceOf(ConcurrentChangeException.class);
            assertThat(books.find(dune.getId()).orElseThrow().getVersion()).isEqualTo(one.getVersion() + 1);
        }
    }

    @Test
    void twoTransactions_thatBothReadOneVersion_areOneFailure() throws Exception {
        CyclicBarrier read = new CyclicBarrier(2);
        Callable<Long> writing = () -> books.transaction(tx -> tx.entityManager(em -> {
            Book book = em.find(Book.class, dune.getId());
            await(read);
            book.setTitle("by " + Thread.currentThread().getName());
            return book.getVersion();
        }));
        assertThat(failures(writing, writing))
                .singleElement()
                .isInstanceOfSatisfying(ConcurrentChangeException.class, failure -> assertThat(failure.isRetryable())
                        .isTrue());
        assertThat(books.find(dune.getId()).orElseThrow().getVersion()).isEqualTo(dune.getVersion() + 1);
    }

    @Test
    void aDeadlock_isOneFailure_thatSaysThatARetryCanHelp() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<EasyModelException> failures =
                failures(() -> crossing(both, dune, emma), () -> crossing(both, emma, dune));
        assertThat(failures).singleElement().isInstanceOfSatisfying(ConcurrentChangeException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(ConcurrentChangeException.Kind.DEADLOCK);
            assertThat(failure.isRetryable()).isTrue();
        });
        assertThat(List.of(stock(dune), stock(emma))).containsExactly(4999, 4999);
    }

    private Long crossing(CyclicBarrier both, Book first, Book second) {
        return books.transaction(tx -> {
            take(tx, first);
            await(both);
            return take(tx, second);
        });
    }

    private static Long take(BlockingTransaction tx, Book book) {
        return tx.repository(Book.class).updateWhere(Map.of("id", book.getId()), Map.of("stock", increment(-1)));
    }

    /** Lets the deletion of a book stop between its reviews and the book itself, the first time. */
    private static final class Halt extends SessionEventAdapter {

        private final Thread deleting;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final AtomicInteger attempts = new AtomicInteger();

        Halt(Thread deleting) {
            this.deleting = deleting;
        }

        @Override
        public void preExecuteCall(SessionEvent event) {
            if (Thread.currentThread() == deleting
                    && event.getCall() instanceof DatabaseCall call
                    && String.valueOf(call.getSQLString()).startsWith("DELETE FROM BOOK ")) {
                attempts.incrementAndGet();
                arrived.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Test
    void aDeadlock_withRetries_isNoFailure() throws Exception {
        Long review = library.easy
                .blocking(Review.class)
                .insertMap(Map.of("rating", 1, "bookId", dune.getId()))
                .getId();
        FutureTask<Boolean> deletion =
                new FutureTask<>(() -> books.withRetry(Retry.times(5)).deleteById(dune.getId()));
        Thread deleting = new Thread(deletion);
        Halt halt = new Halt(deleting);
        var events = JpaHelper.getServerSession(library.factory).getEventManager();
        events.addListener(halt);
        try {
            deleting.start();
            halt.arrived.await();
            int attempts = 0;
            boolean done = false;
            while (!done) {
                attempts++;
                try {
                    books.transaction(tx -> {
                        take(tx, dune);
                        halt.go.countDown();
                        return tx.repository(Review.class).updateWhere(Map.of("id", review), Map.of("rating", 5));
                    });
                    done = true;
                } catch (ConcurrentChangeException e) {
                    assertThat(e.isRetryable()).isTrue();
                }
            }
            assertThat(deletion.get()).isTrue();
            assertThat(attempts + halt.attempts.get())
                    .as("one of the two had to begin again, perhaps more than once")
                    .isGreaterThan(2);
            assertThat(books.find(dune.getId())).isEmpty();
        } finally {
            halt.go.countDown();
            events.removeListener(halt);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException("nobody came", e);
        }
    }

    /** What fails of several works at once. */
    private static List<EasyModelException> failures(Callable<?>... works) throws InterruptedException {
        List<FutureTask<?>> tasks = new ArrayList<>();
        for (Callable<?> work : works) {
            FutureTask<?> task = new FutureTask<>(work);
            tasks.add(task);
            new Thread(task).start();
        }
        List<EasyModelException> failures = new ArrayList<>();
        for (FutureTask<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EasyModelException failure) {
                    failures.add(failure);
                } else {
                    fail("no failure of ours", e.getCause());
                }
            }
        }
        return failures;
    }
}
