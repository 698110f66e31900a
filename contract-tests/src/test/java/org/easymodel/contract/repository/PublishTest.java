package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows reach subscribers one after the other, as they ask for them. */
@ParameterizedClass
@EnumSource(Database.class)
class PublishTest {

    private static final int ROWS = 250;

    @Parameter
    private Database database;

    private Library library;

    /** Asks for so many at a time, and keeps what it gets. */
    private static final class Collector<E> implements Flow.Subscriber<E> {

        private final int step;
        private final int cancelAfter;
        private final List<E> got = new ArrayList<>();
        private final CompletableFuture<List<E>> end = new CompletableFuture<>();
        private Flow.Subscription subscription;

        Collector(int step, int cancelAfter) {
            this.step = step;
            this.cancelAfter = cancelAfter;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(step);
        }

        @Override
        public void onNext(E row) {
            got.add(row);
            if (got.size() == cancelAfter) {
                subscription.cancel();
                end.complete(got);
            } else if (got.size() % step == 0) {
                subscription.request(step);
            }
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(got);
        }

        static <E> List<E> all(Flow.Publisher<E> publisher, int step) throws Exception {
            Collector<E> collector = new Collector<>(step, -1);
            publisher.subscribe(collector);
            return collector.end.get(60, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
        library.easy
                .blocking(Author.class)
                .insertMaps(IntStream.range(0, ROWS)
                        .mapToObj(i -> i % 3 == 0
                                ? Map.<String, Object>of("name", "n" + i)
                                : Map.<String, Object>of("name", "n" + i, "country", "c" + i % 7))
                        .toList());
    }

    @Test
    void rows_comeInTheOrderOfTheQuery_inBothViews() throws Exception {
        for (String order : List.of("-country", "country", "-name", "createdAt")) {
            List<String> expected =
                    library.easy.blocking(Author.class).select().orderBy(order).limit(ROWS).list().stream()
                            .map(Author::getName)
                            .toList();
            var async = library.easy.repository(Author.class).select().orderBy(order);
            var blocking = library.easy.blocking(Author.class).select().orderBy(order);
            for (int step : List.of(1, 40, ROWS, 100_000)) {
                assertThat(Collector.all(async.publish(), step))
                        .extracting(Author::getName)
                        .containsExactlyElementsOf(expected);
            }
            assertThat(Collector.all(blocking.publish(), 7))
                    .extracting(Author::getName)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void limitAndOffset_arePartOfTheQuery() throws Exception {
        var query = library.easy.repository(Author.class).select().orderBy("name");
        List<String> all = query.limit(ROWS).list().toCompletableFuture().join().stream()
                .map(Author::getName)
                .toList();
        assertThat(Collector.all(query.offset(5).limit(77).publish(), 10))
                .extracting(Author::getName)
                .containsExactlyElementsOf(all.subList(5, 82));
        assertThat(Collector.all(query.limit(0).publish(), 10)).isEmpty();
        assertThat(Collector.all(library.easy.repository(Tag.class).select().publish(), 10))
                .isEmpty();
    }

    @Test
    void whoCancels_getsNothingMore_andLaterCallsWork() {
        Collector<Author> collector = new Collector<>(1, 3);
        library.easy.repository(Author.class).select().publish().subscribe(collector);
        assertThat(collector.end.join()).hasSize(3);
        assertThat(library.easy.blocking(Author.class).count()).isEqualTo(ROWS);
        assertThat(collector.got).hasSize(3);
    }

    @Test
    void aWrongQuery_reachesOnError() {
        Collector<Author> collector = new Collector<>(1, -1);
        library.easy.repository(Author.class).select().orderBy("nmae").publish().subscribe(collector);
        assertThat(collector.end)
                .failsWithin(java.time.Duration.ofSeconds(30))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(InvalidRequestException.class);
    }

    @Test
    void insideOfATransaction_whatItWrote_isPublished() throws Exception {
        List<Author> got = library.easy
                .repository(Author.class)
                .transaction(tx -> {
                    var inside = tx.repository(Author.class);
                    Collector<Author> collector = new Collector<>(50, -1);
                    return inside.insertMap(Map.of("name", "mine")).thenCompose(mine -> {
                        inside.select(Map.of("name", "mine")).publish().subscribe(collector);
                        return collector.end;
                    });
                })
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        assertThat(got).extracting(Author::getName).containsExactly("mine");
    }
}
