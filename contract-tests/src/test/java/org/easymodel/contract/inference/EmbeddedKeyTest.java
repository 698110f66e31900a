package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
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
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys inside embeddables: once, twice, nested, renamed, in an embedded key, and read through getters. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class EmbeddedKeyTest {

    @Entity(name = "Country")
    public static class Country {
        @Id
        String id;

        String name;
    }

    @Embeddable
    public static class Place {
        String city;

        String countryId;
    }

    @Embeddable
    public static class Address {
        String street;

        @Embedded
        Place place = new Place();
    }

    @Entity(name = "Guest")
    public static class Guest {
        @Id
        Long id;

        @Embedded
        Address home = new Address();

        @Transient
        Country country;
    }

    @Entity(name = "Parcel")
    public static class Parcel {
        @Id
        Long id;

        @Embedded
        Place origin = new Place();

        @Embedded
        @AttributeOverride(name = "city", column = @Column(name = "TARGET_CITY"))
        @AttributeOverride(name = "countryId", column = @Column(name = "TARGET_COUNTRY"))
        Place target = new Place();

        @Transient
        Country originCountry;

        @Transient
        Country targetCountry;
    }

    /** Who saw what. */
    @Embeddable
    public static class VisitKey implements Serializable {

        private static final long serialVersionUID = 1L;

        @References(Guest.class)
        Long guestId;

        @References(value = Country.class, inverse = "visitors")
        String where;

        protected VisitKey() {}

        VisitKey(Long guestId, String where) {
            this.guestId = guestId;
            this.where = where;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof VisitKey key && key.guestId.equals(guestId) && key.where.equals(where);
        }

        @Override
        public int hashCode() {
            return Objects.hash(guestId, where);
        }
    }

    @Entity(name = "Visit")
    public static class Visit {
        @EmbeddedId
        VisitKey key;

        int days;

        @Transient
        Guest guest;
    }

    @Entity(name = "Stamp")
    @Access(AccessType.PROPERTY)
    public static class Stamp {
        private Long number;
        private String from;
        private Country shown;

        @Id
        public Long getId() {
            return number;
        }

        public void setId(Long id) {
            number = id;
        }

        @References(value = Country.class, attribute = "shown")
        @Column(name = "FROM_COUNTRY")
        public String getIssuer() {
            return from;
        }

        public void setIssuer(String issuer) {
            from = issuer;
        }

        @Transient
        public Country getShown() {
            return shown;
        }
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit() {
        SmallUnit unit = SmallUnit.of(
                directory,
                database,
                Country.class,
                Place.class,
                Address.class,
                Guest.class,
                Parcel.class,
                VisitKey.class,
                Visit.class,
                Stamp.class);
        for (String id : List.of("DE", "FR")) {
            unit.easy.blocking(Country.class).insertMap(Map.of("id", id, "name", "N" + id));
        }
        return unit;
    }

    @Test
    void model_hasTheRelationshipsOfEveryKey() {
        try (SmallUnit unit = unit()) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Guest.country: many_to_one Country by home.place.countryId",
                            "Country.guests: one_to_many Guest by home.place.countryId",
                            "Parcel.originCountry: many_to_one Country by origin.countryId",
                            "Country.parcelsAsOriginCountry: one_to_many Parcel by origin.countryId",
                            "Parcel.targetCountry: many_to_one Country by target.countryId",
                            "Country.parcelsAsTargetCountry: one_to_many Parcel by target.countryId",
                            "Visit.guest: many_to_one Guest by key.guestId",
                            "Guest.visits: one_to_many Visit by key.guestId",
                            "Visit.where: many_to_one Country by key.where",
                            "Country.visitors: one_to_many Visit by key.where",
                            "Stamp.shown: many_to_one Country by issuer",
                            "Country.stamps: one_to_many Stamp by issuer");
        }
    }

    @Test
    void relationship_ofANestedKey_readsAndWrites() {
        try (SmallUnit unit = unit()) {
            BlockingRepository<Guest> guests = unit.easy.blocking(Guest.class);
            Guest guest = guests.insertMap(Map.of("id", 1, "country", Map.of("id", "DE")));
            guests.insertMap(Map.of("id", 2, "home", Map.of("place", Map.of("countryId", "FR", "city", "Lyon"))));

            assertThat(guest.country.name).isEqualTo("NDE");
            assertThat(guest.home.place.countryId).isEqualTo("DE");
            assertThat(guests.select(Map.of("country", Map.of("name", "NFR"))).one().country.id)
                    .isEqualTo("FR");
            assertThat(unit.easy
                            .blocking(Country.class)
                            .select(Map.of("guests", Map.of("id", 2)))
                            .one()
                            .name)
                    .isEqualTo("NFR");
            guests.updateWhere(Map.of("id", 2), Map.of("country", Map.of("id", "DE")));
            unit.tap.reset();
            assertThat(guests.select()
                            .orderBy("country.name", "id")
                            .include("country")
                            .list())
                    .extracting(each -> each.country.id)
                    .containsExactly("DE", "DE");
            assertThat(unit.tap.statements()).hasSize(2);
        }
    }

    @Test
    void relationships_ofAnEmbeddableEmbeddedTwice_areTwo() {
        try (SmallUnit unit = unit()) {
            BlockingRepository<Parcel> parcels = unit.easy.blocking(Parcel.class);
            parcels.insertMap(
                    Map.of("id", 1, "origin", Map.of("countryId", "DE"), "targetCountry", Map.of("id", "FR")));

            Parcel parcel = parcels.find(1L).orElseThrow();
            assertThat(parcel.originCountry.id).isEqualTo("DE");
            assertThat(parcel.targetCountry.id).isEqualTo("FR");
            assertThat(parcels.select(Map.of(
                                    "originCountry", Map.of("name", "NDE"), "targetCountry", Map.of("name", "NFR")))
                            .count())
                    .isEqualTo(1);
            assertThat(unit.easy
                            .blocking(Country.class)
                            .select(Map.of("parcelsAsTargetCountry", Map.of("id", 1)))
                            .one()
                            .id)
                    .isEqualTo("FR");
        }
    }

    @Test
    void relationship_isFoundOverTheEmbeddableToo() {
        try (SmallUnit unit = unit()) {
            BlockingRepository<Parcel> parcels = unit.easy.blocking(Parcel.class);
            parcels.insertMap(Map.of("id", 1, "originCountry", Map.of("id", "DE")));
            unit.easy.blocking(Guest.class).insertMap(Map.of("id", 1, "country", Map.of("id", "DE")));

            assertThat(parcels.select(Map.of("origin.country.name", "NDE"))
                            .orderBy("origin.country.name")
                            .include("origin.country")
                            .one()
                            .originCountry
                            .name)
                    .isEqualTo("NDE");
            assertThat(parcels.select(Map.of("origin", Map.of("country", Map.of("name", "NDE"))))
                            .count())
                    .isEqualTo(1);
            assertThat(parcels.select(Map.of("target", Map.of("country", Map.of("name", "NDE"))))
                            .count())
                    .isZero();
            assertThat(unit.easy
                            .blocking(Guest.class)
                            .select(Map.of("home.place.country.name", "NDE"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void relationships_ofAnEmbeddedKey_select() {
        try (SmallUnit unit = unit()) {
            unit.easy.blocking(Guest.class).insertMap(Map.of("id", 1));
            try (var em = unit.factory.createEntityManager()) {
                em.getTransaction().begin();
                Visit visit = new Visit();
                visit.key = new VisitKey(1L, "DE");
                visit.days = 3;
                em.persist(visit);
                em.getTransaction().commit();
            }

            assertThat(unit.easy
                            .blocking(Visit.class)
                            .select(Map.of("guest", Map.of("id", 1), "where", Map.of("name", "NDE")))
                            .one()
                            .guest
                            .id)
                    .isEqualTo(1L);
            assertThat(unit.easy
                            .blocking(Country.class)
                            .select(Map.of("visitors", Map.of("days", 3)))
                            .one()
                            .id)
                    .isEqualTo("DE");
        }
    }

    @Test
    void relationship_ofAGetter_isInferred() {
        try (SmallUnit unit = unit()) {
            unit.easy.blocking(Stamp.class).insertMap(Map.of("id", 1, "issuer", "FR"));

            assertThat(unit.easy
                            .blocking(Stamp.class)
                            .select(Map.of("shown", Map.of("name", "NFR")))
                            .one()
                            .getShown()
                            .id)
                    .isEqualTo("FR");
        }
    }
}
