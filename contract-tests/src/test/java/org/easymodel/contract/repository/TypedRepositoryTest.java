package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;

/** Interfaces of the application over repositories. */
class TypedRepositoryTest {

    /** Asynchronous. */
    public interface AuthorRepository extends EasyRepository<Author> {

        default CompletionStage<Optional<Author>> named(String name) {
            return first(Map.of("name", name));
        }
    }

    /** What several have in common. */
    public interface Named<T> extends BlockingRepository<T> {

        default List<T> named(String name) {
            return all(Map.of("name", name));
        }
    }

    interface Authors extends Named<Author> {}

    /** As most are written: not public. */
    interface Quiet extends BlockingRepository<Author> {

        default long amount(String name) {
            return count(Map.of("name", name));
        }

        default String both() {
            return amount("Lem") + " " + amount("Dick");
        }
    }

    interface Unfinished extends EasyRepository<Author> {

        Author findByName(String name);
    }

    interface Generic<T> extends EasyRepository<T> {}

    private final EasyRepositories easy = Library.on(Database.H2).easy;

    @Test
    void defaultMethods_useTheRepository() {
        Library.on(Database.H2).empty();
        AuthorRepository later = easy.typed(AuthorRepository.class);
        later.insert(new Author("Lem")).toCompletableFuture().join();
        assertThat(later.named("Lem").toCompletableFuture().join())
                .map(Author::getName)
                .contains("Lem");
        Authors authors = easy.typed(Authors.class);
        assertThat(authors.named("Lem")).hasSize(1);
        assertThat(authors.count()).isOne();
        assertThat(authors).isEqualTo(authors).isNotEqualTo(later).hasToString("Authors");
        assertThat(authors.hashCode()).isEqualTo(authors.hashCode());
        assertThatThrownBy(() -> authors.find("x")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void interface_thatIsNotPublic_works() {
        Library.on(Database.H2).empty();
        Quiet authors = easy.typed(Quiet.class);
        authors.insert(new Author("Lem"));
        assertThat(authors.both()).isEqualTo("1 0");
    }

    @Test
    void wrongInterfaces_areRefused() {
        assertThatThrownBy(() -> easy.typed(Unfinished.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("EM-2221")
                .hasMessageContaining("'findByName' has no body");
        assertThatThrownBy(() -> easy.typed(Generic.class)).hasMessageContaining("EM-2220");
        assertThatThrownBy(() -> easy.typed(String.class)).hasMessageContaining("EM-2220");
        assertThatThrownBy(() -> easy.typed(Runnable.class)).hasMessageContaining("EM-2220");
    }
}
