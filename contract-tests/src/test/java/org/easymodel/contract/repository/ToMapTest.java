package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepository;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities as maps: what is loaded, in one order, and never by the database. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class ToMapTest {

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

    private BlockingRepository<Vehicle> vehicles() {
        return freight.rows(Vehicle.class);
    }

    private Map<String, Object> map(Depot depot, String... paths) {
        return freight.silently(() -> depots().toMap(depot, paths));
    }

    private Map<String, Object> map(Vehicle vehicle, String... paths) {
        return freight.silently(() -> vehicles().toMap(vehicle, paths));
    }

    /** A depot, its truck, the truck's driver, who manages the depot. */
    private long circle() {
        Depot depot = depots().insert(new Depot("AT", "VIE"));
        Truck truck = new Truck();
        truck.setPlate("W 1");
        truck.setDepot(depot);
        Vehicle vehicle = vehicles().insert(truck);
        Driver driver = new Driver("Eva");
        driver.setVehicleId(vehicle.getId());
        Driver eva = freight.rows(Driver.class).insert(driver);
        depots().update(depot.getId(), Map.of("managerId", eva.getId()));
        return depot.getId();
    }

    private static List<String> keys(Map<String, Object> map) {
        return List.copyOf(map.keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> map, String... path) {
        Object at = map;
        for (String name : path) {
            at = ((Map<String, Object>) at).get(name);
            at = at instanceof List<?> list ? list.get(0) : at;
        }
        return (Map<String, Object>) at;
    }

    @Test
    void newEntity_isWhatItHolds_hiddenLeftOut() {
        Depot depot = new Depot("AT", "VIE");
        depot.setAddress(new Address("Wien", "Ring 1", new Place(48.2, 16.4)));
        depot.getNotes().addAll(List.of("b", "a"));
        depot.getMarks().addAll(List.of(Mark.URGENT, Mark.COLD));
        depot.getStock().putAll(Map.of("z", 1, "a", 2));
        depot.getExits().addAll(List.of(new Place(2, 1), new Place(1, 1)));

        assertThat(map(depot))
                .isEqualTo(EasyMap.of(
                        "id",
                        null,
                        "address",
                        Map.of(
                                "city",
                                "Wien",
                                "place",
                                Map.of("latitude", 48.2, "longitude", 16.4),
                                "street",
                                "Ring 1"),
                        "code",
                        "VIE",
                        "country",
                        "AT",
                        "exits",
                        List.of(Map.of("latitude", 1.0, "longitude", 1.0), Map.of("latitude", 2.0, "longitude", 1.0)),
                        "gates",
                        0,
                        "managerId",
                        null,
                        "marks",
                        List.of(Mark.COLD, Mark.URGENT),
                        "name",
                        null,
                        "notes",
                        List.of("b", "a"),
                        "stock",
                        Map.of("a", 2, "z", 1)));
    }

    @Test
    void keys_standInTheOrderOfTheModel() {
        circle();
        Depot depot = depots().select().include("manager.vehicle", "vehicles").one();

        Map<String, Object> map = map(depot);

        assertThat(keys(map))
                .containsExactly(
                        "id", "address", "code", "country", "gates", "managerId", "name", "manager", "vehicles");
        assertThat(keys(at(map, "manager")))
                .containsExactly("id", "email", "licence", "name", "since", "vehicleId", "vehicle");
        assertThat(map.toString()).isEqualTo(map(depot).toString());
    }

    @Test
    void circle_ofThree_endsWithTheKey() {
        long id = circle();
        Depot depot = depots().select().include("vehicles.drivers.depots").one();

        Map<String, Object> driver = at(map(depot), "vehicles", "drivers");

        assertThat(driver).containsEntry("name", "Eva").containsEntry("depots", List.of(Map.of("id", id)));
    }

    @Test
    void depth_limitsRelationships() {
        circle();
        Depot depot = depots().select().include("vehicles.drivers").one();

        assertThat(depots().toMap(depot, 0)).doesNotContainKeys("vehicles", "manager");
        assertThat(at(depots().toMap(depot, 1), "vehicles"))
                .containsEntry("plate", "W 1")
                .doesNotContainKey("drivers");
        assertThat(at(depots().toMap(depot, 2), "vehicles", "drivers")).containsEntry("name", "Eva");
        assertThatThrownBy(() -> depots().toMap(depot, -1))
                .hasMessage("EM-1230 Depot.toMap: the depth is negative. Give 0 or more.");
        assertThatThrownBy(() -> depots().toMap(depot, 65))
                .hasMessage("EM-1242 Depot.toMap: the depth is more than 64. Give a smaller one.");
    }

    @Test
    void unloaded_isAbsent_andNothingIsNull() {
        circle();
        Depot bare = depots().select().withoutRelated().one();
        depots().update(bare.getId(), EasyMap.of("managerId", null));
        Depot alone = depots().select().include("manager").one();

        assertThat(map(bare)).doesNotContainKeys("manager", "vehicles", "notes", "stock");
        assertThat(map(depots().select().one()))
                .containsKey("vehicles")
                .containsEntry("notes", List.of())
                .containsEntry("stock", Map.of());
        assertThat(map(alone)).containsEntry("manager", null).doesNotContainKey("vehicles");
    }

    @Test
    void lazyAttribute_thatWasNotRead_isAbsent() {
        Shipment shipment = new Shipment(ID);
        shipment.setRemarks("r");
        freight.rows(Shipment.class).insert(shipment);

        Shipment read = freight.rows(Shipment.class).select().withoutRelated().one();
        boolean woven = Boolean.getBoolean("easymodel.woven");

        assertThat(freight.silently(() -> freight.rows(Shipment.class).toMap(read))
                        .containsKey("remarks"))
                .isEqualTo(!woven);
    }

    @Test
    void managedEntity_isReadWithoutTheDatabase() {
        circle();
        freight.write(em -> {
            Depot managed = em.createQuery("select d from Depot d", Depot.class).getSingleResult();

            assertThat(map(managed)).containsEntry("code", "VIE").doesNotContainKey("vehicles");
        });
    }

    @Test
    void values_areThoseOfTheEntity() {
        Shipment shipment = new Shipment(ID);
        shipment.setWeight(new BigDecimal("1.500"));
        shipment.setLabel(new byte[] {1, 2});
        shipment.setDue(LocalDate.of(2026, 1, 31));
        shipment.setLoaded(LocalDateTime.of(2026, 1, 31, 8, 30));
        shipment.setTouched(new Date(0));
        Shipment inserted = freight.rows(Shipment.class).insert(shipment);

        Map<String, Object> map =
                freight.silently(() -> freight.rows(Shipment.class).toMap(inserted));

        assertThat(map)
                .containsEntry("id", ID)
                .containsEntry("weight", new BigDecimal("1.500"))
                .containsEntry("label", new byte[] {1, 2})
                .containsEntry("due", LocalDate.of(2026, 1, 31))
                .containsEntry("loaded", LocalDateTime.of(2026, 1, 31, 8, 30))
                .containsEntry("booked", Instant.parse("2026-01-31T10:15:30Z"))
                .containsEntry("mark", Mark.COLD)
                .containsEntry("insured", false)
                .containsEntry("paid", null)
                .containsEntry("lane", 'A')
                .containsEntry("steps", 0L)
                .containsEntry("share", (short) 0)
                .containsEntry("rate", 0.0)
                .containsEntry("crew", List.of());
        assertThat((Date) map.get("touched")).hasTime(0);
    }

    @Test
    void changingWhatTheMapHolds_changesNoEntity() {
        Shipment shipment = new Shipment(ID);
        shipment.setLabel(new byte[] {1});
        shipment.setTouched(new Date(0));

        Map<String, Object> map = freight.rows(Shipment.class).toMap(shipment);
        ((byte[]) map.get("label"))[0] = 9;
        ((Date) map.get("touched")).setTime(9);

        assertThat(shipment.getLabel()).containsExactly(1);
        assertThat(shipment.getTouched()).hasTime(0);
        assertThatThrownBy(() -> map.put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sets_standInTheOrderOfTheirKeys() {
        Shipment shipment = new Shipment(ID);
        List<Driver> drivers = new ArrayList<>();
        for (long id = 20; id > 0; id--) {
            Driver driver = new Driver("d" + id);
            driver.setId(id);
            drivers.add(driver);
        }
        shipment.getCrew().addAll(drivers);

        List<?> crew = (List<?>) freight.rows(Shipment.class).toMap(shipment).get("crew");

        assertThat(crew)
                .map(driver -> ((Map<?, ?>) driver).get("id"))
                .isSorted()
                .hasSize(20);
    }

    @Test
    void subclass_hasItsOwnAttributesAndThoseAbove() {
        Truck truck = new Truck();
        truck.setPlate("W 1");
        truck.setTons(new BigDecimal("7.50"));
        Vehicle inserted = vehicles().insert(truck);

        assertThat(vehicles().toMap(inserted, 0))
                .isEqualTo(EasyMap.of(
                        "id",
                        inserted.getId(),
                        "depotId",
                        null,
                        "plate",
                        "W 1",
                        "tons",
                        new BigDecimal("7.50"),
                        "version",
                        1));
        assertThat(map(inserted, "tons")).isEqualTo(Map.of("tons", new BigDecimal("7.50")));
    }

    @Test
    void named_paths_areAllThereIs() {
        circle();
        Depot depot = depots().select().include("vehicles.drivers", "manager").one();

        assertThat(map(depot, "code", "vehicles.plate", "vehicles.drivers.name"))
                .isEqualTo(Map.of(
                        "code",
                        "VIE",
                        "vehicles",
                        List.of(Map.of("plate", "W 1", "drivers", List.of(Map.of("name", "Eva"))))));
        assertThat(freight.silently(() -> depots().toMap(depot, 0, "vehicles.plate")))
                .isEqualTo(Map.of("vehicles", List.of(Map.of("plate", "W 1"))));
        assertThat(at(freight.silently(() -> depots().toMap(depot, 0, "vehicles")), "vehicles"))
                .containsOnlyKeys("id", "depotId", "plate", "tons", "version");
    }

    @Test
    void named_backwards_isFinite() {
        circle();
        Depot depot = depots().select().include("vehicles.depot").one();

        assertThat(map(depot, "vehicles.depot.code"))
                .isEqualTo(Map.of("vehicles", List.of(Map.of("depot", Map.of("code", "VIE")))));
    }

    @Test
    void excluded_paths_areLeftOut() {
        circle();
        Depot depot = depots().select().include("vehicles.drivers", "manager").one();
        depot.setAddress(new Address("Wien", "Ring 1", null));

        Map<String, Object> map = map(depot, "-address.place", "-manager", "-vehicles.plate");

        assertThat(keys(map))
                .containsExactly("id", "address", "code", "country", "gates", "managerId", "name", "vehicles");
        assertThat(map).containsEntry("address", Map.of("city", "Wien", "street", "Ring 1"));
        assertThat(keys(at(map, "vehicles"))).containsExactly("id", "depotId", "tons", "version", "drivers");
        assertThat(map(depot, "vehicles", "-vehicles.drivers", "-vehicles.version", "-vehicles.tons"))
                .isEqualTo(Map.of(
                        "vehicles",
                        List.of(EasyMap.of(
                                "id", at(map, "vehicles").get("id"), "depotId", depot.getId(), "plate", "W 1"))));
    }

    @Test
    void wrongPaths_areRefusedAllAtOnce() {
        assertThatThrownBy(() -> depots().toMap(
                                new Depot(),
                                "cod",
                                "vehicles.plat",
                                "-name.first",
                                "alarmCode",
                                "address.cty",
                                "",
                                "-notes.x"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("""
                        EM-1204 Depot.toMap: there is no attribute 'cod'. Depot has address, alarmCode, code, country, exits, gates, id, manager, managerId, marks, name, notes, stock, vehicles. Did you mean 'code'?
                        EM-1204 Depot.toMap: there is no attribute 'vehicles.plat'. Vehicle has depot, depotId, drivers, id, plate, version. Did you mean 'vehicles.plate'?
                        EM-1240 Depot.toMap: 'alarmCode' is hidden. Leave it out, or read it from the entity itself.
                        EM-1204 Depot.toMap: there is no attribute 'address.cty'. Address has city, doorCode, place, street. Did you mean 'address.city'?
                        EM-1204 Depot.toMap: there is no attribute ''. Depot has address, alarmCode, code, country, exits, gates, id, manager, managerId, marks, name, notes, stock, vehicles.
                        EM-1204 Depot.toMap: there is no attribute 'name.first'. 'name' has no attributes of its own.
                        EM-1204 Depot.toMap: there is no attribute 'notes.x'. 'notes' has no attributes of its own.""");
        assertThatThrownBy(() -> freight.rows(Wagon.class).toMap(new Wagon(1, null), "next" + ".next".repeat(64)))
                .hasMessage("EM-1241 Wagon.toMap: a path has more than 64 names. Begin nearer to its end.");
    }

    @Test
    void noEntity_isRefused() {
        String message = "EM-2008 Depot.toMap: no entity of type Depot is given. Give one.";
        @SuppressWarnings({"unchecked", "rawtypes"})
        BlockingRepository<Object> any = (BlockingRepository) depots();

        assertThatThrownBy(() -> depots().toMap(null)).hasMessage(message);
        assertThatThrownBy(() -> any.toMap(new Driver("x"))).hasMessage(message);
        assertThatThrownBy(() -> depots().toMap(new Depot() {})).hasMessage(message);
    }

    @Test
    void chain_ofTenThousand_isCutByTheDepth() {
        Wagon wagon = null;
        for (long id = 10_000; id > 0; id--) {
            wagon = new Wagon(id, wagon);
        }
        Wagon first = wagon;

        Map<String, Object> map =
                freight.silently(() -> freight.rows(Wagon.class).toMap(first, 64));

        String[] deepest = new String[64];
        Arrays.fill(deepest, "next");
        assertThat(at(map, deepest)).isEqualTo(Map.of("id", 65L, "nextId", 66L));
    }

    @Test
    void selfReference_endsWithTheKey() {
        Wagon wagon = new Wagon(1, null);
        wagon.setNext(wagon);

        assertThat(freight.rows(Wagon.class).toMap(wagon))
                .isEqualTo(EasyMap.of("id", 1L, "nextId", null, "next", Map.of("id", 1L)));
    }

    @Test
    void bothViews_giveTheSame() {
        circle();
        Depot depot = depots().select().include("vehicles.drivers").one();
        EasyRepository<Depot> later = depots().async();

        assertThat(later.toMap(depot)).isEqualTo(depots().toMap(depot));
        assertThat(later.toMap(depot, 1, "-code")).isEqualTo(depots().toMap(depot, 1, "-code"));
        assertThatThrownBy(() -> later.toMap(null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void map_isTakenAgainByInsertMap() {
        Depot depot = new Depot("AT", "VIE");
        depot.setAddress(new Address("Wien", "Ring 1", new Place(48.2, 16.4)));
        depot.getNotes().addAll(List.of("b", "a"));
        depot.getMarks().addAll(List.of(Mark.URGENT, Mark.COLD));
        depot.getStock().putAll(Map.of("z", 1, "a", 2));
        depot.getExits().addAll(List.of(new Place(2, 1), new Place(1, 1)));
        Map<String, Object> map = depots().toMap(depot, "-id");

        Depot copied = depots().insertMap(map);

        freight.write(em -> {
            Depot read = em.find(Depot.class, copied.getId());
            assertThat(read.getNotes()).containsExactlyInAnyOrder("a", "b");
            assertThat(read.getMarks()).containsExactlyInAnyOrder(Mark.URGENT, Mark.COLD);
            assertThat(read.getStock()).isEqualTo(Map.of("z", 1, "a", 2));
            assertThat(read.getExits()).map(Place::getLatitude).containsExactlyInAnyOrder(1.0, 2.0);
            assertThat(depots().toMap(read, "address.city", "address.place"))
                    .isEqualTo(Map.of(
                            "address", Map.of("city", "Wien", "place", Map.of("latitude", 48.2, "longitude", 16.4))));
        });
    }

    @Test
    void mapOfAResult_linksTheSameRows() {
        circle();
        Vehicle vehicle = vehicles().select().include("depot", "drivers").one();
        Map<String, Object> map = vehicles().toMap(vehicle, "-id", "-version", "-tons", "-drivers");

        Vehicle copied = vehicles().insertMap(map);

        assertThat(copied.getId()).isNotEqualTo(vehicle.getId());
        assertThat(copied.getDepotId()).isEqualTo(vehicle.getDepotId());
        assertThat(freight.count("Depot")).isOne();
    }
}
