package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of an abstract entity are found, linked and changed like others; only a new one has to say of which entity it is. */
@ParameterizedClass
@EnumSource(Database.class)
class AbstractEntityTest {

    @Entity(name = "Animal")
    public abstract static class Animal {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(nullable = false)
        private String name;

        @Column(unique = true)
        private String chip;

        private Long keeperId;

        @Transient
        private Keeper keeper;
    }

    @Entity(name = "Dog")
    public static class Dog extends Animal {}

    @Entity(name = "Cat")
    public static class Cat extends Animal {}

    @Entity(name = "Keeper")
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Keeper {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String name;

        @Transient
        private List<Animal> animals = new ArrayList<>();
    }

    @Entity(name = "Farmer")
    public static class Farmer extends Keeper {}

    @Entity(name = "Visit")
    public static class Visit {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String reason;
        private Long animalId;

        @Transient
        private Animal animal;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private BlockingRepository<Animal> animals;
    private BlockingRepository<Keeper> keepers;
    private BlockingRepository<Visit> visits;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(
                directory, database, Animal.class, Dog.class, Cat.class, Keeper.class, Farmer.class, Visit.class);
        animals = unit.easy.blocking(Animal.class);
        keepers = unit.easy.blocking(Keeper.class);
        visits = unit.easy.blocking(Visit.class);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private Dog dog(String name) {
        return unit.easy.blocking(Dog.class).insertMap(Map.of("name", name));
    }

    private Farmer farmer(String name) {
        return unit.easy.blocking(Farmer.class).insertMap(Map.of("name", name));
    }

    @Test
    void row_isLinkedByItsKeyOrByItself() {
        Dog dog = dog("linked");

        assertThat(visits.insertMap(Map.of("reason", "key", "animal", Map.of("id", ((Animal) dog).id))).animalId)
                .isEqualTo(((Animal) dog).id);
        Visit visit = visits.insertMap(Map.of("reason", "entity", "animal", dog));
        assertThat(visit.animal).isInstanceOf(Dog.class);

        Dog other = dog("other");
        assertThat(visits.update(visit.id, Map.of("animal", Map.of("id", ((Animal) other).id))).animalId)
                .isEqualTo(((Animal) other).id);
        assertThat(visits.update(visit.id, Map.of("animal", Map.of("name", "renamed"))).animal.name)
                .isEqualTo("renamed");
        assertThat(visits.update(visit.id, Map.of("animal", dog)).animalId).isEqualTo(((Animal) dog).id);
    }

    @Test
    void row_isLinkedByAUniqueKey() {
        unit.easy.blocking(Cat.class).insertMap(Map.of("name", "Mimi", "chip", "c1"));

        Visit visit = visits.insertMap(Map.of("reason", "chip", "animal", Map.of("chip", "c1")));

        assertThat(visit.animal).isInstanceOf(Cat.class);
    }

    @Test
    void row_isChangedInEveryVerb() {
        Long first = ((Animal) dog("first")).id;
        Long second = ((Animal) dog("second")).id;

        assertThat(animals.update(first, Map.of("name", "one")).name).isEqualTo("one");
        assertThat(animals.updateEach(List.of(Map.of("id", first, "name", "1"), Map.of("id", second, "name", "2"))))
                .isEqualTo(2);
        assertThat(animals.updateWhere(Map.of("name", "2"), Map.of("name", "two")))
                .isOne();
        animals.update(first, Map.of("chip", "f"));
        assertThat(animals.updateOrCreate(Map.of("chip", "f"), Map.of("name", "ein"))
                        .created())
                .isFalse();
        assertThat(animals.find(first).orElseThrow().name).isEqualTo("ein");
    }

    @Test
    void toManyRelationships_takeThem() {
        Farmer farmer = farmer("taker");
        Dog dog = dog("taken");
        Dog second = dog("second");

        assertThat(keepers.addRelated(farmer, "animals", dog)).isOne();
        Keeper changed = keepers.update(
                ((Keeper) farmer).id,
                Map.of("animals", List.of(Map.of("id", ((Animal) dog).id), Map.of("id", ((Animal) second).id))));
        assertThat(changed.animals).hasSize(2).allMatch(each -> each instanceof Dog);
        assertThat(animals.update(((Animal) dog).id, Map.of("keeper", Map.of("name", "renamed"))).keeper.name)
                .isEqualTo("renamed");
        assertThat(keepers.removeRelated(farmer, "animals", dog, second)).isEqualTo(2);
    }

    @Test
    void newRow_isRefusedWithTheEntitiesThatItMayBeOf() {
        Long visit = visits.insertMap(Map.of("reason", "none")).id;
        Farmer farmer = farmer("none");
        unit.tap.reset();

        assertThatThrownBy(() -> visits.insertMap(Map.of("animal", Map.of("name", "new"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-2254 Visit.insertMap: 'animal' would be a new row of Animal, which is abstract. Give the key of a row that is there, or insert one of Cat, Dog before.");
        assertThatThrownBy(() -> animals.insertMap(Map.of("name", "new")))
                .hasMessage(
                        "EM-2254 Animal.insertMap: this would be a new row of Animal, which is abstract. Give the key of a row that is there, or insert one of Cat, Dog before.");
        assertThat(unit.tap.statements()).isEmpty();
        assertThatThrownBy(() -> visits.insertMap(Map.of("animal", Map.of("chip", "nowhere"))))
                .hasMessageStartingWith("EM-2254 Visit.insertMap: 'animal' would be");
        assertThatThrownBy(() -> visits.update(visit, Map.of("animal", Map.of("name", "new"))))
                .hasMessageStartingWith("EM-2254 Visit.update: 'animal' would be");
        assertThatThrownBy(
                        () -> keepers.update(((Keeper) farmer).id, Map.of("animals", List.of(Map.of("name", "new")))))
                .hasMessageStartingWith("EM-2254 Keeper.update: 'animals[0]' would be");
        assertThatThrownBy(() -> animals.getOrCreate(Map.of("chip", "nowhere"), Map.of("name", "x")))
                .hasMessageStartingWith("EM-2254 Animal.getOrCreate: this would be");
        assertThatThrownBy(() -> animals.upsertAll(List.of(Map.of("chip", "nowhere", "name", "x")), "chip"))
                .hasMessageStartingWith("EM-2254 Animal.upsertAll: ");
    }
}
