package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.easymodel.contract.inference.harbour.Boat;
import org.easymodel.contract.inference.harbour.Captain;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.LoadGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query of the application asks EclipseLink to load is in the application's own fields. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class OwnFetchTest {

    private static final int BOATS = 12;

    @Entity(name = "Publisher")
    public static class Publisher {

        @Id
        Long id;

        String name;
    }

    @Entity(name = "Author")
    public static class Author {

        @Id
        Long id;

        Long publisherId;

        @Transient
        Publisher publisher;

        @Transient
        Biography biography;
    }

    @Entity(name = "Biography")
    public static class Biography {

        @Id
        Long id;

        @Column(unique = true)
        Long authorId;

        @Transient
        Author author;
    }

    @Entity(name = "Essay")
    public static class Essay {

        @Id
        Long id;

        Long authorId;

        @Transient
        Author author;

        @ManyToOne(fetch = FetchType.LAZY)
        Author editor;
    }

    @Parameter
    private Database database;

    private Stage harbour;

    @BeforeEach
    void open() {
        harbour = Stage.harbour(database);
        harbour.write(em -> {
            for (int i = 0; i < BOATS; i++) {
                Captain captain = new Captain("captain " + i % 4);
                em.persist(captain);
                Boat boat = new Boat("boat " + i);
                boat.setCaptainId(captain.getId());
                em.persist(boat);
            }
        });
    }

    @AfterEach
    void empty() {
        harbour.write(em -> List.of("Boat", "Captain")
                .forEach(each -> em.createQuery("delete from " + each + " e").executeUpdate()));
    }

    private void boats(Consumer<TypedQuery<Boat>> hints) {
        harbour.write(em -> {
            TypedQuery<Boat> query = em.createQuery("select b from Boat b", Boat.class);
            hints.accept(query);
            List<Boat> boats = query.getResultList();
            assertShown(boats);
        });
    }

    private void assertShown(List<Boat> boats) {
        assertThat(boats).hasSize(BOATS).allSatisfy(boat -> {
            assertThat(boat.getCaptain()).isNotNull();
            assertThat(boat.getCaptain().getId()).isEqualTo(boat.getCaptainId());
            assertThat(harbour.factory.getPersistenceUnitUtil().isLoaded(boat, "captain"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN", "JOIN", "EXISTS"})
    void batchHint_fillsFieldsByOneStatement(String type) {
        harbour.counting(2, () -> {
            boats(query -> query.setHint(QueryHints.BATCH, "b.captain").setHint(QueryHints.BATCH_TYPE, type));
            return null;
        });
    }

    @Test
    void batchHint_leavesNothingToWrite() {
        harbour.counting(2, () -> {
            boats(query -> query.setHint(QueryHints.BATCH, "b.captain"));
            return null;
        });
        assertThat(harbour.<Long>read(
                        em -> em.createQuery("select count(b) from Boat b where b.captain is null", Long.class)
                                .getSingleResult()))
                .isZero();
    }

    @Test
    void loadGroup_fillsFields() {
        LoadGroup group = new LoadGroup();
        group.addAttribute("captain");
        boats(query -> query.setHint(QueryHints.LOAD_GROUP, group));
        harbour.counting(2, () -> {
            boats(query -> query.setHint(QueryHints.LOAD_GROUP, group).setHint(QueryHints.BATCH, "b.captain"));
            return null;
        });
    }

    @Test
    void loadGraph_fillsFields() {
        EntityGraph<Boat> graph = harbour.read(em -> em.createEntityGraph(Boat.class));
        graph.addAttributeNodes("captain");
        boats(query -> query.setHint("jakarta.persistence.loadgraph", graph));
        Long id = harbour.read(
                em -> em.createQuery("select min(b.id) from Boat b", Long.class).getSingleResult());
        harbour.write(em -> assertThat(em.find(Boat.class, id, Map.of("jakarta.persistence.loadgraph", graph))
                        .getCaptain())
                .isNotNull());
    }

    @Test
    void joinFetch_fillsFieldsOfManagedRows() {
        harbour.write(em -> {
            em.createQuery("select b from Boat b", Boat.class).getResultList();
            harbour.counting(2, () -> {
                assertShown(em.createQuery("select b from Boat b join fetch b.captain", Boat.class)
                        .getResultList());
                return null;
            });
        });
    }

    @Test
    void batchHint_fillsFieldsOfManagedRows() {
        harbour.write(em -> {
            em.createQuery("select b from Boat b", Boat.class).getResultList();
            harbour.counting(2, () -> {
                assertShown(em.createQuery("select b from Boat b", Boat.class)
                        .setHint(QueryHints.BATCH, "b.captain")
                        .getResultList());
                return null;
            });
        });
    }

    @Test
    void hint_keepsWhatTheApplicationHasSet() {
        harbour.write(em -> {
            Boat boat = em.createQuery("select b from Boat b where b.name = 'boat 0'", Boat.class)
                    .getSingleResult();
            Captain other = em.createQuery("select c from Captain c where c.name = 'captain 1'", Captain.class)
                    .setMaxResults(1)
                    .getSingleResult();
            boat.setCaptain(other);
            em.createQuery("select b from Boat b", Boat.class)
                    .setFlushMode(jakarta.persistence.FlushModeType.COMMIT)
                    .setHint(QueryHints.BATCH, "b.captain")
                    .getResultList();
            assertThat(boat.getCaptain()).isSameAs(other);
        });
    }

    @Test
    void batchHint_fillsTheBaseClassByOneStatement() {
        Stage shop = Stage.shop(database);
        shop.write(em -> shop.counting(3, () -> {
            List<OrderItem> items = em.createQuery("select i from OrderItem i", OrderItem.class)
                    .setHint(QueryHints.BATCH, "i.product.category")
                    .setHint(QueryHints.BATCH, "i.product")
                    .getResultList();
            assertThat(items).hasSize(100).allSatisfy(item -> {
                Product product = item.related("product", Product.class).orElseThrow();
                assertThat(product.getCategory()).isNotNull();
            });
            return null;
        }));
        shop.write(em -> shop.counting(2, () -> {
            assertThat(em.createQuery("select c from Category c", Category.class)
                            .setHint(QueryHints.BATCH, "c.children")
                            .getResultList())
                    .allSatisfy(each -> assertThat(each.relatedList("children", Category.class))
                            .isNotNull());
            return null;
        }));
    }

    @TempDir
    private Path directory;

    private void written(Consumer<SmallUnit> test) {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Publisher.class, Author.class, Biography.class, Essay.class)) {
            read(unit, em -> {
                for (long i = 1; i <= 6; i++) {
                    Publisher publisher = new Publisher();
                    publisher.id = i;
                    Author author = new Author();
                    author.id = i;
                    author.publisherId = i;
                    Biography biography = new Biography();
                    biography.id = i;
                    biography.authorId = i;
                    Essay essay = new Essay();
                    essay.id = i;
                    essay.authorId = i;
                    essay.editor = new Author();
                    essay.editor.id = 100 + i;
                    essay.editor.publisherId = 7 - i;
                    for (Object each : List.of(publisher, author, essay.editor, biography, essay)) {
                        em.persist(each);
                    }
                }
                return null;
            });
            test.accept(unit);
        }
    }

    private static <R> R read(SmallUnit unit, Function<EntityManager, R> work) {
        try (EntityManager em = unit.factory.createEntityManager()) {
            em.getTransaction().begin();
            R result = work.apply(em);
            em.getTransaction().commit();
            return result;
        }
    }

    @Test
    void batchHints_reachFarFieldsAndTheInverseOfOneToOne() {
        written(unit -> {
            unit.tap.reset();
            List<Essay> essays = read(unit, em -> em.createQuery("select e from Essay e", Essay.class)
                    .setHint(QueryHints.BATCH, "e.author.publisher")
                    .setHint(QueryHints.BATCH, "e.author.biography")
                    .setHint(QueryHints.BATCH, "e.editor.publisher")
                    .getResultList());
            assertThat(unit.tap.statements()).hasSizeBetween(4, 6);
            assertThat(essays).hasSize(6).allSatisfy(essay -> {
                assertThat(essay.author.publisher.id).isEqualTo(essay.id);
                assertThat(essay.author.biography.id).isEqualTo(essay.id);
                assertThat(essay.author.biography.author).isIn(essay.author, null);
                assertThat(essay.editor.publisher.id).isEqualTo(7 - essay.id);
            });
        });
    }

    @Test
    void loadGroup_reachesFarFields() {
        written(unit -> {
            List<Essay> essays = read(unit, em -> {
                LoadGroup group = new LoadGroup();
                group.addAttribute("author.publisher");
                group.addAttribute("author.biography");
                return em.createQuery("select e from Essay e", Essay.class)
                        .setHint(QueryHints.LOAD_GROUP, group)
                        .getResultList();
            });
            assertThat(essays).hasSize(6).allSatisfy(essay -> {
                assertThat(essay.author.publisher.id).isEqualTo(essay.id);
                assertThat(essay.author.biography.id).isEqualTo(essay.id);
            });
        });
    }
}
