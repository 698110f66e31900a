package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates of many rows in JPQL and Criteria that set an inferred relationship. */
@ParameterizedClass
@EnumSource(Database.class)
class BulkKeysTest {

    @Entity(name = "Author")
    public static class Author {

        @Id
        UUID id = UUID.randomUUID();
    }

    public static class LineId implements Serializable {

        Long purchase;
        Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && id.purchase.equals(purchase) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(purchase, number);
        }
    }

    @Entity(name = "Line")
    @IdClass(LineId.class)
    public static class Line {

        @Id
        Long purchase;

        @Id
        Integer number;
    }

    @Entity(name = "Book")
    public static class Book {

        @Id
        Long id;

        UUID authorId;

        @References(Line.class)
        Long linePurchase;

        @References(Line.class)
        Integer lineNumber;

        String title;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private final Author author = new Author();
    private final Author other = new Author();
    private final Line line = new Line();

    @BeforeEach
    void open() {
        unit = SmallUnit.of(directory, database, Author.class, Line.class, Book.class);
        line.purchase = 7L;
        line.number = 2;
        read(em -> {
            em.persist(author);
            em.persist(other);
            em.persist(line);
            for (long i = 1; i <= 3; i++) {
                Book book = new Book();
                book.id = i;
                book.title = "book " + i;
                em.persist(book);
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private <R> R read(Function<EntityManager, R> work) {
        try (EntityManager em = unit.factory.createEntityManager()) {
            em.getTransaction().begin();
            R result = work.apply(em);
            em.getTransaction().commit();
            return result;
        }
    }

    private long books(Author of) {
        return read(em -> em.createQuery("select count(b) from Book b where b.author = :author", Long.class)
                .setParameter("author", of)
                .getSingleResult());
    }

    @Test
    void jpql_setsTheKey() {
        for (Author each : new Author[] {author, other}) {
            int changed =
                    read(em -> em.createQuery("update Book b set b.author = :author, b.title = 'x' where b.id < 3")
                            .setParameter("author", each)
                            .executeUpdate());
            assertThat(changed).isEqualTo(2);
            assertThat(books(each)).isEqualTo(2);
        }
        assertThat(books(author)).isZero();
        read(em -> em.createQuery("update Book b set b.author = null where b.id = 1")
                .executeUpdate());
        assertThat(books(other)).isOne();
        read(em -> em.createQuery("update Book b set b.author = :author")
                .setParameter("author", null)
                .executeUpdate());
        assertThat(books(other)).isZero();
    }

    @Test
    void criteria_setTheKey() {
        read(em -> {
            var builder = em.getCriteriaBuilder();
            CriteriaUpdate<Book> update = builder.createCriteriaUpdate(Book.class);
            var book = update.from(Book.class);
            update.set(book.<Author>get("author"), author).where(builder.equal(book.get("id"), 3));
            return em.createQuery(update).executeUpdate();
        });
        assertThat(books(author)).isOne();
    }

    @Test
    void keysOfSeveralAttributes_areSetTogether() {
        read(em -> em.createQuery("update Book b set b.line = :line where b.id = 2")
                .setParameter("line", line)
                .executeUpdate());
        List<Long> led = read(em -> em.createQuery("select b.id from Book b where b.line = :line", Long.class)
                .setParameter("line", line)
                .getResultList());
        assertThat(led).containsExactly(2L);
    }
}
