package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.related;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.freight.Driver;
import org.easymodel.contract.repository.freight.Mark;
import org.easymodel.contract.repository.freight.Shipment;
import org.easymodel.query.Condition;
import org.easymodel.query.Criteria;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Criteria about embeddables, collections of values and attributes of every type. */
class ValueCriteriaTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private final List<String> wrong = new ArrayList<>();

    private static Freight fill(Database database) {
        Freight freight = Freight.on(database);
        freight.empty();
        freight.rows(Depot.class)
                .insertMap(EasyMap.of(
                        "country",
                        "DE",
                        "code",
                        "BER",
                        "address",
                        Map.of("city", "Berlin", "street", "North_1", "place", Map.of("latitude", 52, "longitude", 13)),
                        "notes",
                        List.of("cold", "wet*"),
                        "marks",
                        List.of("COLD", "URGENT"),
                        "stock",
                        Map.of("salt", 3, "oil", 9),
                        "exits",
                        List.of(Map.of("latitude", 1, "longitude", 2), Map.of("latitude", 3, "longitude", 4))));
        freight.rows(Depot.class)
                .insertMap(EasyMap.of("country", "DE", "code", "HAM", "address", Map.of("city", "Hamburg")));
        freight.rows(Depot.class).insertMap(EasyMap.of("country", "PL", "code", "WAW", "notes", List.of("dry")));
        freight.rows(Driver.class)
                .insertMap(EasyMap.of(
                        "name",
                        "Ada",
                        "licence",
                        Map.of("number", "A-1"),
                        "depots",
                        List.of(Map.of("country", "DE", "code", "BER"))));
        freight.rows(Shipment.class)
                .insertMap(EasyMap.of(
                        "id",
                        ID,
                        "weight",
                        "1.500",
                        "rate",
                        0.5,
                        "steps",
                        5_000_000_000L,
                        "share",
                        3,
                        "lane",
                        "B",
                        "paid",
                        true,
                        "insured",
                        true,
                        "due",
                        "2026-02-01",
                        "loaded",
                        "2026-02-01T10:15:30",
                        "booked",
                        "2026-02-01T10:15:30Z",
                        "mark",
                        "FRAGILE"));
        freight.rows(Shipment.class).insertMap(EasyMap.of("id", OTHER));
        freight.tap.reset();
        return freight;
    }

    private void depots(Freight freight, Map<String, ?> criteria, String... codes) {
        depots(freight, Criteria.of(criteria), criteria, codes);
    }

    private void depots(Freight freight, Condition condition, String... codes) {
        depots(freight, condition, condition, codes);
    }

    private void depots(Freight freight, Condition condition, Object shown, String... codes) {
        List<String> found = freight.rows(Depot.class).select(condition).orderBy("code").list().stream()
                .map(Depot::getCode)
                .toList();
        if (!found.equals(List.of(codes))) {
            wrong.add(shown + " gave " + found);
        }
    }

    private void shipment(Freight freight, Condition condition) {
        List<UUID> found = freight.rows(Shipment.class).select(condition).withoutRelated().list().stream()
                .map(Shipment::getId)
                .toList();
        if (!found.equals(List.of(ID))) {
            wrong.add(condition + " gave " + found);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void embeddables(Database database) {
        Freight freight = fill(database);
        depots(freight, Map.of("address.city", "Berlin"), "BER");
        depots(freight, Map.of("address", Map.of("city", "Berlin")), "BER");
        depots(freight, Map.of("address", Map.of("city", "*b*", "street", "North_?")));
        depots(freight, Map.of("address", Map.of("city", "B*", "street", "North_?")), "BER");
        depots(freight, Map.of("address", Map.of("place", Map.of("latitude", Map.of("$gt", 50)))), "BER");
        depots(freight, Map.of("address", Map.of("place.latitude", 52)), "BER");
        depots(freight, EasyMap.of("address.street", null), "HAM", "WAW");
        depots(freight, attribute("address").notNull(), "BER", "HAM");
        depots(freight, attribute("address.place.latitude").notNull(), "BER");
        depots(freight, not(attribute("address.city").equalTo("Berlin")), "HAM", "WAW");
        depots(freight, not(related("address", attribute("city").like("H*"))), "BER", "WAW");
        depots(freight, related("manager", attribute("licence.number").notNull()), "BER");
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void collectionsOfValues(Database database) {
        Freight freight = fill(database);
        depots(freight, Map.of("notes", "cold"), "BER");
        depots(freight, Map.of("notes", "*\\*"), "BER");
        depots(freight, Map.of("notes", List.of("dry", "cold")), "BER", "WAW");
        depots(freight, attribute("notes").notEqualTo("cold"), "BER", "WAW");
        depots(freight, not(attribute("notes").equalTo("cold")), "HAM", "WAW");
        depots(freight, attribute("notes").isNull(), "HAM");
        depots(freight, attribute("notes").notNull(), "BER", "WAW");
        depots(freight, attribute("notes").ilike("C*"), "BER");
        if (database == Database.H2) { // elsewhere EclipseLink creates a text column for what it writes as numbers
            depots(freight, Map.of("marks", "URGENT"), "BER");
            depots(freight, Map.of("marks", Mark.COLD), "BER");
            depots(freight, Map.of("marks", "FRAGILE"));
        }
        depots(freight, attribute("marks").notNull(), "BER");
        depots(freight, Map.of("stock", 9), "BER");
        depots(freight, attribute("stock").greaterThan(9));
        depots(freight, Map.of("exits", Map.of("latitude", 1, "longitude", 2)), "BER");
        depots(freight, Map.of("exits", Map.of("latitude", 1, "longitude", 4)));
        depots(freight, Map.of("exits.latitude", 3), "BER");
        depots(freight, not(Criteria.of(Map.of("exits", Map.of("latitude", 1)))), "HAM", "WAW");
        assertThat(wrong).isEmpty();
        assertThat(freight.rows(Driver.class)
                        .select(Map.of("depots.notes", "cold"))
                        .count())
                .isOne();
        assertThat(freight.rows(Driver.class)
                        .select(Map.of("depots", Map.of("exits", Map.of("latitude", 3), "country", "DE")))
                        .count())
                .isOne();
        assertThat(freight.rows(Depot.class).select(Map.of("notes", "cold")).count())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void valuesOfEveryType(Database database) {
        Freight freight = fill(database);
        shipment(freight, attribute("id").equalTo(ID));
        shipment(freight, attribute("id").equalTo(ID.toString()));
        shipment(freight, attribute("id").in(List.of(ID, UUID.randomUUID())));
        shipment(freight, attribute("id").lessThan(OTHER));
        shipment(freight, attribute("weight").equalTo(1.5));
        shipment(freight, attribute("weight").equalTo("1.5"));
        shipment(freight, attribute("weight").in(1, new BigDecimal("1.50")));
        shipment(freight, attribute("weight").between(1, 2));
        shipment(freight, attribute("rate").greaterThan(0));
        shipment(freight, attribute("rate").equalTo(new BigDecimal("0.5")));
        shipment(freight, attribute("steps").equalTo(5_000_000_000L));
        shipment(freight, attribute("share").equalTo(3L));
        shipment(freight, attribute("lane").equalTo("B"));
        shipment(freight, attribute("paid").equalTo(true));
        shipment(freight, attribute("insured").notEqualTo(false));
        shipment(freight, attribute("due").equalTo("2026-02-01"));
        shipment(freight, attribute("due").lessThan(LocalDate.of(2026, 2, 2)));
        shipment(freight, attribute("loaded").equalTo(LocalDateTime.parse("2026-02-01T10:15:30")));
        shipment(freight, attribute("booked").greaterThan("2026-02-01T12:15:29+02:00"));
        shipment(freight, attribute("booked").equalTo(Instant.parse("2026-02-01T10:15:30Z")));
        shipment(freight, attribute("mark").equalTo("FRAGILE"));
        shipment(freight, not(attribute("weight").isNull()));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void wrongValues_areRefusedBeforeAnyStatement(Database database) {
        Freight freight = Freight.on(database);
        freight.tap.reset();
        var depots = freight.rows(Depot.class);
        assertThatThrownBy(() -> depots.select(Map.of("address", "Berlin")))
                .hasMessage("EM-1253 Depot.select: 'address' is an embeddable, which is not compared as a whole."
                        + " Ask about its attributes: nest a map, or name them by their paths.");
        assertThatThrownBy(() -> depots.select(Map.of("address.citi", "Berlin")))
                .hasMessage("EM-1204 Depot.select: there is no attribute 'address.citi'."
                        + " Address has city, doorCode, place, street. Did you mean 'address.city'?");
        assertThatThrownBy(() -> depots.select(Map.of("exits.latitud", 3)))
                .hasMessageContaining("Did you mean 'exits.latitude'?");
        assertThatThrownBy(() -> depots.select(Map.of("note", "x"))).hasMessageContaining("Did you mean 'notes'?");
        assertThatThrownBy(() -> depots.select(Map.of("marks", "WARM")))
                .hasMessageContaining("one of FRAGILE, COLD, URGENT");
        assertThatThrownBy(() -> depots.select().orderBy("notes"))
                .hasMessageStartingWith("EM-1254 Depot.select: 'notes' is a collection of values.");
        assertThatThrownBy(() -> depots.select(attribute("code").equalTo(attribute("gates"))))
                .hasMessage(
                        "EM-1256 Depot.select: 'code' is of type String and 'gates' of type int, which are not compared."
                                + " Compare values of one type.");
        Condition[] deep = {attribute("code").equalTo("x")};
        for (int i = 0; i < 5000; i++) {
            deep[0] = i % 2 == 0
                    ? deep[0].and(attribute("gates").greaterThan(i))
                    : deep[0].or(attribute("code").isNull());
        }
        assertThatThrownBy(() -> depots.select(deep[0])).hasMessageStartingWith("EM-1252 Depot.select");
        assertThatThrownBy(() -> depots.select((Condition) null)).hasMessageStartingWith("EM-1251 Depot.select");
        assertThat(freight.tap.statements()).isEmpty();
    }
}
