package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.easymodel.contract.repository.Database;
import org.easymodel.query.Conditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of UUIDs inside embeddables, null too, which EclipseLink 4.0.9 can neither read nor write to PostgreSQL by itself. */
@ParameterizedClass
@EnumSource(Database.class)
class EmbeddedUuidTest {

    @Entity(name = "Country")
    public static class Country {

        @Id
        UUID id;

        String name;

        @Transient
        List<Parcel> parcels;
    }

    @Embeddable
    public static class Address {

        String street;

        UUID countryId;
    }

    @Embeddable
    public static class Location {

        @Embedded
        Address address;
    }

    @Entity(name = "Parcel")
    public static class Parcel {

        @Id
        Long id;

        @Embedded
        Location location;

        @Transient
        Country country;
    }

    @Embeddable
    public static class VisitId implements Serializable {

        UUID visitor;

        Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof VisitId id && id.visitor.equals(visitor) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(visitor, number);
        }
    }

    @Entity(name = "Visit")
    public static class Visit {

        @EmbeddedId
        VisitId id;

        String reason;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    @Test
    void uuids_inEmbeddables_areKeys() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Country.class, Address.class, Location.class, Parcel.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Parcel.country: many_to_one Country by location.address.countryId",
                            "Country.parcels: one_to_many Parcel by location.address.countryId");
            UUID id = UUID.randomUUID();
            unit.easy.blocking(Country.class).insertMap(Map.of("id", id, "name", "Chile"));
            unit.easy
                    .blocking(Parcel.class)
                    .insertMap(Map.of("id", 1, "location", Map.of("address", Map.of("street", "a", "countryId", id))));
            unit.easy
                    .blocking(Parcel.class)
                    .insertMap(Map.of("id", 2, "location", Map.of("address", Map.of("street", "b"))));
            unit.easy.blocking(Parcel.class).insertMap(Map.of("id", 3));
            List<Parcel> parcels = unit.easy
                    .blocking(Parcel.class)
                    .select()
                    .include("country")
                    .orderBy("id")
                    .list();
            assertThat(parcels)
                    .extracting(parcel -> parcel.country == null ? null : parcel.country.name)
                    .containsExactly("Chile", null, null);
            assertThat(unit.easy
                            .blocking(Parcel.class)
                            .select(Conditions.attribute("location.address.countryId")
                                    .isNull())
                            .count())
                    .isEqualTo(2);
            assertThat(unit.easy.blocking(Country.class).find(id, "parcels").orElseThrow().parcels)
                    .hasSize(1);
        }
    }

    @Test
    void uuids_inEmbeddedIds_arePartsOfTheKey() {
        try (SmallUnit unit = SmallUnit.of(directory, database, VisitId.class, Visit.class)) {
            VisitId id = new VisitId();
            id.visitor = UUID.randomUUID();
            id.number = 1;
            Visit visit = new Visit();
            visit.id = id;
            visit.reason = "tea";
            unit.easy.blocking(Visit.class).insert(visit);
            assertThat(unit.easy.blocking(Visit.class).find(id).orElseThrow().reason)
                    .isEqualTo("tea");
            assertThat(unit.easy.blocking(Visit.class).deleteById(id)).isTrue();
        }
    }
}
