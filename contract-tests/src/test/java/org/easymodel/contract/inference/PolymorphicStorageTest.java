package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.inference.gallery.Label;
import org.easymodel.contract.inference.gallery.Painting;
import org.easymodel.contract.inference.gallery.Price;
import org.easymodel.contract.inference.gallery.Remark;
import org.easymodel.contract.inference.gallery.Ruin;
import org.easymodel.contract.inference.gallery.Sculpture;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.scan.models.EclipseLinkFive;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A polymorphic pair wherever either side keeps the relationship, with and without weaving, also in an own entity manager. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
public class PolymorphicStorageTest {

    private static final List<Class<?>> HOLDERS = List.of(Remark.class, Price.class, Label.class);
    private static final List<Class<?>> TARGETS = List.of(Painting.class, Sculpture.class, Ruin.class);

    @Parameter
    private Database database;

    private Stage gallery;
    private EasyRepositories easy;

    @BeforeEach
    void open() {
        gallery = Stage.gallery(database);
        easy = EasyRepositories.on(gallery.factory);
    }

    @AfterEach
    void empty() {
        gallery.write(em -> List.of("Remark", "Price", "Label", "Painting", "Sculpture", "Ruin")
                .forEach(
                        entity -> em.createQuery("delete from " + entity + " e").executeUpdate()));
        easy.close();
    }

    private static String inverse(Class<?> holder) {
        return holder.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "s";
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return easy.blocking(type);
    }

    @Test
    void entitiesAreWovenIfTheAgentIsThere() {
        assertThat(PersistenceWeaved.class.isAssignableFrom(Painting.class)).isEqualTo(Weaving.isOn());
    }

    @Test
    void everyPlaceOnEitherSide() {
        for (Class<?> target : TARGETS) {
            for (Class<?> holder : HOLDERS) {
                bothWays(rows(target), rows(holder), holder, target.getSimpleName());
            }
        }
    }

