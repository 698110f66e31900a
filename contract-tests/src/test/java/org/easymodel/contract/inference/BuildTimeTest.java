package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.OnDelete;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same rules serve build time and run time: for each shape of a relationship, the scanner of the classes, the builder of a
 * unit in code and the deployed unit say the same, word for word.
 */
@Tag("woven")
class BuildTimeTest {

    // Links.

    @Entity(name = "Author")
    public static class Author extends EasyModel {
        String name;
    }

    @Entity(name = "Book")
    public static class Book extends EasyModel {
        @References(value = Author.class, onDelete = OnDelete.CASCADE, orphanRemoval = true)
        Long authorId;
    }

    @Entity(name = "Tag")
    public static class Label extends EasyModel {}

    @Entity(name = "BookTag")
    public static class BookTag extends EasyModel {
        Long bookId;

        @References(Label.class)
        Long tagId;
    }

    @Link
    @Entity(name = "Reading")
    public static class Reading extends EasyModel {
        @References(Book.class)
        Long bookId;

        @References(value = Author.class, attribute = "reader", inverse = "readings")
        Long readerId;

        int pages;
    }

    @Link(unique = false)
    @Entity(name = "Loan")
    public static class Loan extends EasyModel {
        @References(Book.class)
        Long bookId;

        @References(Author.class)
        Long authorId;

        String day;
    }

    // Several keys to one entity, a tree, a unique key, keys of other types.

    @Entity(name = "Person")
    public static class Person {
        @Id
        UUID id;

        UUID personId;

        @References(Person.class)
        UUID parentId;

        @References(value = Person.class, onDelete = OnDelete.SET_NULL)
        UUID godparentId;
    }

    @Entity(name = "Passport")
    public static class Passport {
        @Id
        String number;

        @Column(unique = true)
        UUID personId;
    }

    @Entity(name = "Visa")
    public static class Visa {
        @Id
        @References(Passport.class)
        String passportId;

        @ManyToOne
        Person officer;
    }

    // Pairs.

    @Entity(name = "Comment")
    public static class Comment extends EasyModel {
        String subjectType;

        @Polymorphic(
                types = {Book.class, Author.class},
                onDelete = OnDelete.CASCADE)
        Long subjectId;

        Character kind;

        @Polymorphic(
                types = {Vehicle.class, Book.class},
                values = {"v", "b"},
                other = "kind",
                inverse = "marks")
        Long markedId;
    }

    // Keys of several attributes.

