package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.Problem;
import org.easymodel.model.Link;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications as they have been written for years, with keys for relationships: what a person would have written is inferred. */
class LegacyModelsTest {

    // A clinic for animals.

    @Entity(name = "Owner")
    @Table(name = "owners")
    public static class Owner {
        @Id
        Integer id;

        String firstName;
        String lastName;
        String telephone;
    }

    @Entity(name = "PetType")
    @Table(name = "types")
    public static class PetType {
        @Id
        Integer id;

        String name;
    }

    @Entity(name = "Pet")
    @Table(name = "pets")
    public static class Pet {
        @Id
        Integer id;

        String name;
        LocalDate birthDate;

        @References(value = PetType.class, attribute = "type")
        @Column(name = "type_id")
        Integer typeId;

        @Column(name = "owner_id")
        Integer ownerId;
    }

    @Entity(name = "Visit")
    @Table(name = "visits")
    public static class Visit {
        @Id
        Integer id;

        @Column(name = "pet_id")
        Integer petId;

        String description;
    }

    @Entity(name = "Vet")
    @Table(name = "vets")
    public static class Vet {
        @Id
        Integer id;

        String lastName;
    }

    @Entity(name = "Specialty")
    @Table(name = "specialties")
    public static class Specialty {
        @Id
        Integer id;

        String name;
    }

    public static class VetSpecialtyKey implements Serializable {
        Integer vetId;
        Integer specialtyId;

        @Override
        public boolean equals(Object other) {
            return other instanceof VetSpecialtyKey key
                    && key.vetId.equals(vetId)
                    && key.specialtyId.equals(specialtyId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(vetId, specialtyId);
        }
    }

    @Entity(name = "VetSpecialty")
    @Table(name = "vet_specialties")
    @IdClass(VetSpecialtyKey.class)
    public static class VetSpecialty {
        @Id
        Integer vetId;

        @Id
        Integer specialtyId;
    }

    // A shop for animals, whose keys are texts and whose lines are counted.

    @Entity(name = "Category")
    public static class Category {
        @Id
        String categoryId;

        String name;
    }

    @Entity(name = "Product")
    public static class Product {
        @Id
        String productId;

        String categoryId;
        String name;
    }

    @Entity(name = "Item")
    public static class Item {
        @Id
        String itemId;

        String productId;

        @References(Supplier.class)
        Integer supplierId;

        BigDecimal listPrice;
    }

    @Entity(name = "Supplier")
    public static class Supplier {
        @Id
        Integer supplierId;

        String status;
    }

    @Entity(name = "Account")
    public static class Account {
        @Id
        String username;

        @References(value = Category.class, attribute = "favouriteCategory", inverse = "fans")
        String favouriteCategoryId;

        boolean listOption;
    }

    @Entity(name = "Order")
    @Table(name = "ORDERS")
    public static class Order {
        @Id
        Integer orderId;

        @References(value = Account.class, attribute = "account")
        String username;

        String courier;
        String creditCard;
    }