    private <T, H> void bothWays(
            BlockingRepository<T> targets, BlockingRepository<H> holders, Class<?> holder, String type) {
        String inverse = inverse(holder);
        T target = targets.insertMap(
                Map.of("title", "t", inverse, List.of(Map.of("text", "first"), Map.of("text", "second"))));
        Object id = gallery.unit.get(target, "id");
        assertThat(gallery.unit.isLoaded(target, inverse)).isTrue();
        assertThat((List<?>) gallery.unit.get(target, inverse)).hasSize(2).allSatisfy(each -> {
            assertThat(gallery.unit.get(each, "itemType")).isEqualTo(type);
            assertThat(gallery.unit.get(each, "itemId")).isEqualTo(id);
        });
        T found = targets.include(inverse).find(id).orElseThrow();
        assertThat(targets.toMap(found).get(inverse))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        T bare = targets.withoutRelated().find(id).orElseThrow();
        assertThat(gallery.unit.isLoaded(bare, inverse)).isFalse();
        assertThatThrownBy(() -> gallery.unit.get(bare, inverse))
                .isInstanceOf(RelationshipNotLoadedException.class)
                .hasMessageContaining(inverse);
        targets.loadRelated(bare, inverse);
        assertThat((List<?>) gallery.unit.get(bare, inverse)).hasSize(2);

        H first = holders.include("item")
                .first(Map.of("item", target, "text", "first"))
                .orElseThrow();
        assertThat(gallery.unit.get(first, "item")).isInstanceOf(target.getClass());
        assertThat(holders.toMap(first).get("item"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("title", "t");
        H plain = holders.withoutRelated()
                .first(Map.of("text", "first", "item", target))
                .orElseThrow();
        assertThat(gallery.unit.isLoaded(plain, "item")).isFalse();
        assertThat(holders.save(plain)).as("what is not loaded stays as it is").isNotNull();
        assertThat(holders.select(Map.of("item." + type + ".title", "t")).count())
                .isEqualTo(2);
        assertThat(targets.select(Map.of(inverse, Map.of("text", "second"))).count())
                .isOne();
        assertThatThrownBy(() -> targets.deleteById(id))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageContaining("2 rows of " + holder.getSimpleName());
        assertThat(holders.deleteWhere(Map.of("item", target))).isEqualTo(2);
        assertThat(targets.deleteById(id)).isTrue();
    }

    @Test
    void savingALoadedEntityAgainChangesNothing() {
        rows(Painting.class).insertMap(Map.of("title", "t", "remarks", List.of(Map.of("text", "a"))));
        Remark remark = rows(Remark.class).include("item").first().orElseThrow();
        remark.setText("b");
        Remark saved = rows(Remark.class).save(remark);
        assertThat(saved.getText()).isEqualTo("b");
        assertThat(((Painting) saved.getItem()).getTitle()).isEqualTo("t");
        Painting painting = rows(Painting.class).include("remarks").first().orElseThrow();
        painting.setTitle("u");
        assertThat(rows(Painting.class).save(painting).getRemarks()).hasSize(1);
    }

    @Test
    void ownEntityManager_theRelationshipOfANewRowSetsThePair() {
        Painting painting = new Painting("p");
        Remark remark = new Remark("r");
        remark.setItem(painting);
        gallery.write(em -> em.persist(remark));
        assertThat(remark.getItemType()).isEqualTo("Painting");
        assertThat(remark.getItemId()).isNotNull().isEqualTo(painting.getId());
        assertThat(rows(Painting.class).count()).isOne();
    }

    @Test
    void ownEntityManager_theRelationshipOfAManagedRowSetsThePair() {
        Remark remark = new Remark("r");
        Sculpture sculpture = new Sculpture("s");
        gallery.write(em -> {
            em.persist(remark);
            em.persist(sculpture);
        });
        gallery.write(em -> em.find(Remark.class, remark.getId()).setItem(sculpture));
        assertThat(leadsTo(remark)).isEqualTo("Sculpture " + sculpture.getId());
        gallery.write(em -> em.find(Remark.class, remark.getId()).setItem(new Ruin("new")));
        assertThat(leadsTo(remark))
                .isEqualTo("Ruin " + rows(Ruin.class).first().orElseThrow().getId());
    }

    @Test
    void ownEntityManager_thePairWinsWhereBothAreSet() {
        Painting painting = new Painting("p");
        Sculpture sculpture = new Sculpture("s");
        Remark remark = new Remark("r");
        remark.setItem(painting);
        gallery.write(em -> {
            em.persist(sculpture);
            em.persist(remark);
        });
        gallery.write(em -> {
            Remark managed = em.find(Remark.class, remark.getId());
            managed.setItem(painting);
            managed.setItemType("Sculpture");
            managed.setItemId(sculpture.getId());
        });
        assertThat(leadsTo(remark)).isEqualTo("Sculpture " + sculpture.getId());
    }

    @Test
    void ownEntityManager_mergingFollowsWhatWasSet() {
        Remark remark = new Remark("r");
        Painting painting = new Painting("p");
        remark.setItem(painting);
        Ruin ruin = new Ruin("x");
        gallery.write(em -> {
            em.persist(remark);
            em.persist(ruin);
        });
        Remark detached = rows(Remark.class).include("item").first().orElseThrow();
        detached.setItem(ruin);
        gallery.write(em -> em.merge(detached));
        assertThat(leadsTo(remark)).isEqualTo("Ruin " + ruin.getId());
        Remark again = rows(Remark.class).include("item").first().orElseThrow();
        again.setText("changed");
        gallery.write(em -> em.merge(again));
        assertThat(leadsTo(remark)).isEqualTo("Ruin " + ruin.getId());
        Remark fresh = new Remark("fresh");
        fresh.setItem(ruin);
        gallery.write(em -> em.merge(fresh));
        assertThat(rows(Remark.class)
                        .first(Map.of("text", "fresh"))
                        .orElseThrow()
                        .getItemType())
                .isEqualTo("Ruin");
    }

    private String leadsTo(Remark remark) {
        Remark row = rows(Remark.class).withoutRelated().find(remark.getId()).orElseThrow();
        return row.getItemType() + " " + row.getItemId();
    }

    @Test
    void ownEntityManager_anEntityOfNoTypeIsRefused() {
        Remark remark = new Remark("r");
        remark.setItem(new Remark("other"));
        assertThatThrownBy(() -> gallery.write(em -> em.persist(remark)))
                .hasStackTraceContaining(
                        "EM-1179 Remark.item: it leads to Painting or Sculpture or Ruin, and was set to a Remark");
    }

    /** One place on each side, with what the test runs in; run by {@link #eclipseLinkFive_doesTheSame}. */
    public static void inAnotherProvider(Map<String, String> database) {
        Map<String, String> properties = new HashMap<>(database);
        properties.put("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("gallery", properties);
        try (EasyRepositories easy = EasyRepositories.on(factory)) {
            BlockingRepository<Painting> paintings = easy.blocking(Painting.class);
            BlockingRepository<Remark> remarks = easy.blocking(Remark.class);
            Painting painting = paintings.insertMap(
                    Map.of("title", "t", "remarks", List.of(Map.of("text", "b"), Map.of("text", "a"))));
            assertThat(painting.getRemarks()).hasSize(2);
            assertThat(remarks.select(Map.of("item.Painting.title", "t"))
                            .orderBy("item.Painting.title", "text")
                            .list())
                    .allSatisfy(each ->
                            assertThat(((Painting) each.getItem()).getTitle()).isEqualTo("t"))
                    .extracting(Remark::getText)
                    .containsExactly("a", "b");
            assertThat(paintings.select().groupBy("title").count("remarks").list())
                    .containsExactly(Map.of("title", "t", "remarks", 2L));
            Remark remark = new Remark("own");
            remark.setItem(new Ruin("r"));
            try (EntityManager em = factory.createEntityManager()) {
                em.getTransaction().begin();
                em.persist(remark);
                em.getTransaction().commit();
                Remark detached = remarks.find(remark.getId()).orElseThrow();
                detached.setItem(painting);
                em.getTransaction().begin();
                em.merge(detached);
                em.getTransaction().commit();
            }
            assertThat(remarks.select(Map.of("item", painting)).count()).isEqualTo(3);
            assertThat(remarks.deleteWhere(Map.of("item.Painting.title", "t"))).isEqualTo(3);
        } finally {
            factory.close();
        }
    }

    @Test
    void eclipseLinkFive_doesTheSame() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader five = EclipseLinkFive.loader();
                URLClassLoader units = new URLClassLoader(
                        new URL[] {Path.of("src/test/units/traps").toUri().toURL()}, five)) {
            thread.setContextClassLoader(units);
            Map<String, String> properties = new HashMap<>(database.properties("gallery_five"));
            properties.put(
                    "jakarta.persistence.jdbc.driver",
                    switch (database) {
                        case H2 -> "org.h2.Driver";
                        case DERBY -> "org.apache.derby.iapi.jdbc.AutoloadedDriver";
                        case POSTGRESQL -> "org.postgresql.Driver";
                    });
            five.loadClass(PolymorphicStorageTest.class.getName())
                    .getMethod("inAnotherProvider", Map.class)
                    .invoke(null, properties);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
