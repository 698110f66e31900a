package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.easymodel.BlockingQuery;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.query.Ordering;

/** Walks over ten thousand rows, whose sort keys come again and are often missing, while others insert rows. */
class CursorLawTest {

    private static final int ROWS = 10_000;

    private static long next;

    /** A way through the rows: an order, the sizes of pages, and where it turns. */
    record Walk(Database database, List<Ordering> orders, long seed) {}

    @BeforeContainer
    static void fill() {
        for (Database database : Database.values()) {
            Library library = Library.on(database);
            library.empty();
            insert(library, ROWS, new Random(1));
        }
    }

    /** Keys far above those that a sequence gives. */
    private static synchronized void insert(Library library, int count, Random random) {
        library.work(em -> {
            insert(em, count, random);
            return null;
        });
    }

    private static void insert(EntityManager em, int count, Random random) {
        try (PreparedStatement statement = em.unwrap(Connection.class)
                .prepareStatement("INSERT INTO AUTHOR (ID, NAME, EMAIL, COUNTRY, CREATED_AT, UPDATED_AT)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                long id = 1_000_000_000L + next++;
                statement.setLong(1, id);
                statement.setString(2, "n" + random.nextInt(40));
                statement.setString(3, "e" + Long.reverse(id));
                String country = random.nextInt(3) == 0 ? null : "C" + random.nextInt(30);
                if (country == null) {
                    statement.setNull(4, Types.VARCHAR);
                } else {
                    statement.setString(4, country);
                }
                Timestamp at = new Timestamp(1_000_000L * random.nextInt(500));
                statement.setTimestamp(5, at);
                statement.setTimestamp(6, at);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Walk> walks() {
        Arbitrary<Ordering> order = Combinators.combine(
                        Arbitraries.of("country", "name", "createdAt", "email"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Ordering::new);
        return Combinators.combine(
                        Arbitraries.of(Database.values()),
                        order.list().ofMinSize(0).ofMaxSize(3),
                        Arbitraries.longs())
                .as(Walk::new);
    }

    @Property(tries = 9)
    void forwardsIsBackwards_nothingIsMissedOrDoubled(@ForAll("walks") Walk walk) {
        Library library = Library.on(walk.database());
        Random random = new Random(walk.seed());
        BlockingQuery<Author> query = library.easy
                .blocking(Author.class)
                .select()
                .withoutRelated()
                .orderBy(walk.orders().toArray(Ordering[]::new));
        List<Long> expected = query.limit(Integer.MAX_VALUE).list().stream()
                .map(Author::getId)
                .toList();
        List<Long> forwards = new ArrayList<>();
        CursoredPage<Author> page =
                query.cursor(PageRequest.ofSize(size(random)).withoutTotal());
        while (true) {
            page.content().forEach(author -> forwards.add(author.getId()));
            if (!page.hasNext()) {
                break;
            }
            insert(library, 3, random);
            page = query.cursor(page.nextPageRequest().size(size(random)));
        }
        List<Long> backwards = new ArrayList<>();
        int end = page.numberOfElements() - 1;
        backwards.add(page.content().get(end).getId());
        page = query.cursor(PageRequest.beforeCursor(page.cursor(end), 1, size(random), false));
        while (true) {
            for (int i = page.numberOfElements() - 1; i >= 0; i--) {
                backwards.add(page.content().get(i).getId());
            }
            if (!page.hasPrevious()) {
                break;
            }
            insert(library, 3, random);
            page = query.cursor(page.previousPageRequest().size(size(random)));
        }
        Collections.reverse(backwards);
        Set<Long> before = new HashSet<>(expected);
        assertThat(new HashSet<>(forwards)).hasSameSizeAs(forwards);
        assertThat(new HashSet<>(backwards)).hasSameSizeAs(backwards);
        assertThat(forwards.stream().filter(before::contains).toList()).isEqualTo(expected);
        assertThat(backwards.stream().filter(before::contains).toList()).isEqualTo(expected);
    }

    private static int size(Random random) {
        return List.of(50, 100, 250).get(random.nextInt(3));
    }
}
