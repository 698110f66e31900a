package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are parts of another, in the application's own persistence context: the key decides, a list never does. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class OrphansTest {

    @Entity(name = "Basket")
    public static class Basket {

        @Id
        @GeneratedValue
        Long id;

        String name;

        @Transient
        List<Item> items;
    }

    @Entity(name = "Item")
    public static class Item {

        @Id
        @GeneratedValue
        Long id;

        @References(value = Basket.class, orphanRemoval = true)
        Long basketId;

        String name;

        @Transient
        Basket basket;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private Long id;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(directory, database, Basket.class, Item.class);
        id = unit.easy
                .blocking(Basket.class)
                .insertMap(Map.of("name", "b", "items", List.of(Map.of("name", "pen"), Map.of("name", "ink"))))
                .id;
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private void write(Consumer<EntityManager> work) {
        try (EntityManager em = unit.factory.createEntityManager()) {
            em.getTransaction().begin();
            work.accept(em);
            em.getTransaction().commit();
        }
    }

    private List<String> items() {
        try (EntityManager em = unit.factory.createEntityManager()) {
            return em.find(Basket.class, id).items.stream()
                    .map(item -> item.name)
                    .toList();
        }
    }

    private long rows() {
        return unit.easy.blocking(Item.class).select().count();
    }

    @Test
    void takenOutOfTheList_aRowStays() {
        write(em -> {
            Basket basket = em.find(Basket.class, id);
            assertThat(basket.items.remove(0).name).isEqualTo("pen");
            basket.name = "changed";
            em.flush();
            basket.items.clear();
        });
        assertThat(items()).containsExactly("pen", "ink");
        assertThat(unit.easy.blocking(Basket.class).select().one().name).isEqualTo("changed");
        write(em -> em.find(Basket.class, id).items = List.of());
        assertThat(items()).containsExactly("pen", "ink");
    }

    @Test
    void takenOutOfTheListAndRemoved_aRowGoes() {
        write(em -> em.remove(em.find(Basket.class, id).items.remove(0)));
        assertThat(items()).containsExactly("ink");
        assertThat(rows()).isOne();
    }

    @Test
    void withoutItsKey_aRowLeavesTheList() {
        write(em -> {
            Basket basket = em.find(Basket.class, id);
            Item pen = basket.items.remove(0);
            pen.basketId = null;
        });
        assertThat(items()).containsExactly("ink");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void removedWithTheirBasket_rowsGoInAnyOrder() {
        write(em -> {
            Basket basket = em.find(Basket.class, id);
            List<Item> items = List.copyOf(basket.items);
            em.remove(basket);
            items.forEach(em::remove);
        });
        assertThat(rows()).isZero();
        assertThat(unit.easy.blocking(Basket.class).select().count()).isZero();
    }

    @Test
    void aDetachedListThatIsMerged_changesNoRow() {
        Basket read = unit.easy.blocking(Basket.class).select().include("items").one();
        read.items.remove(0);
        read.name = "merged";
        write(em -> em.merge(read));
        assertThat(items()).containsExactly("pen", "ink");
        read.name = "saved";
        unit.easy.blocking(Basket.class).save(read);
        assertThat(items()).containsExactly("pen", "ink");
        assertThat(unit.easy.blocking(Basket.class).select().one().name).isEqualTo("saved");
    }

    @Test
    void byTheRepository_anOrphanGoes() {
        Long ink = unit.easy.blocking(Item.class).select(Map.of("name", "ink")).one().id;
        unit.easy.blocking(Basket.class).update(id, Map.of("items", List.of(Map.of("id", ink))));
        assertThat(items()).containsExactly("ink");
        assertThat(rows()).isOne();
        assertThat(unit.easy.blocking(Basket.class).deleteById(id)).isTrue();
        assertThat(rows()).isZero();
    }
}
