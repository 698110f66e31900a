package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.freight.Address;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Mark;
import org.easymodel.contract.repository.freight.Place;
import org.easymodel.contract.repository.freight.Vehicle;
import org.easymodel.contract.repository.freight.Wagon;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Embeddables and collections of values in nested maps. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class CompoundValuesTest {

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

    private Depot insert(Object... more) {
        Map<String, Object> values = new java.util.HashMap<>(EasyMap.of(more));
        values.putAll(Map.of("country", "AT", "code", "VIE"));
        return depots().insertMap(values);
    }

    private Depot full() {
        return insert(
                "address",
                Map.of("city", "Wien", "doorCode", "7", "place", Map.of("latitude", 48, "longitude", 16.4)),
                "notes",
                List.of("a", "b"),
                "marks",
                Set.of("COLD", Mark.URGENT),
                "stock",
                Map.of("z", 1, "a", 2L),
                "exits",
                List.of(Map.of("latitude", 1, "longitude", 2), new Place(3, 4)));
    }

    @Test
    void maps_becomeWhatTheEntityHolds() {
        Depot read = full();

        freight.silently(() -> {
            assertThat(read.getAddress().getCity()).isEqualTo("Wien");
            assertThat(read.getNotes()).containsExactlyInAnyOrder("a", "b");
            assertThat(read.getMarks()).containsExactlyInAnyOrder(Mark.COLD, Mark.URGENT);
            assertThat(read.getStock()).isEqualTo(Map.of("z", 1, "a", 2));
            assertThat(read.getExits()).map(Place::getLatitude).containsExactlyInAnyOrder(1.0, 3.0);
            return null;
        });
    }

    @Test
    void results_containCollectionsOfValues_orRefuseThem() {
        full();
        insert("notes", List.of("c"));
        freight.tap.reset();

        List<Depot> depots =
                depots().select().include("notes", "stock").orderBy("id").list();

        assertThat(freight.tap.statements()).hasSize(3);
        assertThat(freight.silently(() -> depots.get(0).getNotes())).containsExactlyInAnyOrder("a", "b");
        assertThat(freight.silently(() -> depots.get(1).getNotes())).containsExactly("c");
        assertThat(freight.silently(() -> depots.get(0).getStock())).containsOnlyKeys("a", "z");
        assertThatThrownBy(() -> depots.get(0).getMarks().size())
                .hasMessage(
                        "EM-1402 Depot.marks: the relationship is not loaded. Ask for it with include(\"marks\") before the"
                                + " query runs.");
        assertThat(depots().find(depots.get(0).getId(), "vehicles.depot.marks", "exits")
                        .orElseThrow()
                        .getExits())
                .hasSize(2);
        assertThatThrownBy(() -> depots().select().include("note"))
                .hasMessageStartingWith("EM-1204 Depot.select: there is no attribute 'note'.");
        assertThatThrownBy(() -> depots().select().include("name.x"))
                .hasMessageStartingWith("EM-1204 Depot.select: there is no attribute 'name.x'.");
        assertThatThrownBy(() -> depots().select().orderBy("notes"))
                .hasMessageStartingWith("EM-1254 Depot.select: 'notes' is a collection of values.");
    }

    @Test
    void results_ofADepth_containTheirOwnCollectionsOfValues() {
        Depot depot = full();
        freight.rows(Vehicle.class).insertMap(Map.of("depot", Map.of("id", depot.getId())));

        Depot direct = depots().select().one();
        Vehicle deep = freight.rows(Vehicle.class).select().includeDepth(2).one();

        assertThat(freight.silently(direct::getNotes)).containsExactlyInAnyOrder("a", "b");
        assertThat(freight.silently(() -> deep.getDepot().getExits())).hasSize(2);
    }

    @Test
    void objects_areTakenAsTheyAre() {
        Depot depot = insert("address", new Address("Graz", "Ring 1", null), "notes", List.of());

        assertThat(depot.getAddress().getCity()).isEqualTo("Graz");
    }

    @Test
    void nulls_meanNothing() {
        Depot depot = insert("address", null, "notes", null);

        freight.write(
                em -> assertThat(em.find(Depot.class, depot.getId()).getNotes()).isEmpty());
    }

    @Test
    void linkedRow_mustSayTheSame() {
        Depot depot = full();
        Map<String, Object> same = Map.of(
                "id",
                depot.getId(),
                "address",
                Map.of("city", "Wien", "place", Map.of("latitude", 48)),
                "marks",
                List.of(Mark.COLD, Mark.URGENT),
                "stock",
                Map.of("a", 2, "z", 1),
                "exits",
                List.of(Map.of("latitude", 3), Map.of("latitude", 1)));
        assertThat(freight.rows(Vehicle.class).insertMap(Map.of("depot", same)).getDepotId())
                .isEqualTo(depot.getId());

        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("address", Map.of("city", "Graz")),
                Map.of("address", Map.of("city", "Wien", "place", Map.of("latitude", 47))),
                Map.of("marks", List.of(Mark.COLD)),
                Map.of("marks", List.of(Mark.COLD, Mark.FRAGILE)),
                Map.of("stock", Map.of("a", 3, "z", 1)),
                Map.of("exits", List.of(Map.of("latitude", 3), Map.of("latitude", 2))))) {
            Map<String, Object> map = new java.util.HashMap<>(other);
            map.put("id", depot.getId());
            assertThatThrownBy(() -> freight.rows(Vehicle.class).insertMap(Map.of("depot", map)))
                    .as(other.toString())
                    .hasMessageStartingWith("EM-1318 Vehicle.insertMap: 'depot.");
        }
    }

    @Test
    void problems_areToldAllAtOnceBeforeAnyStatement() {
        freight.tap.reset();
        assertThatThrownBy(() -> insert(
                        "address",
                        EasyMap.of("cty", "x", "street", 5, "place", Map.of("latitude", "north", "longitude", 1)),
                        "notes",
                        Arrays.asList("a", null, 5),
                        "marks",
                        "COLD",
                        "stock",
                        Map.of("a", "many"),
                        "exits",
                        List.of(7)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("""
                        EM-1304 Depot.insertMap: there is no attribute 'address.cty'. Address has city, doorCode, place, street. Did you mean 'address.city'?
                        EM-1306 Depot.insertMap: 'address.place.latitude' takes Double, not a value of type String. Give a value that converts without loss.
                        EM-1306 Depot.insertMap: 'address.street' takes String, not a value of type Integer. Give a value that converts without loss.
                        EM-1307 Depot.insertMap: 'address.city' is required to insert Address and missing. Give a value.
                        EM-1310 Depot.insertMap: 'exits[0]' takes a map of values of Place, not a value of type Integer.
                        EM-1311 Depot.insertMap: 'marks' takes a collection of values, not a value of type String.
                        EM-1308 Depot.insertMap: 'notes[1]' is required and is given as null. Give a value.
                        EM-1306 Depot.insertMap: 'notes[2]' takes String, not a value of type Integer. Give a value that converts without loss.
                        EM-1306 Depot.insertMap: 'stock' takes Integer, not a value of type String. Give a value that converts without loss.""");
        assertThatThrownBy(() -> insert("stock", "a", "address", Map.of(1, "x")))
                .hasMessage("""
                        EM-1305 Depot.insertMap: a key in 'address' is no text. The keys are names of attributes.
                        EM-1307 Depot.insertMap: 'address.city' is required to insert Address and missing. Give a value.
                        EM-1310 Depot.insertMap: 'stock' takes a map of keys to values, not a value of type String.""");
        assertThat(freight.tap.statements()).isEmpty();
    }

    @Test
    void requiredEmbeddable_isMissed() {
        assertThatThrownBy(() -> freight.rows(Driver.class).insertMap(Map.of("name", "Eva")))
                .hasMessage(
                        "EM-1307 Driver.insertMap: 'licence' is required to insert Driver and missing. Give a value.");
        assertThatThrownBy(() -> freight.rows(Driver.class).insertMap(Map.of("name", "Eva", "licence", Map.of())))
                .hasMessage(
                        "EM-1307 Driver.insertMap: 'licence.number' is required to insert Licence and missing. Give a value.");
        assertThatThrownBy(() -> freight.rows(Driver.class).insert(new Driver()))
                .hasMessage("""
                        EM-1307 Driver.insert: 'name' is required to insert Driver and missing. Give a value.
                        EM-1307 Driver.insert: 'licence' is required to insert Driver and missing. Give a value.""");
    }

    @Test
    void keysOfChainsThatAreGiven_contradictNothing() {
        freight.rows(Wagon.class).insert(new Wagon(1, new Wagon(2, new Wagon(3, null))));

        assertThat(freight.count("Wagon")).isEqualTo(3);
    }

    @Test
    void rowsOfEntitiesThatLeadToEachOther_areInsertedInTheirOwnOrder() {
        Depot depot = insert(
                "manager",
                Map.of(
                        "name",
                        "Eva",
                        "licence",
                        Map.of("number", "1"),
                        "vehicle",
                        Map.of("plate", "W 1", "depot", Map.of("country", "AT", "code", "GRZ"))),
                "vehicles",
                List.of(Map.of("plate", "W 2"), Map.of("plate", "W 3")));

        assertThat(freight.rows(Vehicle.class)
                        .select()
                        .orderBy("plate")
                        .include("depot")
                        .list())
                .map(vehicle -> vehicle.getDepot().getCode())
                .containsExactly("GRZ", "VIE", "VIE");
        assertThat(depot.getManagerId()).isNotNull();
    }
}
