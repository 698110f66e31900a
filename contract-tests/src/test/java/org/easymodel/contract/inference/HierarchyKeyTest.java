package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in superclasses and subclasses, and to them, with each way of mapping a hierarchy. */
@Tag("woven")
class HierarchyKeyTest {

    @Entity(name = "Keeper")
    public static class Keeper {
        @Id
        Long id;

        String name;

        @Transient
        List<Object> animals;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Animal {
        @Id
        Long id;

        String name;
        Long keeperId;

        @Transient
        Keeper keeper;
    }

    @Entity(name = "Dog")
    public static class Dog extends Animal {
        Long kennelId;

        @Transient
        Kennel kennel;
    }

    @Entity(name = "Kennel")
    public static class Kennel {
        @Id
        Long id;

        @Transient
        List<Dog> dogs;

        @References(value = Dog.class)
        Long guardId;

        @Transient
        Dog guard;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Vehicle {
        @Id
        Long id;

        Long keeperId;

        @Transient
        Keeper keeper;
    }

    @Entity(name = "Truck")
    public static class Truck extends Vehicle {
        Long kennelId;
        int axles;

        @Transient
        Kennel kennel;
    }

    @Entity(name = "Trip")
    public static class Trip {
        @Id
        Long id;

        Long truckId;
        Long vehicleId;
        String from;

        @Transient
        Truck truck;

        @Transient
        Vehicle vehicle;
    }

    @Entity(name = "Plant")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Plant {
        @Id
        Long id;

        Long keeperId;

        @Transient
        Keeper keeper;
    }

    @Entity(name = "Tree")
    public static class Tree extends Plant {
        Long kennelId;

        @Transient
        Kennel kennel;
    }

    /** A generic key in a mapped superclass. */
    @MappedSuperclass
    public abstract static class Owned<K> {
        @Id
        K id;

        @References(Keeper.class)
        Long ownerId;
    }

    @MappedSuperclass
    public abstract static class Child<K> extends Owned<UUID> {
        K parentKey;
    }

    @Entity(name = "Room")
    public static class Room extends Owned<UUID> {}

    @Entity(name = "Desk")
    @AttributeOverride(name = "ownerId", column = @Column(name = "OWNER_ID", unique = true))
    public static class Desk extends Child<UUID> {
        UUID roomId;
    }

    @TempDir
    private Path directory;

    @Test
    void keysInOneTable_serveTheSubclassToo() {
        try (SmallUnit unit =
                SmallUnit.of(directory, Database.H2, Keeper.class, Animal.class, Dog.class, Kennel.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Animal.keeper: many_to_one Keeper by keeperId",
                            "Keeper.animals: one_to_many Animal by keeperId",
                            "Dog.kennel: many_to_one Kennel by kennelId",
                            "Kennel.dogs: one_to_many Dog by kennelId",
                            "Kennel.guard: many_to_one Dog by guardId",
                            "Dog.kennels: one_to_many Kennel by guardId");
            unit.easy.blocking(Keeper.class).insertMap(Map.of("id", 1, "name", "Kim"));
            unit.easy.blocking(Kennel.class).insertMap(Map.of("id", 7));
            unit.easy.blocking(Dog.class).insertMap(Map.of("id", 1, "name", "Rex", "keeperId", 1, "kennelId", 7));
            unit.easy.blocking(Animal.class).insertMap(Map.of("id", 2, "name", "Tom", "keeperId", 1));
            unit.easy.blocking(Kennel.class).updateWhere(Map.of("id", 7), Map.of("guard", Map.of("id", 1)));

            assertThat(unit.easy
                            .blocking(Dog.class)
                            .select(Map.of("keeper", Map.of("name", "Kim"), "kennel", Map.of("id", 7)))
                            .include("keeper", "kennel.guard")
                            .one()
                            .kennel
                            .guard
                            .name)
                    .isEqualTo("Rex");
            assertThat(unit.easy
                            .blocking(Animal.class)
                            .select(Map.of("keeper", Map.of("name", "Kim")))
                            .count())
                    .isEqualTo(2);
            assertThat(unit.easy
                            .blocking(Keeper.class)
                            .select(Map.of("animals", Map.of("name", "Tom")))
                            .count())
                    .isEqualTo(1);
            assertThat(unit.easy.blocking(Dog.class).find(1L).orElseThrow().keeper.name)
                    .isEqualTo("Kim");
            assertThatThrownBy(() -> unit.easy.blocking(Animal.class).deleteById(1L))
                    .hasMessageContaining("1 row of Kennel (guardId) leads to what is to be deleted");
            assertThat(unit.easy.blocking(Animal.class).deleteById(2L)).isTrue();
        }
    }

