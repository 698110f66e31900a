package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Load;
import org.easymodel.contract.repository.freight.Shipment;
import org.easymodel.contract.repository.freight.Vehicle;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A nested map links to the row that has its natural key. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class NaturalKeyTest {

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

    private Vehicle vehicleIn(Object... depot) {
        return freight.rows(Vehicle.class).insertMap(Map.of("depot", EasyMap.of(depot)));
    }

    private Depot depot(String country, String code) {
        return depots().insertMap(Map.of("country", country, "code", code));
    }

    @Test
    void completeKey_links() {
        Depot vienna = depot("AT", "VIE");
        depot("AT", "GRZ");

        assertThat(vehicleIn("country", "AT", "code", "VIE").getDepotId()).isEqualTo(vienna.getId());
        assertThat(freight.count("Depot")).isEqualTo(2);
    }

    @Test
    void partOfTheKey_neverLinks() {
        depot("AT", "VIE");

        assertThatThrownBy(() -> vehicleIn("code", "VIE"))
                .hasMessage(
                        "EM-1307 Vehicle.insertMap: 'depot.country' is required to insert Depot and missing. Give a value.");
    }

    @Test
    void nothingMatched_isInserted_once() {
        Map<String, Object> depot = Map.of("country", "AT", "code", "VIE");

        Driver driver = freight.rows(Driver.class)
                .insertMap(Map.of(
                        "name",
                        "Eva",
                        "licence",
                        Map.of("number", "1"),
                        "depots",
                        List.of(depot),
                        "vehicle",
                        Map.of("depot", depot)));

        assertThat(freight.count("Depot")).isOne();
        assertThat(depots().select().one().getManagerId()).isEqualTo(driver.getId());
    }

    @Test
    void otherValues_mustBeThoseOfTheRow() {
        depot("AT", "VIE");

        assertThatThrownBy(() -> vehicleIn("country", "AT", "code", "VIE", "name", "other"))
                .hasMessageStartingWith("EM-1318 Vehicle.insertMap: 'depot.name' differs from the Depot");
    }

    @Test
    void severalRows_areRefused_unlessAnotherKeyTells() {
        Depot first = depot("AT", "VIE");
        depot("AT", "VIE");

        assertThatThrownBy(() -> vehicleIn("country", "AT", "code", "VIE"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1329 Vehicle.insertMap: 'depot' matches several rows of Depot by the natural key (code,"
                                + " country). Give the primary key or a unique key, or make the natural key unique in the database.");
        assertThat(vehicleIn("id", first.getId(), "country", "AT", "code", "VIE")
                        .getDepotId())
                .isEqualTo(first.getId());
    }

    @Test
    void otherKey_ofAnotherRow_isRefused() {
        Depot vienna = depot("AT", "VIE");
        depot("AT", "GRZ");

        assertThatThrownBy(() -> vehicleIn("id", vienna.getId(), "country", "AT", "code", "GRZ"))
                .hasMessageStartingWith("EM-1317 Vehicle.insertMap: 'depot' matches several rows of Depot");
    }

    @Test
    void outermostMap_isAlwaysInserted() {
        depot("AT", "VIE");
        depot("AT", "VIE");

        assertThat(freight.count("Depot")).isEqualTo(2);
    }

    @Test
    void update_linksByTheNaturalKey() {
        Depot vienna = depot("AT", "VIE");
        Vehicle vehicle = freight.rows(Vehicle.class).insertMap(Map.of());

        Vehicle updated = freight.rows(Vehicle.class)
                .update(vehicle.getId(), Map.of("depot", Map.of("country", "AT", "code", "VIE")));

        assertThat(updated.getDepotId()).isEqualTo(vienna.getId());
    }

    @Test
    void declaredRelationship_isAPartOfAKey() {
        BlockingRepository<Shipment> shipments = freight.rows(Shipment.class);
        depot("AT", "GRZ");
        Depot vienna = depot("AT", "VIE");
        Map<String, Object> origin = Map.of("country", "AT", "code", "VIE");
        UUID id = UUID.randomUUID();
        shipments.insertMap(Map.of("id", id, "number", 5, "origin", origin));
        shipments.insertMap(Map.of("id", UUID.randomUUID(), "number", 6, "origin", origin));
        shipments.insertMap(Map.of("id", UUID.randomUUID(), "number", 5));

        for (Map<String, Object> same : List.of(origin, Map.<String, Object>of("id", vienna.getId()))) {
            Load load = freight.rows(Load.class)
                    .insertMap(Map.of("id", same.size(), "shipment", Map.of("number", 5, "origin", same)));
            assertThat(load.getShipment().getId()).isEqualTo(id);
        }
        assertThat(freight.count("Shipment")).isEqualTo(3);
    }
}