    public static class LineItemKey implements Serializable {
        Integer orderId;
        Integer lineNumber;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineItemKey key && key.orderId.equals(orderId) && key.lineNumber.equals(lineNumber);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderId, lineNumber);
        }
    }

    @Entity(name = "LineItem")
    @IdClass(LineItemKey.class)
    public static class LineItem {
        @Id
        Integer orderId;

        @Id
        Integer lineNumber;

        String itemId;
        int quantity;
    }

    // A market of shares.

    public enum Side {
        BUY,
        SELL
    }

    @Entity(name = "Profile")
    public static class Profile {
        @Id
        String userId;

        String fullName;
    }

    @Entity(name = "Depot")
    public static class Depot {
        @Id
        Integer accountId;

        @References(value = Profile.class, attribute = "profile")
        @Column(unique = true)
        String profileUserId;

        BigDecimal balance;
    }

    @Entity(name = "Quote")
    public static class Quote {
        @Id
        String symbol;

        String companyName;
    }

    @Entity(name = "Holding")
    public static class Holding {
        @Id
        Integer holdingId;

        @References(value = Depot.class, attribute = "depot")
        Integer accountId;

        @References(value = Quote.class, attribute = "quote")
        String quoteSymbol;

        double quantity;
    }

    @Entity(name = "Trade")
    public static class Trade {
        @Id
        Integer orderId;

        @Enumerated
        Side side;

        @References(value = Depot.class, attribute = "depot")
        Integer accountId;

        Integer holdingId;
    }

    // A tracker of cargo, with places in values.

    @Entity(name = "Location")
    public static class Location {
        @Id
        Long id;

        @Column(unique = true)
        String unlocode;
    }

    @Embeddable
    public static class Route {
        @References(Location.class)
        Long originId;

        @References(Location.class)
        Long destinationId;

        LocalDate arrivalDeadline;
    }

    @Entity(name = "Cargo")
    public static class Cargo {
        @Id
        Long id;

        String trackingId;

        @Embedded
        Route route;

        @References(value = HandlingEvent.class, inverse = "lastOf")
        Long lastEventId;
    }

    @Entity(name = "Voyage")
    public static class Voyage {
        @Id
        Long id;

        String voyageNumber;
    }

    @Entity(name = "HandlingEvent")
    public static class HandlingEvent {
        @Id
        Long id;

        Long cargoId;
        Long voyageId;
        Long locationId;
        String type;
    }

    // A school of several tenants.

    @Entity(name = "Tenant")
    public static class Tenant {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Student")
    public static class Student {
        @Id
        Long id;

        Long tenantId;
        String name;
    }

    @Entity(name = "Course")
    public static class Course {
        @Id
        Long id;

        Long tenantId;
        String title;
    }

    @Link
    @Entity(name = "Enrollment")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"TENANTID", "STUDENTID", "COURSEID"}))
    public static class Enrollment {
        @Id
        @jakarta.persistence.GeneratedValue
        Long id;

        @Column(nullable = false)
        Long tenantId;

        @Column(nullable = false)
        Long studentId;

        @Column(nullable = false)
        Long courseId;
    }

    @TempDir
    private Path directory;

    private void assertInferred(List<Class<?>> classes, String... expected) {
        try (SmallUnit unit = SmallUnit.migrated(directory, Database.H2, classes.toArray(Class<?>[]::new))) {
            assertThat(unit.inferred()).containsExactlyInAnyOrder(expected);
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings()).map(Problem::toString).isEmpty();
        }
    }

    @Test
    void clinic() {
        assertInferred(
                List.of(
                        Owner.class,
                        PetType.class,
                        Pet.class,
                        Visit.class,
                        Vet.class,
                        Specialty.class,
                        VetSpecialty.class),
                "Pet.type: many_to_one PetType by typeId",
                "PetType.pets: one_to_many Pet by typeId",
                "Pet.owner: many_to_one Owner by ownerId",
                "Owner.pets: one_to_many Pet by ownerId",
                "Visit.pet: many_to_one Pet by petId",
                "Pet.visits: one_to_many Visit by petId",
                "VetSpecialty.vet: many_to_one Vet by vetId",
                "VetSpecialty.specialty: many_to_one Specialty by specialtyId",
                "Vet.vetSpecialties: one_to_many VetSpecialty by vetId",
                "Specialty.vetSpecialties: one_to_many VetSpecialty by specialtyId",
                "Vet.specialties: many_to_many Specialty over VetSpecialty",
                "Specialty.vets: many_to_many Vet over VetSpecialty");
    }

    @Test
    void petShop() {
        assertInferred(
                List.of(
                        Category.class,
                        Product.class,
                        Item.class,
                        Supplier.class,
                        Account.class,
                        Order.class,
                        LineItem.class),
                "Product.category: many_to_one Category by categoryId",
                "Category.products: one_to_many Product by categoryId",
                "Item.product: many_to_one Product by productId",
                "Product.items: one_to_many Item by productId",
                "Item.supplier: many_to_one Supplier by supplierId",
                "Supplier.items: one_to_many Item by supplierId",
                "Account.favouriteCategory: many_to_one Category by favouriteCategoryId",
                "Category.fans: one_to_many Account by favouriteCategoryId",
                "Order.account: many_to_one Account by username",
                "Account.orders: one_to_many Order by username",
                "LineItem.order: many_to_one Order by orderId",
                "Order.lineItems: one_to_many LineItem by orderId",
                "LineItem.item: many_to_one Item by itemId",
                "Item.lineItems: one_to_many LineItem by itemId");
    }

    @Test
    void market() {
        assertInferred(
                List.of(Profile.class, Depot.class, Quote.class, Holding.class, Trade.class),
                "Depot.profile: one_to_one Profile by profileUserId",
                "Profile.depot: one_to_one Depot by profileUserId",
                "Holding.depot: many_to_one Depot by accountId",
                "Depot.holdings: one_to_many Holding by accountId",
                "Holding.quote: many_to_one Quote by quoteSymbol",
                "Quote.holdings: one_to_many Holding by quoteSymbol",
                "Trade.depot: many_to_one Depot by accountId",
                "Depot.trades: one_to_many Trade by accountId",
                "Trade.holding: many_to_one Holding by holdingId",
                "Holding.trades: one_to_many Trade by holdingId");
    }

    @Test
    void cargo() {
        assertInferred(
                List.of(Location.class, Route.class, Cargo.class, Voyage.class, HandlingEvent.class),
                "Cargo.origin: many_to_one Location by route.originId",
                "Location.cargoesAsOrigin: one_to_many Cargo by route.originId",
                "Cargo.destination: many_to_one Location by route.destinationId",
                "Location.cargoesAsDestination: one_to_many Cargo by route.destinationId",
                "Cargo.lastEvent: many_to_one HandlingEvent by lastEventId",
                "HandlingEvent.lastOf: one_to_many Cargo by lastEventId",
                "HandlingEvent.cargo: many_to_one Cargo by cargoId",
                "Cargo.handlingEvents: one_to_many HandlingEvent by cargoId",
                "HandlingEvent.voyage: many_to_one Voyage by voyageId",
                "Voyage.handlingEvents: one_to_many HandlingEvent by voyageId",
                "HandlingEvent.location: many_to_one Location by locationId",
                "Location.handlingEvents: one_to_many HandlingEvent by locationId");
    }

    @Test
    void tenants_linkTheirRows() {
        try (SmallUnit unit = SmallUnit.migrated(
                directory, Database.H2, Tenant.class, Student.class, Course.class, Enrollment.class)) {
            assertThat(unit.inferred())
                    .contains(
                            "Student.courses: many_to_many Course over Enrollment",
                            "Course.students: many_to_many Student over Enrollment",
                            "Enrollment.tenant: many_to_one Tenant by tenantId",
                            "Tenant.enrollments: one_to_many Enrollment by tenantId");
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings()).isEmpty();
            unit.easy.blocking(Tenant.class).insertMap(Map.of("id", 1, "name", "North"));
            unit.easy.blocking(Course.class).insertMap(Map.of("id", 1, "tenantId", 1, "title", "Sea"));
            BlockingRepository<Student> students = unit.easy.blocking(Student.class);
            Student ann = students.insertMap(Map.of("id", 1, "tenantId", 1, "name", "Ann"));
            Course sea = unit.easy.blocking(Course.class).first().orElseThrow();

            students.addRelated(ann, "courses", sea, Map.of("tenantId", 1));

            assertThat(students.count(Map.of("courses.title", "Sea"))).isOne();
            students.delete(ann);
            assertThat(unit.easy.blocking(Enrollment.class).count()).isZero();
        }
    }
}
