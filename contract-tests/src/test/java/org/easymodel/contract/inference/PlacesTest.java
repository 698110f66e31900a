package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.NoInference;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The fields of entities as places of inferred relationships: every form that can hold one, and every form that cannot. */
@ParameterizedClass
@EnumSource(Database.class)
class PlacesTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    // Sets and collections, of a key and over a link.

    @Entity(name = "Customer")
    public static class Customer extends EasyModel {

        String name;

        @Transient
        Set<Purchase> purchases;

        @Transient
        Collection<Note> notes;

        @Transient
        Set<? extends Badge> badges = new LinkedHashSet<>();
    }

    @Entity(name = "Purchase")
    public static class Purchase {

        @Id
        @GeneratedValue
        Long id;

        @References(value = Customer.class, orphanRemoval = true)
        Long customerId;

        @Transient
        Customer customer;

        String item;

        static Purchase of(String item) {
            Purchase purchase = new Purchase();
            purchase.item = item;
            return purchase;
        }
    }

    @Entity(name = "Note")
    public static class Note {

        @Id
        @GeneratedValue
        Long id;

        @References(Customer.class)
        Long customerId;

        String text;
    }

    @Entity(name = "Badge")
    public static class Badge {

        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity(name = "CustomerBadge")
    public static class CustomerBadge {

        @Id
        @GeneratedValue
        Long id;

        @References(Customer.class)
        Long customerId;

        @References(Badge.class)
        Long badgeId;
    }

    private SmallUnit shop() {
        return SmallUnit.of(
                directory, database, Customer.class, Purchase.class, Note.class, Badge.class, CustomerBadge.class);
    }

    @Test
    void sets_areFilledByQueriesInTheOrderOfTheIds() {
        try (SmallUnit unit = shop()) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings()).isEmpty();
            BlockingRepository<Customer> customers = unit.easy.blocking(Customer.class);
            for (int rows : List.of(3, 30)) {
                customers.insertMap(Map.of(
                        "name", "c" + rows,
                        "purchases", maps(rows, "item"),
                        "notes", maps(rows, "text"),
                        "badges", maps(rows, "name")));
                unit.tap.reset();
                Customer read = customers
                        .select(Map.of("name", "c" + rows))
                        .include("purchases", "notes", "badges")
                        .one();
                assertThat(unit.tap.statements()).hasSize(4);
                assertThat(read.purchases).extracting(each -> each.item).containsExactlyElementsOf(names(rows));
                assertThat(read.notes).extracting(each -> each.text).containsExactlyElementsOf(names(rows));
                assertThat(read.badges).extracting(each -> each.name).containsExactlyInAnyOrderElementsOf(names(rows));
                assertThat(unit.easy
                                .blocking(Purchase.class)
                                .select(Map.of("item", "1", "customer", Map.of("name", "c" + rows)))
                                .include("customer.purchases")
                                .one()
                                .customer
                                .purchases)
                        .hasSize(rows);
            }
            unit.tap.reset();
            assertThat(customers.select().include("purchases").list()).hasSize(2);
            assertThat(unit.tap.statements()).hasSize(2);
        }
    }

    @Test
    void sets_thatWereNotLoaded_areRefused() {
        try (SmallUnit unit = shop()) {
            BlockingRepository<Customer> customers = unit.easy.blocking(Customer.class);
            customers.insertMap(Map.of("name", "Ann", "purchases", maps(2, "item"), "badges", maps(2, "name")));
            Customer read = customers.select().withoutRelated().one();
            unit.tap.reset();
            assertThatThrownBy(() -> read.purchases.size())
                    .isInstanceOf(RelationshipNotLoadedException.class)
                    .hasMessage("EM-1402 Customer.purchases: the relationship is not loaded. Ask for it with"
                            + " include(\"purchases\") before the query runs.");
            assertThatThrownBy(() -> read.purchases.contains(null)).isInstanceOf(RelationshipNotLoadedException.class);
            assertThatThrownBy(() -> read.purchases.iterator()).isInstanceOf(RelationshipNotLoadedException.class);
            assertThatThrownBy(() -> read.badges.isEmpty()).isInstanceOf(RelationshipNotLoadedException.class);
            assertThatThrownBy(() -> read.notes.stream()).isInstanceOf(RelationshipNotLoadedException.class);
            assertThat(unit.tap.statements()).isEmpty();
            unit.easy.blocking(Customer.class).loadRelated(read, "purchases", "badges");
            assertThat(read.purchases).hasSize(2);
            assertThat(read.badges).hasSize(2);
        }
    }

    @Test
    void sets_ofObjects_areInsertedAndSaved() {
        try (SmallUnit unit = shop()) {
            BlockingRepository<Customer> customers = unit.easy.blocking(Customer.class);
            Customer ann = new Customer();
            ann.name = "Ann";
            ann.purchases = new LinkedHashSet<>(List.of(Purchase.of("pen"), Purchase.of("ink")));
            ann.notes = new ArrayList<>();
            Customer inserted = customers.insert(ann);
            assertThat(inserted.purchases).extracting(each -> each.item).containsExactlyInAnyOrder("pen", "ink");
            assertThat(unit.easy
                            .blocking(Purchase.class)
                            .select(Map.of("customerId", inserted.getId()))
                            .count())
                    .isEqualTo(2);
            customers.update(inserted.getId(), Map.of("purchases", maps(1, "item")));
            Customer updated = customers.select().include("purchases").one();
            assertThat(updated.purchases).extracting(each -> each.item).containsExactly("0");
            updated.name = "Anna";
            Customer saved = customers.save(updated);
            assertThat(saved.name).isEqualTo("Anna");
            assertThat(unit.easy.blocking(Purchase.class).select().count()).isOne();
            assertThat(customers.toMap(customers.select().include("purchases").one()))
                    .containsEntry("name", "Anna")
                    .hasEntrySatisfying("purchases", each -> assertThat((Collection<?>) each)
                            .hasSize(1));
        }
    }

    @Test
    void sets_inTheApplicationsPersistenceContext_areLazyAndMerged() {
        try (SmallUnit unit = shop()) {
            Long id = unit.easy
                    .blocking(Customer.class)
                    .insertMap(Map.of("name", "Ann", "purchases", maps(20, "item"), "badges", maps(2, "name")))
                    .getId();
            Customer detached;
            try (EntityManager em = unit.factory.createEntityManager()) {
                em.getTransaction().begin();
                detached = em.find(Customer.class, id);
                unit.tap.reset();
                assertThat(detached.purchases).extracting(each -> each.item).containsExactlyElementsOf(names(20));
                assertThat(detached.badges).hasSize(2);
                assertThat(unit.tap.statements()).hasSize(2);
                em.getTransaction().commit();
            }
            detached.name = "Anna";
            detached.purchases.iterator().next().item = "changed";
            try (EntityManager em = unit.factory.createEntityManager()) {
                em.getTransaction().begin();
                assertThat(em.merge(detached).purchases).hasSize(20);
                em.getTransaction().commit();
            }
            try (EntityManager em = unit.factory.createEntityManager()) {
                assertThat(em.createQuery("select distinct c from Customer c join fetch c.purchases", Customer.class)
                                .getSingleResult())
                        .satisfies(each -> assertThat(each.name).isEqualTo("Anna"))
                        .satisfies(each -> assertThat(each.purchases).hasSize(20));
            }
        }
    }

    private static List<Map<String, Object>> maps(int rows, String attribute) {
        return names(rows).stream()
                .map(name -> Map.<String, Object>of(attribute, name))
                .toList();
    }

    private static List<String> names(int rows) {
        return IntStream.range(0, rows).mapToObj(String::valueOf).toList();
    }

    // Of a polymorphic pair.

    @Entity(name = "Photo")
    public static class Photo extends EasyModel {

        String title;

        @Transient
        Set<Remark> remarks;
    }

    @Entity(name = "Story")
    public static class Story extends EasyModel {

        String title;

        @Transient
        static final List<Remark> remarks = List.of();
    }

    @Entity(name = "Remark")
    public static class Remark extends EasyModel {

        String text;

        String aboutType;

        @Polymorphic(types = {Photo.class, Story.class})
        Long aboutId;

        @Transient
        final Object about = null;
    }

    @Test
    void setsOfAPolymorphicPair_areFilledAndSealed() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Photo.class, Story.class, Remark.class)) {
            assertThat(unit.model().problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "EM-1151 Remark.about: the field is final, so that it cannot hold the relationship of"
                                    + " Remark.aboutId. Declare it as '@Transient Object about', not static and not"
                                    + " final, or give it another name.",
                            "EM-1151 Story.remarks: the field is static, so that it cannot hold the relationship of"
                                    + " Remark.aboutId. Declare it as '@Transient List<Remark> remarks' (or Set, or"
                                    + " Collection), not static and not final, or give it another name.");
            BlockingRepository<Photo> photos = unit.easy.blocking(Photo.class);
            Photo inserted = photos.insertMap(Map.of("title", "Moon", "remarks", maps(3, "text")));
            assertThat(inserted.remarks).hasSize(3);
            assertThat(photos.select().include("remarks").one().remarks)
                    .extracting(each -> each.text)
                    .containsExactly("0", "1", "2");
            Photo unread = photos.select().withoutRelated().one();
            assertThatThrownBy(() -> unread.remarks.size()).isInstanceOf(RelationshipNotLoadedException.class);
        }
    }

    // What cannot hold a relationship.

    @Entity(name = "Shop")
    public static class Shop {

        @Id
        @GeneratedValue
        Long id;

        String name;

        @Transient
        final List<Till> tills = new ArrayList<>();

        static Set<Clerk> clerks;

        @Transient
        @SuppressWarnings("rawtypes")
        List shelves;

        @Transient
        List<Till> doors;

        @Transient
        ArrayList<Sign> signs;

        @Transient
        int[] lamps;

        @Transient
        Map<String, Plant> plants;

        @Transient
        List<Window> windows;

        static final String OWNER = "static fields of other types are in nobody's way";
    }

    @Entity(name = "Till")
    public static class Till extends OfShop {}

    @Entity(name = "Clerk")
    public static class Clerk extends OfShop {

        static Shop shop;
    }

    @Entity(name = "Shelf")
    public static class Shelf extends OfShop {}

    @Entity(name = "Door")
    public static class Door extends OfShop {

        @Transient
        final Shop shop = null;
    }

    @Entity(name = "Sign")
    public static class Sign extends OfShop {}

    @Entity(name = "Lamp")
    public static class Lamp extends OfShop {

        @Transient
        long shop;
    }

    @Entity(name = "Plant")
    public static class Plant extends OfShop {}

    @Entity(name = "Window")
    public static class Window extends OfShop {

        @Transient
        Shop shop;
    }

    @jakarta.persistence.MappedSuperclass
    public abstract static class OfShop {

        @Id
        @GeneratedValue
        Long id;

        @References(Shop.class)
        Long shopId;
    }

    @Entity(name = "Animal")
    @Inheritance
    public static class Animal {

        @Id
        @GeneratedValue
        Long id;

        Long shopId;
    }

    @Entity(name = "Dog")
    public static class Dog extends Animal {

        @Transient
        Shop shop;
    }

    @Test
    void fieldsThatCannotHoldARelationship_areNamedWithTheirRemedies() {
        try (SmallUnit unit = SmallUnit.of(
                directory,
                database,
                Shop.class,
                Till.class,
                Clerk.class,
                Shelf.class,
                Door.class,
                Sign.class,
                Lamp.class,
                Plant.class,
                Window.class,
                Animal.class,
                Dog.class)) {
            assertThat(unit.model().problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "EM-1123 Lamp.shopId: the relationship would be called 'shop', but Lamp has a field or"
                                    + " getter of that name which cannot hold one Shop. Name the relationship with"
                                    + " @References(attribute = ...), or give the field the type of the entity.",
                            "EM-1151 Clerk.shop: the field is static, so that it cannot hold the relationship of"
                                    + " Clerk.shopId. Declare it as '@Transient Shop shop', not static and not final, or give"
                                    + " it another name.",
                            "EM-1151 Door.shop: the field is final, so that it cannot hold the relationship of"
                                    + " Door.shopId. Declare it as '@Transient Shop shop', not static and not final, or give"
                                    + " it another name.",
                            "EM-1151 Shop.clerks: the field is static, so that it cannot hold the relationship of"
                                    + " Clerk.shopId. Declare it as '@Transient List<Clerk> clerks' (or Set, or Collection),"
                                    + " not static and not final, or give it another name.",
                            "EM-1151 Shop.doors: the field is for elements of type Till, so that it cannot hold the"
                                    + " relationship of Door.shopId, which is called 'doorsAsShop' instead. Declare it as"
                                    + " '@Transient List<Door> doors' (or Set, or Collection), not static and not final, or"
                                    + " give it another name.",
                            "EM-1151 Shop.plants: the field is of type Map, so that it cannot hold the relationship"
                                    + " of Plant.shopId, which is called 'plantsAsShop' instead. Declare it as '@Transient"
                                    + " List<Plant> plants' (or Set, or Collection), not static and not final, or give it"
                                    + " another name.",
                            "EM-1151 Shop.shelves: the field does not say of what type its elements are, so that it"
                                    + " cannot hold the relationship of Shelf.shopId. Declare it as '@Transient List<Shelf>"
                                    + " shelves' (or Set, or Collection), not static and not final, or give it another name.",
                            "EM-1151 Shop.signs: the field is of type ArrayList, so that it cannot hold the"
                                    + " relationship of Sign.shopId, which is called 'signsAsShop' instead. Declare it as"
                                    + " '@Transient List<Sign> signs' (or Set, or Collection), not static and not final, or"
                                    + " give it another name.",
                            "EM-1151 Shop.tills: the field is final, so that it cannot hold the relationship of"
                                    + " Till.shopId. Declare it as '@Transient List<Till> tills' (or Set, or Collection), not"
                                    + " static and not final, or give it another name.");
            assertThat(unit.model().warnings())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "EM-1152 Dog.shop: the field cannot hold the relationship of Animal.shopId, because it"
                                    + " is Animal that has the relationship. Declare the field in Animal, or give it another"
                                    + " name.");
        }
    }

    @Test
    void besideSuchFields_everythingWorks() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Shop.class, Till.class, Clerk.class, Door.class, Window.class)) {
            BlockingRepository<Shop> shops = unit.easy.blocking(Shop.class);
            Shop shop = shops.insertMap(Map.of("name", "Corner", "windows", List.of(Map.of(), Map.of())));
            assertThat(shop.windows).hasSize(2);
            Till till = new Till();
            till.shopId = shop.id;
            unit.easy.blocking(Till.class).insert(till);
            assertThat(shops.select(Map.of("tills", Map.of("id", till.id))).count())
                    .isOne();
            assertThat(unit.easy
                            .blocking(Till.class)
                            .select(Map.of("shop", Map.of("name", "Corner")))
                            .count())
                    .isOne();
            assertThat(shops.select().include("windows.shop").one().windows)
                    .allSatisfy(each -> assertThat(each.shop.name).isEqualTo("Corner"));
        }
    }

    // Fields that no relationship fills.

    @Entity(name = "Pupil")
    public static class Pupil {
        @Id
        Long id;

        Long tutorId;

        @Transient
        Teacher tutor;

        @NoInference
        @Transient
        Teacher teacher;

        Long teacherId;

        transient List<Teacher> seen;

        @Transient
        List<String> words;
    }

    @Entity(name = "Teacher")
    public static class Teacher {
        @Id
        Long id;

        @Transient
        List<Pupil> pupils;
    }

    /** Mapped by its getters: the field is only behind one of them. */
    @Entity(name = "Tutorial")
    @Access(AccessType.PROPERTY)
    public static class Tutorial {
        private Long key;
        private Teacher by;

        @Id
        public Long getId() {
            return key;
        }

        public void setId(Long id) {
            key = id;
        }

        @ManyToOne
        public Teacher getLecturer() {
            return by;
        }

        public void setLecturer(Teacher lecturer) {
            by = lecturer;
        }
    }

    @Test
    void fieldsThatStayEmpty_areNamed() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Pupil.class, Teacher.class, Tutorial.class)) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings())
                    .extracting(problem -> problem.code() + " " + problem.place())
                    .containsExactly("EM-1123 Pupil.teacherId", "EM-1155 Pupil.seen", "EM-1155 Pupil.tutor");
        }
    }
}
