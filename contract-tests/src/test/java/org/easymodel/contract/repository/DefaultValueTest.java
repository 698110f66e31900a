package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Licence;
import org.easymodel.contract.repository.freight.Mark;
import org.easymodel.contract.repository.freight.Shipment;
import org.easymodel.contract.repository.freight.Truck;
import org.easymodel.contract.repository.freight.Vehicle;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.NaturalKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not given gets its default value, in every verb that inserts. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class DefaultValueTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000007");

    @Parameter
    private Database database;

    private Freight freight;

    @BeforeEach
    void open() {
        freight = Freight.on(database);
        freight.empty();
    }

    private BlockingRepository<Depot> depots() {
        return freight.rows(Depot.class);
    }

    private BlockingRepository<Shipment> shipments() {
        return freight.rows(Shipment.class);
    }

    @Test
    void insertMap_whatIsAbsentOrNull_isFilled() {
        Depot absent = depots().insertMap(Map.of("country", "AT", "code", "VIE"));
        Depot empty = depots().insertMap(EasyMap.of("country", "AT", "code", "GRZ", "name", null, "gates", null));
        Depot given = depots().insertMap(Map.of("country", "AT", "code", "LNZ", "name", "x", "gates", 9));

        assertThat(List.of(absent, empty)).allSatisfy(depot -> {
            assertThat(depot.getName()).isEqualTo("unnamed");
            assertThat(depot.getGates()).isEqualTo(4);
        });
        assertThat(given.getName()).isEqualTo("x");
        assertThat(given.getGates()).isEqualTo(9);
    }

    @Test
    void insertMap_zeroThatIsGiven_stays() {
        assertThat(depots().insertMap(Map.of("country", "AT", "code", "VIE", "gates", 0))
                        .getGates())
                .isZero();
    }

    @Test
    void insert_whatIsNull_isFilled_onTheGivenObjectToo() {
        Depot given = new Depot("AT", "VIE");
        Depot named = new Depot("AT", "GRZ");
        named.setName("x");

        Depot inserted = depots().insert(given);

        assertThat(inserted.getName()).isEqualTo("unnamed");
        assertThat(given.getName()).isEqualTo("unnamed");
        assertThat(depots().insert(named).getName()).isEqualTo("x");
    }

    @Test
    void insert_primitive_countsAsGiven() {
        assertThat(depots().insert(new Depot("AT", "VIE")).getGates()).isZero();
    }

    @Test
    void values_haveTheTypeOfTheAttribute() {
        Shipment shipment = shipments().insertMap(Map.of("id", ID));
        Truck truck = (Truck) freight.rows(Vehicle.class).insert(new Truck());

        assertThat(shipment.getMark()).isEqualTo(Mark.COLD);
        assertThat(shipment.getBooked()).isEqualTo(Instant.parse("2026-01-31T10:15:30Z"));
        assertThat(truck.getTons()).isEqualByComparingTo(new BigDecimal("7.50"));
        assertThat(truck.getPlate()).isEqualTo("unknown");
    }

    @Test
    void now_isTheDayOfTheInsert() {
        LocalDate before = LocalDate.now();

        Driver driver = freight.rows(Driver.class).insert(new Driver("Eva"));

        assertThat(driver.getSince()).isBetween(before, LocalDate.now());
    }

    @Test
    void nestedRows_areFilledToo() {
        Depot depot = depots().insertMap(Map.of(
                "country",
                "AT",
                "code",
                "VIE",
                "manager",
                Map.of("name", "Eva", "licence", Map.of("number", "1")),
                "vehicles",
                List.of(Map.of())));

        freight.write(em -> {
            Driver driver = em.find(Driver.class, depot.getManagerId());
            assertThat(driver.getSince()).isNotNull();
            assertThat(em.createQuery("select v.plate from Vehicle v", String.class)
                            .getResultList())
                    .containsExactly("unknown");
        });
    }

    @Test
    void embeddables_areFilledToo() {
        Driver map = freight.rows(Driver.class)
                .insertMap(Map.of("name", "Eva", "licence", EasyMap.of("number", "1", "points", null)));
        Driver object = freight.rows(Driver.class).insert(new Driver("Jan"));

        assertThat(map.getLicence())
                .returns("1", Licence::getNumber)
                .returns('B', Licence::getCategory)
                .returns(12, Licence::getPoints);
        assertThat(object.getLicence()).returns('B', Licence::getCategory).returns(0, Licence::getPoints);
    }

    @Test
    void requiredValue_withDefault_isNotMissed() {
        assertThatThrownBy(() -> depots().insertMap(EasyMap.of("country", null)))
                .hasMessage("""
                        EM-1308 Depot.insertMap: 'country' is required and is given as null. Give a value.
                        EM-1307 Depot.insertMap: 'code' is required to insert Depot and missing. Give a value.""");
    }

    @Test
    void linkedRow_isNotFilled() {
        Depot depot = depots().insertMap(Map.of("country", "AT", "code", "VIE", "name", "old"));

        freight.rows(Vehicle.class).insertMap(Map.of("depot", Map.of("id", depot.getId())));
        assertThatThrownBy(() -> freight.rows(Vehicle.class)
                        .insertMap(Map.of("depot", EasyMap.of("id", depot.getId(), "name", null))))
                .hasMessageStartingWith("EM-1318 Vehicle.insertMap: 'depot.name' differs");

        assertThat(depots().select().one().getName()).isEqualTo("old");
    }

    @Entity(name = "Wrong")
    public static class Wrong {

        @Id
        @DefaultValue("x")
        private Long id;

        @DefaultValue("soon")
        private LocalDate due;

        @DefaultValue("1")
        @NaturalKey
        @ManyToMany
        private List<Wrong> others;

        @NaturalKey
        @OneToMany
        private List<Wrong> more;
    }

    @Test
    void wrongAnnotations_areToldWhenTheUnitIsOpened(@TempDir Path directory) {
        Map<String, String> properties = new HashMap<>(database.properties("wrong" + System.nanoTime()));
        var factory = UnitPath.of(directory, UnitXml.of("wrong", List.of(Wrong.class)))
                .call(() -> Persistence.createEntityManagerFactory("wrong", properties));
        String remedy =
                " Write a number, true or false, an enum constant, a text, or a date in the form of ISO 8601, as the"
                        + " type asks; or 'now' for a date or time.";
        String key =
                ": @NaturalKey stands on something that is not one column of this row. Put it on attributes with one"
                        + " value, and on to-one relationships that this side owns.";

        assertThatThrownBy(() -> EasyRepositories.on(factory))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("EM-2018 Wrong.due: the text of @DefaultValue is no value of the type LocalDate." + remedy
                        + "\nEM-2018 Wrong.id: the text of @DefaultValue is no value of the type Long." + remedy
                        + "\nEM-2019 Wrong.more" + key
                        + "\nEM-2018 Wrong.others: the text of @DefaultValue is no value of an attribute with one value."
                        + remedy
                        + "\nEM-2019 Wrong.others" + key);
        factory.close();
    }
}
