package org.easymodel.contract.diagram;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.easymodel.model.Comment;

/** Entities whose rows lie in more than one table, or in one with others. */
final class Zoo {

    static final List<Class<?>> ENTITIES = List.of(
            Animal.class,
            Dog.class,
            Bird.class,
            Cage.class,
            CageId.class,
            Keeper.class,
            Vehicle.class,
            Truck.class,
            Event.class,
            Feeding.class,
            Note.class);

    private Zoo() {}

    @Entity(name = "Animal")
    @Table(name = "ANIMAL")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Comment("Who lives here.")
    public static class Animal {
        @Id
        private long id;

        @Comment("What it is called by its keepers.")
        private String name;

        @ManyToOne(optional = false)
        @JoinColumns({
            @JoinColumn(name = "CAGE_HOUSE", referencedColumnName = "HOUSE", nullable = false),
            @JoinColumn(name = "CAGE_NUMBER", referencedColumnName = "NUMBER", nullable = false)
        })
        private Cage cage;

        @ManyToOne
        private Animal mother;

        @OneToMany(mappedBy = "mother")
        private List<Animal> children;

        @ManyToMany(mappedBy = "animals")
        private List<Keeper> keepers;
    }

    @Entity(name = "Dog")
    @Table(name = "DOG")
    public static class Dog extends Animal {
        private int tricks;

        @OneToOne(optional = false)
        @JoinColumn(name = "TRAINER_ID", unique = true)
        private Keeper trainer;
    }

    @Entity(name = "Bird")
    @Table(name = "BIRD")
    public static class Bird extends Animal {
        private int wings;
    }

    @Embeddable
    public static class CageId {
        @Column(name = "HOUSE")
        private String house;

        @Column(name = "NUMBER")
        private int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof CageId id && id.house.equals(house) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(house, number);
        }
    }

    @Entity(name = "Cage")
    @Table(name = "CAGE")
    public static class Cage {
        @EmbeddedId
        private CageId id;

        @OneToMany(mappedBy = "cage")
        private List<Animal> animals;
    }

    @Entity(name = "Keeper")
    @Table(name = "KEEPER")
    @SecondaryTable(name = "KEEPER_CV", pkJoinColumns = @PrimaryKeyJoinColumn(name = "KEEPER_ID"))
    public static class Keeper {
        @Id
        private long id;

        @Column(table = "KEEPER_CV", length = 900)
        private String cv;

        @ElementCollection
        @CollectionTable(name = "KEEPER_PHONE", joinColumns = @JoinColumn(name = "KEEPER_ID"))
        @Column(name = "PHONE")
        private Set<String> phones;

        @ManyToMany
        @JoinTable(
                name = "KEEPER_ANIMAL",
                joinColumns = @JoinColumn(name = "KEEPER_ID"),
                inverseJoinColumns = @JoinColumn(name = "ANIMAL_ID"))
        private List<Animal> animals;

        @OneToMany
        @JoinTable(
                name = "KEEPER_TRUCK",
                joinColumns = @JoinColumn(name = "KEEPER_ID"),
                inverseJoinColumns = @JoinColumn(name = "TRUCK_ID"))
        private List<Truck> trucks;
    }

    @Entity(name = "Vehicle")
    @Table(name = "VEHICLE")
    public static class Vehicle {
        @Id
        private long id;
    }

    @Entity(name = "Truck")
    public static class Truck extends Vehicle {
        private Integer load;
    }

    @Entity(name = "Event")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Event {
        @Id
        private long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "ANIMAL_ID")
        private Animal animal;
    }

    @Entity(name = "Feeding")
    @Table(name = "FEEDING")
    public static class Feeding extends Event {
        private int grams;
    }

    @Entity(name = "Note")
    @Table(name = "NOTE")
    public static class Note extends Event {
        private String text;
    }
}
