package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.easymodel.EasyRepository;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowNotFoundException;
import org.junit.jupiter.api.Test;

/** The asynchronous verbs do what the blocking ones do, and fail in their stages. */
abstract class AsyncContract extends LibraryContract {

    private EasyRepository<Author> later() {
        return library.easy.repository(Author.class);
    }

    private static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static <T extends EasyModelException> T failure(CompletionStage<?> stage, Class<T> type) {
        try {
            stage.toCompletableFuture().get();
            throw new AssertionError("The stage did not fail");
        } catch (ExecutionException e) {
            return Assertions.assertThat(e.getCause())
                    .isInstanceOf(type)
                    .extracting(type::cast)
                    .actual();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void verbs_giveTheirResultsInStages() {
        Author author = result(later().insertMap(Map.of("name", "Lem", "country", "PL"))
                .thenCompose(lem -> later().update(lem.getId(), Map.of("email", "l@x.org"))));
        assertThat(result(later().find(author.getId()))).contains(author);
        assertThat(result(
                        later().select(Map.of("country", "PL")).orderBy("-name").list()))
                .containsExactly(author);
        assertThat(result(later().select().count())).isOne();
        assertThat(result(later().select().exists())).isTrue();
        assertThat(result(later().select().groupBy("country").count("n").list()))
                .containsExactly(Map.of("country", "PL", "n", 1L));
        assertThat(result(later().updateWhere(Map.of("name", "Lem"), Map.of("country", "US"))))
                .isOne();
        assertThat(result(later().insert(new Author("Other"))).getId()).isNotNull();
        assertThat(result(later().deleteWhere(Map.of("name", "Other")))).isOne();
        assertThat(result(later().deleteById(author.getId()))).isTrue();
    }

    @Test
    void results_areLoaded() {
        book("Dune", "1");
        Author author = result(later().select().one());
        assertThat(author.books()).extracting(Book::getTitle).containsExactly("Dune");
    }

    @Test
    void failures_areOurExceptionsThemselves() {
        authors().insertMap(Map.of("name", "x", "email", "e"));
        failure(later().insertMap(Map.of("name", "y", "email", "e")), ConstraintViolatedException.class);
        failure(later().update(-1, Map.of("name", "y")), RowNotFoundException.class);
        failure(later().find("text"), InvalidRequestException.class);
        assertThat(failure(later().select(Map.of("nmae", "x")).orderBy("name").list(), InvalidRequestException.class))
                .hasMessageStartingWith("EM-1204 Author.select: there is no attribute 'nmae'.");
        failure(later().select().groupBy("nmae").list(), InvalidRequestException.class);
    }

    @Test
    void views_leadToEachOther() {
        assertThat(later().blocking()).isSameAs(authors());
        assertThat(authors().async()).isSameAs(later());
    }

    @Test
    void manyAtOnce_allSucceed() {
        List<CompletableFuture<Author>> stages = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> later().insertMap(Map.of("name", "n" + i)).toCompletableFuture())
                .toList();
        CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new)).join();
        assertThat(count("Author")).isEqualTo(100);
    }
}