    public static class LineKey implements Serializable {
        Long orderId;
        Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineKey key && key.orderId.equals(orderId) && key.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderId, number);
        }
    }

    @Entity(name = "OrderLine")
    @IdClass(LineKey.class)
    public static class OrderLine {
        @Id
        Long orderId;

        @Id
        Integer number;
    }

    @Embeddable
    public static class SlotKey implements Serializable {
        Long room;
        Integer hourOfDay;

        @Override
        public boolean equals(Object other) {
            return other instanceof SlotKey key && key.room.equals(room) && key.hourOfDay.equals(hourOfDay);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, hourOfDay);
        }
    }

    @Entity(name = "Slot")
    public static class Slot {
        @EmbeddedId
        SlotKey key;
    }

    @Entity(name = "Complaint")
    public static class Complaint {
        @Id
        Long id;

        @References(value = OrderLine.class, key = "orderId", attribute = "line", inverse = "complaints")
        Long first;

        @References(value = OrderLine.class, key = "number")
        Integer second;

        Long slotRoom;
        Integer slotHourOfDay;
    }

    @Link
    @Entity(name = "Booking")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"ORDERID", "LINENUMBER", "ROOM", "HOUROFDAY"}))
    public static class Booking {
        @Id
        Long id;

        @References(OrderLine.class)
        Long orderId;

        @References(OrderLine.class)
        Integer lineNumber;

        @References(Slot.class)
        Long room;

        @References(Slot.class)
        Integer hourOfDay;
    }

    // Embeddables and superclasses.

    @Entity(name = "Country")
    public static class Country {
        @Id
        String code;
    }

    @Embeddable
    public static class Address {
        @References(Country.class)
        String countryId;

        String city;
    }

    @MappedSuperclass
    public abstract static class Sent<K> {
        @Id
        Long id;

        @Embedded
        Address origin;

        @Embedded
        @AttributeOverride(name = "countryId", column = @Column(name = "GOAL"))
        @AttributeOverride(name = "city", column = @Column(name = "GOAL_CITY"))
        Address goal;

        @References(Person.class)
        K senderId;
    }

    @Entity(name = "Parcel")
    public static class Parcel extends Sent<UUID> {
        @Transient
        Person sender;

        @Transient
        Country originCountry;
    }

    @Entity(name = "Telegram")
    @AttributeOverride(name = "senderId", column = @Column(name = "S", unique = true))
    public static class Telegram extends Sent<UUID> {}

    // Hierarchies.

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Vehicle {
        @Id
        Long id;

        UUID personId;
    }

    @Entity(name = "Truck")
    public static class Truck extends Vehicle {
        @References(Truck.class)
        Long trailerId;

        @References(Country.class)
        String plateId;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Payment {
        @Id
        Long id;

        UUID personId;
        Long vehicleId;
    }

    @Entity(name = "Cheque")
    public static class Cheque extends Payment {
        Long truckId;
        String countryId;
    }

    @Entity(name = "Shape")
    public static class Shape {
        @Id
        Long id;

        Long shapeId;
    }

    @Entity(name = "Circle")
    public static class Circle extends Shape {
        Long circleId;

        @References(Shape.class)
        Long parentId;
    }

    // What cannot be inferred, and what is not decided.

    @Entity(name = "Odd")
    public static class Odd {
        @Id
        Long personId;

        @References(Person.class)
        Long ownerId;

        @References(Label.class)
        String tagId;

        @Polymorphic(types = Book.class)
        Long thingId;

        @Transient
        Country empty;
    }

    @Entity(name = "Doubtful")
    public static class Doubtful {
        @Id
        UUID personId;

        Long truckId;
        String truck;

        @Transient
        Country empty;

        @Transient
        List<String> odds;
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        "links",
                        List.of(Author.class, Book.class, Label.class, BookTag.class, Reading.class, Loan.class),
                        List.of(
                                "Book.tags: many_to_many Tag over BookTag",
                                "Author.booksViaLoan: many_to_many Book over Loan")),
                Arguments.of(
                        "keys to one entity",
                        List.of(Person.class, Passport.class, Visa.class),
                        List.of(
                                "Person.children: one_to_many Person by parentId",
                                "Person.passport: one_to_one Passport by personId",
                                "Visa.passport: one_to_one Passport by passportId")),
                Arguments.of(
                        "polymorphic pairs",
                        List.of(
                                Author.class,
                                Book.class,
                                Comment.class,
                                Vehicle.class,
                                Truck.class,
                                Person.class,
                                Country.class),
                        List.of(
                                "Book.commentsAsSubject: one_to_many Comment by subjectId",
                                "Vehicle.marks: one_to_many Comment by markedId")),
                Arguments.of(
                        "keys of several attributes",
                        List.of(OrderLine.class, Slot.class, SlotKey.class, Complaint.class, Booking.class),
                        List.of(
                                "Complaint.line: many_to_one OrderLine by second, first",
                                "Complaint.slot: many_to_one Slot by slotHourOfDay, slotRoom",
                                "OrderLine.slots: many_to_many Slot over Booking")),
                Arguments.of(
                        "embeddables and superclasses",
                        List.of(Country.class, Address.class, Sent.class, Parcel.class, Telegram.class, Person.class),
                        List.of(
                                "Parcel.originCountry: many_to_one Country by origin.countryId",
                                "Parcel.sender: many_to_one Person by senderId",
                                "Telegram.sender: one_to_one Person by senderId")),
                Arguments.of(
                        "hierarchies",
                        List.of(
                                Vehicle.class,
                                Truck.class,
                                Payment.class,
                                Cheque.class,
                                Shape.class,
                                Circle.class,
                                Country.class,
                                Person.class),
                        List.of(
                                "Vehicle.person: many_to_one Person by personId",
                                "Truck.trailer: many_to_one Truck by trailerId",
                                "Cheque.truck: many_to_one Truck by truckId",
                                "Payment.vehicle: many_to_one Vehicle by vehicleId",
                                "Circle.parent: many_to_one Shape by parentId")),
                Arguments.of(
                        "what is not decided",
                        List.of(Doubtful.class, Person.class, Country.class, Vehicle.class, Truck.class),
                        List.of("Truck.plate: many_to_one Country by plateId")),
                Arguments.of(
                        "what cannot be",
                        List.of(Odd.class, Person.class, Label.class, Author.class, Book.class, Country.class),
                        List.of("Book.author: many_to_one Author by authorId")));
    }

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void shape_isTheSameAtBuildTimeAndRunTime(String name, List<Class<?>> classes, List<String> among) {
        UnitXml xml = UnitXml.of("small", classes);
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, xml)) {
            assertThat(unit.inferred()).containsAll(among);
            UnitPath.of(directory).call(() -> {
                BuildTime.assertSame("small", unit.model());
                return null;
            });
            BuildTime.assertSame(
                    () -> EasyRepositories.builder()
                            .entities(classes.toArray(Class<?>[]::new))
                            .schema(),
                    unit.model());
        }
    }
}
