package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Persistence;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.References;
import org.easymodel.spi.PersistentUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of mapping beside inferred relationships: the application works as it did without this library. */
@ParameterizedClass
@EnumSource(Database.class)
class ZooTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    @MappedSuperclass
    static class Kept {
        @Id
        Long id;

        @References(Keeper.class)
        Long keeperId;
    }

    @Entity(name = "Keeper")
    @Table(name = "\"USER\"")
    static class Keeper {
        @Id
        Long id;

        @Version
        long version;

        @Embedded
        Address address = new Address();

        @ElementCollection
        @CollectionTable(name = "GROUP", joinColumns = @JoinColumn(name = "FROM"))
        @Column(name = "TO")
        List<String> names = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "HOMES")
        List<Address> homes = new ArrayList<>();
    }

    @Embeddable
    static class Address {
        @Column(name = "CITY")
        String city;

        @ManyToOne
        Keeper neighbour;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal extends Kept {
        String name;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @References(Cage.class)
        Long cageId;
    }

    @Embeddable
    static class CageKey implements Serializable {
        private static final long serialVersionUID = 1L;
        String house;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof CageKey key && key.number == number && Objects.equals(key.house, house);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Entity(name = "Cage")
    static class Cage {
        @Id
        Long id;

        @ManyToOne
        @JoinTable(name = "CAGE_KEEPER")
        Keeper keeper;

        @OneToMany
        @JoinColumn(name = "CAGE_ID")
        List<Toy> toys = new ArrayList<>();

        @ManyToMany
        @OrderColumn(name = "ORDER")
        List<Animal> visitors = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "CAGE_FRIEND")
        @MapKeyColumn(name = "NICKNAME")
        Map<String, Animal> friends = new HashMap<>();
    }

    @Entity(name = "Toy")
    static class Toy {
        @EmbeddedId
        CageKey key = new CageKey();

        String colour;
    }

    @Entity(name = "Plate")
    static class Plate {
        @Id
        Long id;

        @MapsId
        @OneToOne
        @JoinColumn(name = "CAGE_ID")
        Cage cage;

        String text;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        @References(Keeper.class)
        Long keeperId;
    }

    @Test
    void everyKindOfMapping_writesAndReads() {
        try (EntityManagerFactory factory = open()) {
            insert(factory);

            try (var em = factory.createEntityManager()) {
                Cage cage = em.find(Cage.class, 1L);
                assertThat(cage.keeper.names).containsExactlyInAnyOrder("Kim", "Kimmy");
                assertThat(cage.keeper.address.city).isEqualTo("Berlin");
                assertThat(cage.keeper.homes).map(home -> home.city).containsExactly("Bonn");
                assertThat(cage.toys).map(toy -> toy.colour).containsExactly("red");
                assertThat(cage.visitors).map(animal -> animal.name).containsExactly("Rex", "Tom");
                assertThat(cage.friends).containsOnlyKeys("Rexy");
                assertThat(em.find(Plate.class, 1L).cage).isSameAs(cage);
                assertThat(em.createQuery("select count(p) from Plate p where p.cage.keeper.id = 1")
                                .getSingleResult())
                        .isEqualTo(1L);
            }
        }
    }

    @Test
    void keysInSuperclassesAndSubclasses_areInferred() {
        try (EntityManagerFactory factory = open()) {
            insert(factory);

            try (var em = factory.createEntityManager()) {
                assertThat(em.createQuery("select a.name from Animal a where a.keeper.id = 1 order by a.name")
                                .getResultList())
                        .isEqualTo(List.of("Rex", "Tom"));
                assertThat(em.createQuery("select d.name from Cage c join c.dogs d")
                                .getResultList())
                        .isEqualTo(List.of("Rex"));
                assertThat(em.createQuery("select k.id from Keeper k where k.animals is not empty")
                                .getResultList())
                        .isEqualTo(List.of(1L));
                assertThat(em.createQuery("select t.keeper.version from Ticket t where t.keeper.ticket is not null")
                                .getResultList())
                        .hasSize(1);
            }
        }
    }

    @Test
    void entitiesWithEveryKindOfMapping_areSealed() {
        try (EntityManagerFactory factory = open()) {
            insert(factory);
            PersistentUnit unit = Stage.unit(factory);
            List<Cage> cages;
            List<Dog> dogs;
            try (var em = factory.createEntityManager()) {
                var query = em.createQuery("select e from Cage e", Cage.class);
                unit.fetch(query, "e", List.of("dogs.keeper", "toys", "keeper"));
                cages = query.getResultList();
                dogs = em.createQuery("select d from Dog d", Dog.class).getResultList();
                em.clear();
                unit.seal(cages);
                unit.seal(dogs);
            }

            assertThat(cages.get(0).toys).hasSize(1);
            assertThat(unit.isLoaded(cages.get(0), "visitors")).isFalse();
            assertThat(unit.isLoaded(dogs.get(0), "cage")).isFalse();
            Object dog = ((List<?>) unit.get(cages.get(0), "dogs")).get(0);
            assertThat(unit.get(dog, "keeper")).isInstanceOf(Keeper.class);
        }
    }

    private void insert(EntityManagerFactory factory) {
        try (var em = factory.createEntityManager()) {
            em.getTransaction().begin();
            Keeper keeper = new Keeper();
            keeper.id = 1L;
            keeper.address.city = "Berlin";
            keeper.names.addAll(List.of("Kim", "Kimmy"));
            Address home = new Address();
            home.city = "Bonn";
            keeper.homes.add(home);
            em.persist(keeper);
            Cage cage = new Cage();
            cage.id = 1L;
            cage.keeper = keeper;
            Toy toy = new Toy();
            toy.key.house = "A";
            toy.key.number = 3;
            toy.colour = "red";
            em.persist(toy);
            cage.toys.add(toy);
            Dog rex = new Dog();
            rex.id = 1L;
            rex.name = "Rex";
            rex.keeperId = 1L;
            rex.cageId = 1L;
            Animal tom = new Animal();
            tom.id = 2L;
            tom.name = "Tom";
            tom.keeperId = 1L;
            em.persist(rex);
            em.persist(tom);
            cage.visitors.addAll(List.of(rex, tom));
            cage.friends.put("Rexy", rex);
            em.persist(cage);
            Plate plate = new Plate();
            plate.cage = cage;
            em.persist(plate);
            Ticket ticket = new Ticket();
            ticket.keeperId = 1L;
            em.persist(ticket);
            em.getTransaction().commit();
        }
    }

    private EntityManagerFactory open() {
        UnitXml unit = UnitXml.of(
                        "zoo",
                        List.of(
                                Kept.class,
                                Keeper.class,
                                Address.class,
                                Animal.class,
                                Dog.class,
                                Cage.class,
                                CageKey.class,
                                Toy.class,
                                Plate.class,
                                Ticket.class))
                .with("eclipselink.ddl-generation", "create-tables")
                .with("eclipselink.weaving", "false");
        String name = "zoo" + UUID.randomUUID();
        database.properties(name).forEach(unit::with);
        unit.with("eclipselink.session-name", name);
        return UnitPath.of(directory, unit).call(() -> Persistence.createEntityManagerFactory("zoo", Map.of()));
    }
}
