package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.freight.Address;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Mark;
import org.easymodel.contract.repository.freight.Place;
import org.easymodel.contract.repository.freight.Shipment;
import org.easymodel.contract.repository.freight.Truck;
import org.easymodel.contract.repository.freight.Vehicle;
import org.easymodel.contract.repository.freight.Wagon;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entities as records. */
@Tag("woven")
class AsRecordTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000007");

    record PlaceView(double latitude, BigDecimal longitude) {}

    record AddressView(String city, PlaceView place) {}

    record Notes(List<String> notes, List<String> marks, Map<String, Long> stock, Set<PlaceView> exits) {}

    record DriverView(String name, LocalDate since) {}

    record VehicleView(String plate, List<DriverView> drivers, String depotCode, Long depotManagerId) {}

    record Objects(Depot depot, Iterable<Driver> drivers) {}

    record ShipmentView(
            UUID id,
            BigDecimal weight,
            byte[] label,
            String mark,
            Instant booked,
            long steps,
            String lane,
            Object share) {}

    record Paid(boolean paid) {}

    record Number(byte weight) {}

    record WagonView(long id, WagonView next) {}

    record Circle(String plate, DepotOfCircle depot) {}

    record DepotOfCircle(List<Circle> vehicles) {}

    record Wrong(
            String cod, int code, Long address, String vehicles, List<String> exits, String manager, NoteView stock) {}

    record NoteView(String text) {}

    record Nested(String code, List<VehicleWrong> vehicles, DriverWrong manager) {}

    record VehicleWrong(String plat) {}

    record DriverWrong(String nam, List<Raw> depots) {}

    record Raw(@SuppressWarnings("rawtypes") List notes) {}

    record Strict(String code) {
        Strict {
            if (code.equals("VIE")) {
                throw new IllegalArgumentException("not here");
            }
        }
    }

    record Nothing() {}

    record Generic<T>(T code) {}

    private Freight freight;

    @BeforeEach
    void open() {
        freight = Freight.on(Database.H2);
        freight.empty();
    }

    private BlockingRepository<Depot> depots() {
        return freight.rows(Depot.class);
    }

    private BlockingRepository<Vehicle> vehicles() {
        return freight.rows(Vehicle.class);
    }

    private static Depot depot() {
        Depot depot = new Depot("AT", "VIE");
        depot.setGates(3);
        depot.setAddress(new Address("Wien", "Ring 1", new Place(48.2, 16.4)));
        depot.getNotes().addAll(List.of("b", "a"));
        depot.getMarks().addAll(List.of(Mark.URGENT, Mark.COLD));
        depot.getStock().putAll(Map.of("z", 1, "a", 2));
        depot.getExits().addAll(List.of(new Place(2, 1), new Place(1, 1)));
        return depot;
    }

    private Vehicle vehicle() {
        Depot depot = depots().insert(depot());
        Truck truck = new Truck();
        truck.setPlate("W 1");
        truck.setDepot(depot);
        Vehicle vehicle = vehicles().insert(truck);
        for (String name : List.of("Eva", "Jan")) {
            Driver driver = new Driver(name);
            driver.setVehicleId(vehicle.getId());
            freight.rows(Driver.class).insert(driver);
        }
        return vehicle;
    }

    @Test
    void attributes_embeddablesAndCollections_areTaken() {
        record View(
                Long id,
                String code,
                BigInteger gates,
                AddressView address,
                String addressCity,
                double addressPlaceLatitude,
                String alarmCode) {}

        assertThat(freight.silently(() -> depots().as(View.class, depot())))
                .isEqualTo(new View(
                        null,
                        "VIE",
                        BigInteger.valueOf(3),
                        new AddressView("Wien", new PlaceView(48.2, new BigDecimal("16.4"))),
                        "Wien",
                        48.2,
                        "secret"));
        assertThat(freight.silently(() -> depots().as(Notes.class, depot())))
                .isEqualTo(new Notes(
                        List.of("b", "a"),
                        List.of("COLD", "URGENT"),
                        Map.of("a", 2L, "z", 1L),
                        Set.of(new PlaceView(1, new BigDecimal("1.0")), new PlaceView(2, new BigDecimal("1.0")))));
        assertThat(depots().as(Nothing.class, depot())).isEqualTo(new Nothing());
    }

    @Test
    void relationships_areNestedRecords() {
        vehicle();
        Vehicle vehicle = vehicles().select().include("depot", "drivers").one();

        assertThat(freight.silently(() -> vehicles().as(VehicleView.class, vehicle)))
                .isEqualTo(new VehicleView(
                        "W 1",
                        List.of(new DriverView("Eva", LocalDate.now()), new DriverView("Jan", LocalDate.now())),
                        "VIE",
                        null));
        Objects objects = freight.silently(() -> vehicles().as(Objects.class, vehicle));
        assertThat(objects.depot()).isSameAs(vehicle.getDepot());
        assertThat(objects.drivers()).containsExactlyElementsOf(vehicle.getDrivers());
    }

    @Test
    void toOne_thatIsNull_isNull() {
        Vehicle vehicle = vehicles().insert(new Truck());

        assertThat(vehicles().as(VehicleView.class, vehicle))
                .isEqualTo(new VehicleView("unknown", List.of(), null, null));
    }

    @Test
    void values_areConvertedWithoutLoss() {
        Shipment shipment = new Shipment(ID);
        shipment.setWeight(new BigDecimal("1.500"));
        shipment.setLabel(new byte[] {1, 2});
        shipment.setMark(Mark.FRAGILE);

        ShipmentView view = freight.rows(Shipment.class).as(ShipmentView.class, shipment);

        assertThat(view)
                .usingRecursiveComparison()
                .isEqualTo(new ShipmentView(
                        ID, new BigDecimal("1.500"), new byte[] {1, 2}, "FRAGILE", null, 0, "A", (short) 0));
        assertThat(view.label()).isNotSameAs(shipment.getLabel());
    }

    @Test
    void values_thatDoNotFit_areRefused() {
        Shipment shipment = new Shipment(ID);
        shipment.setWeight(new BigDecimal("1.5"));
        BlockingRepository<Shipment> shipments = freight.rows(Shipment.class);

        assertThatThrownBy(() -> shipments.as(Paid.class, shipment))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1246 Shipment.as: the component 'paid' of the record Paid is primitive, and the entity has"
                                + " no value for it. Declare it as Boolean.");
        assertThatThrownBy(() -> shipments.as(Number.class, shipment))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1247 Shipment.as: the component 'weight' of the record Number takes byte, and a value of"
                                + " type BigDecimal does not convert to it without loss.");
        shipment.setWeight(new BigDecimal("2.00"));
        assertThat(shipments.as(Number.class, shipment)).isEqualTo(new Number((byte) 2));
    }

    @Test
    void wrongComponents_areRefusedAllAtOnce_beforeAnythingIsRead() {
        String names = "Depot has address, alarmCode, code, country, exits, gates, id, manager, managerId, marks, name,"
                + " notes, stock, vehicles.";
        assertThatThrownBy(() -> depots().as(Wrong.class, new Depot()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-1243 Depot.as: the record Wrong has a component 'cod' without an attribute. " + names
                        + """
                         Did you mean 'code'?
                        EM-1245 Depot.as: the component 'code' of the record Wrong is of type int, and 'code' does not convert to it. Declare it as String.
                        EM-1245 Depot.as: the component 'address' of the record Wrong is of type Long, and 'address' does not convert to it. Declare it as a record, or as Address.
                        EM-1245 Depot.as: the component 'vehicles' of the record Wrong is of type String, and 'vehicles' does not convert to it. Declare it as a List of records, or of Vehicle.
                        EM-1245 Depot.as: the component 'exits' of the record Wrong is of type List<String>, and 'exits' does not convert to it. Declare it as a List of records, or of Place.
                        EM-1245 Depot.as: the component 'manager' of the record Wrong is of type String, and 'manager' does not convert to it. Declare it as a record, or as Driver.
                        EM-1245 Depot.as: the component 'stock' of the record Wrong is of type NoteView, and 'stock' does not convert to it. Declare it as a Map from String to Integer.""");
        assertThatThrownBy(() -> depots().as(Nested.class, new Depot())).hasMessage("""
                        EM-1243 Depot.as: the record VehicleWrong has a component 'plat' without an attribute. Vehicle has depot, depotId, drivers, id, plate, version. Did you mean 'plate'?
                        EM-1243 Depot.as: the record DriverWrong has a component 'nam' without an attribute. Driver has depots, email, id, licence, name, since, vehicle, vehicleId. Did you mean 'name'?
                        EM-1245 Depot.as: the component 'notes' of the record Raw is of type List, and 'notes' does not convert to it. Declare it as a List of String.""");
        assertThatThrownBy(() -> depots().as(Generic.class, new Depot()))
                .hasMessage(
                        "EM-1245 Depot.as: the component 'code' of the record Generic is of type T, and 'code' does not"
                                + " convert to it. Declare it as String.");
    }

    @Test
    void componentOfTwoMeanings_isRefused() {
        record Ambiguous(String senderNameFirst) {}

        assertThatThrownBy(() -> freight.rows(Shipment.class).as(Ambiguous.class, new Shipment(ID)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1244 Shipment.as: the component 'senderNameFirst' of the record Ambiguous may mean"
                                + " 'sender.nameFirst' or 'senderName.first'. Give it the name of an attribute, or nest a record.");
    }

    @Test
    void unloaded_isRefusedWithThePath() {
        vehicle();
        Depot depot = depots().select().include("vehicles").one();
        record View(List<VehicleView> vehicles) {}
        record DepotNotes(List<String> notes) {}

        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> freight.silently(() -> depots().as(View.class, depot)))
                .withMessage(
                        "EM-1404 Depot.as: the component 'drivers' of the record VehicleView needs 'vehicles.drivers',"
                                + " which is not loaded. Ask for it with include(\"vehicles.drivers\") before the query runs.");
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> freight.silently(() -> depots().as(DepotNotes.class, depot)))
                .withMessageStartingWith(
                        "EM-1404 Depot.as: the component 'notes' of the record DepotNotes needs 'notes', which is not"
                                + " loaded.");
    }

    @Test
    void circle_hasNoRecord() {
        vehicle();
        Vehicle vehicle = vehicles().select().include("depot.vehicles").one();

        assertThatThrownBy(() -> vehicles().as(Circle.class, vehicle))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1248 Vehicle.as: a Vehicle leads back to itself over the components of the record Circle, so"
                                + " that the record would have no end. Leave one of the components out, or use toMap.");
    }

    @Test
    void chain_isARecordOfRecords_upToTheLimit() {
        BlockingRepository<Wagon> wagons = freight.rows(Wagon.class);

        wagons.insert(chain(3));
        Wagon first = wagons.find(1, "next.next.next").orElseThrow();

        assertThat(freight.silently(() -> wagons.as(WagonView.class, first)))
                .isEqualTo(new WagonView(1, new WagonView(2, new WagonView(3, null))));
        assertThatThrownBy(() -> wagons.as(WagonView.class, chain(10_000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1249 Wagon.as: the record WagonView would lie more than 64 records deep. Leave one of its"
                                + " components out.");
    }

    private static Wagon chain(int length) {
        Wagon wagon = null;
        for (long id = length; id > 0; id--) {
            wagon = new Wagon(id, wagon);
        }
        return wagon;
    }

    @Test
    void recordThatRefuses_isTold() {
        assertThatThrownBy(() -> depots().as(Strict.class, depot()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-1238 Depot.as: the record Strict refused the values of a row.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noEntity_isRefused() {
        assertThatThrownBy(() -> depots().as(Strict.class, null))
                .hasMessage("EM-2008 Depot.as: no entity of type Depot is given. Give one.");
        assertThatThrownBy(() -> depots().as(null, depot())).isInstanceOf(NullPointerException.class);
    }

    @Test
    void subclass_givesItsOwnAttributes() {
        record TruckView(String plate, BigDecimal tons) {}
        Truck truck = new Truck();
        truck.setTons(new BigDecimal("7.5"));

        assertThat(vehicles().as(TruckView.class, truck)).isEqualTo(new TruckView(null, new BigDecimal("7.5")));
        assertThatThrownBy(() -> vehicles().as(TruckView.class, new Vehicle()))
                .hasMessageStartingWith("EM-1243 Vehicle.as: the record TruckView has a component 'tons'");
    }

    @Test
    void bothViews_giveTheSame() {
        Depot depot = depot();

        assertThat(depots().async().as(Notes.class, depot)).isEqualTo(depots().as(Notes.class, depot));
    }
}