    @Test
    void keysInJoinedTables_serveTheSubclassToo() {
        try (SmallUnit unit = SmallUnit.of(
                directory,
                Database.H2,
                Keeper.class,
                Vehicle.class,
                Truck.class,
                Trip.class,
                Kennel.class,
                Dog.class,
                Animal.class)) {
            unit.easy.blocking(Keeper.class).insertMap(Map.of("id", 1, "name", "Kim"));
            unit.easy.blocking(Kennel.class).insertMap(Map.of("id", 7));
            unit.easy.blocking(Truck.class).insertMap(Map.of("id", 1, "axles", 3, "keeperId", 1, "kennelId", 7));
            unit.easy.blocking(Vehicle.class).insertMap(Map.of("id", 2, "keeperId", 1));
            unit.easy.blocking(Trip.class).insertMap(Map.of("id", 1, "truckId", 1, "vehicleId", 2));

            assertThat(unit.easy
                            .blocking(Trip.class)
                            .select(Map.of("truck", Map.of("keeper", Map.of("name", "Kim"))))
                            .one()
                            .truck
                            .axles)
                    .isEqualTo(3);
            assertThat(unit.easy
                            .blocking(Truck.class)
                            .select(Map.of("tripsAsTruck", Map.of("vehicleId", 2)))
                            .include("keeper", "kennel")
                            .one()
                            .keeper
                            .name)
                    .isEqualTo("Kim");
            assertThat(unit.easy
                            .blocking(Vehicle.class)
                            .select(Map.of("tripsAsVehicle", Map.of("truckId", 1)))
                            .one()
                            .id)
                    .isEqualTo(2L);
            assertThat(unit.easy
                            .blocking(Keeper.class)
                            .select(Map.of("vehicles", Map.of("id", 1)))
                            .count())
                    .isEqualTo(1);
            assertThatThrownBy(() -> unit.easy.blocking(Vehicle.class).deleteById(1L))
                    .hasMessageContaining("1 row of Trip (truckId) leads to what is to be deleted");
        }
    }

    @Test
    void keysInATableForEachClass_serveTheSubclassToo() {
        try (SmallUnit unit = SmallUnit.of(
                directory, Database.H2, Keeper.class, Plant.class, Tree.class, Kennel.class, Dog.class, Animal.class)) {
            assertThat(unit.inferred())
                    .contains(
                            "Plant.keeper: many_to_one Keeper by keeperId",
                            "Keeper.plants: one_to_many Plant by keeperId",
                            "Tree.kennel: many_to_one Kennel by kennelId",
                            "Kennel.trees: one_to_many Tree by kennelId")
                    .noneMatch(line -> line.startsWith("Tree.keeper"));
            unit.easy.blocking(Keeper.class).insertMap(Map.of("id", 1, "name", "Kim"));
            unit.easy.blocking(Kennel.class).insertMap(Map.of("id", 7));
            unit.easy.blocking(Tree.class).insertMap(Map.of("id", 1, "keeperId", 1, "kennelId", 7));
            unit.easy.blocking(Plant.class).insertMap(Map.of("id", 2, "keeperId", 1));

            Tree tree = unit.easy
                    .blocking(Tree.class)
                    .select(Map.of("keeper", Map.of("name", "Kim")))
                    .include("keeper", "kennel")
                    .one();
            assertThat(tree.keeper.name).isEqualTo("Kim");
            assertThat(tree.kennel.id).isEqualTo(7L);
            assertThat(unit.easy
                            .blocking(Kennel.class)
                            .select(Map.of("trees", Map.of("keeperId", 1)))
                            .count())
                    .isEqualTo(1);
            assertThat(unit.easy
                            .blocking(Plant.class)
                            .select(Map.of("keeperId", 1))
                            .include("keeper")
                            .list())
                    .hasSize(2)
                    .allMatch(plant -> plant.keeper.name.equals("Kim"));
            assertThat(unit.easy
                            .blocking(Keeper.class)
                            .select(Map.of("plants", Map.of("id", 2)))
                            .count())
                    .isEqualTo(1);
            Keeper keeper = unit.easy.blocking(Keeper.class).find(1L, "plants").orElseThrow();
            assertThat((List<?>) Stage.unit(unit.factory).get(keeper, "plants")).hasSize(2);
        }
    }

    @Test
    void keysInAGenericSuperclass_areOfTheTypeThatTheEntitySays() {
        try (SmallUnit unit =
                SmallUnit.of(directory, Database.H2, Keeper.class, Owned.class, Child.class, Room.class, Desk.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Room.owner: many_to_one Keeper by ownerId",
                            "Keeper.rooms: one_to_many Room by ownerId",
                            "Desk.owner: one_to_one Keeper by ownerId",
                            "Keeper.desk: one_to_one Desk by ownerId",
                            "Desk.room: many_to_one Room by roomId",
                            "Room.desks: one_to_many Desk by roomId");
            UUID room = UUID.randomUUID();
            unit.easy.blocking(Room.class).insertMap(Map.of("id", room, "owner", Map.of("id", 1, "name", "Kim")));
            unit.easy.blocking(Desk.class).insertMap(Map.of("id", UUID.randomUUID(), "roomId", room, "ownerId", 1));

            assertThat(unit.easy
                            .blocking(Room.class)
                            .select(Map.of("desks", Map.of("owner", Map.of("name", "Kim"))))
                            .count())
                    .isEqualTo(1);
            assertThat(unit.easy
                            .blocking(Keeper.class)
                            .select(Map.of("desk", Map.of("room", Map.of("id", room))))
                            .count())
                    .isEqualTo(1);
        }
    }
}
