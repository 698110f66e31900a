package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.Problem;
import org.easymodel.model.EasyModel;
import org.easymodel.model.NoInference;
import org.easymodel.model.OnDelete;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a polymorphic pair is one problem with its place and remedy; the rest of the unit works. */
class PolymorphicProblemsTest {

    @TempDir
    private Path directory;

    @Entity(name = "Cat")
    public static class Cat extends EasyModel {}

    @Entity(name = "Dog")
    public static class Dog extends EasyModel {

        @References(Cat.class)
        Long catId;
    }

    @Entity(name = "Puppy")
    public static class Puppy extends Dog {}

    @Entity(name = "Fish")
    public static class Fish {

        @Id
        String id;
    }

    public static class BirdId implements Serializable {

        Long nest;
        Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof BirdId id && Objects.equals(nest, id.nest) && Objects.equals(number, id.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(nest, number);
        }
    }

    @Entity(name = "Bird")
    @IdClass(BirdId.class)
    public static class Bird {

        @Id
        Long nest;

        @Id
        Integer number;
    }

    public static class Stranger {}

    public enum Kind {
        CAT,
        DOG
    }

    private List<String> problems(Class<?>... holders) {
        Class<?>[] classes = Stream.concat(
                        Stream.of(holders), Stream.of(Cat.class, Dog.class, Puppy.class, Fish.class, Bird.class))
                .toArray(Class<?>[]::new);
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, classes)) {
            assertThat(unit.inferred()).as("the rest").contains("Dog.cat: many_to_one Cat by catId");
            assertThat(unit.model().polymorphic()).isEmpty();
            return unit.model().problems().stream().map(Problem::toString).toList();
        }
    }

    @Entity(name = "NoEntity")
    public static class NoEntity extends EasyModel {

        String petType;

        @Polymorphic(types = {Cat.class, Stranger.class})
        Long petId;
    }

    @Test
    void aTypeThatIsNoEntity() {
        assertThat(problems(NoEntity.class))
                .containsExactly("EM-1170 NoEntity.petId: @Polymorphic names " + Stranger.class.getName()
                        + ", which is no entity of this persistence unit. Add the class to the unit, or leave it out.");
    }

    @Entity(name = "Alone")
    public static class Alone extends EasyModel {

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Entity(name = "WronglyNamed")
    public static class WronglyNamed extends EasyModel {

        String petType;

        @Polymorphic(
                types = {Cat.class, Dog.class},
                other = "petKind")
        Long petId;
    }

    @Entity(name = "Both")
    public static class Both extends EasyModel {

        @Polymorphic(types = {Cat.class, Dog.class})
        String petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Entity(name = "Referring")
    public static class Referring extends EasyModel {

        String petType;

        @References(Cat.class)
        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Test
    void theOtherHalf() {
        assertThat(problems(Alone.class, WronglyNamed.class, Referring.class))
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).startsWith("EM-1171 Alone.petId: a polymorphic pair has a second"),
                        problem -> assertThat(problem).startsWith("EM-1171 Referring.petId: the two attributes"),
                        problem -> assertThat(problem)
                                .startsWith("EM-1171 WronglyNamed.petId: @Polymorphic names 'petKind'"));
        assertThat(problems(Both.class)).isNotEmpty().allMatch(problem -> problem.startsWith("EM-1171 Both.pet"));
    }

    @Entity(name = "FewValues")
    public static class FewValues extends EasyModel {

        String petType;

        @Polymorphic(
                types = {Cat.class, Dog.class},
                values = "cat")
        Long petId;
    }

    @Entity(name = "NoTypes")
    public static class NoTypes extends EasyModel {

        String petType;

        @Polymorphic(types = {})
        Long petId;
    }

    @Entity(name = "SameValues")
    public static class SameValues extends EasyModel {

        String petType;

        @Polymorphic(
                types = {Cat.class, Dog.class},
                values = {"pet", "pet"})
        Long petId;
    }

    @Entity(name = "SameTypes")
    public static class SameTypes extends EasyModel {

        String petType;

        @Polymorphic(
                types = {Cat.class, Cat.class},
                values = {"cat", "dog"})
        Long petId;
    }

    @Test
    void typesAndValues() {
        assertThat(problems(FewValues.class, NoTypes.class, SameValues.class, SameTypes.class))
                .containsExactly(
                        "EM-1172 FewValues.petId: @Polymorphic names 2 types and 1 values. Name at least one type, and as"
                                + " many values in the same order, or none for the names of the entities.",
                        "EM-1172 NoTypes.petId: @Polymorphic names 0 types and 0 values. Name at least one type, and as"
                                + " many values in the same order, or none for the names of the entities.",
                        "EM-1172 SameTypes.petId: @Polymorphic names Cat twice. Name each type once, and give each a"
                                + " value of its own.",
                        "EM-1172 SameValues.petId: @Polymorphic has the value 'pet' for Cat and for Dog. Name each type"
                                + " once, and give each a value of its own.");
    }

    @Entity(name = "MixedKeys")
    public static class MixedKeys extends EasyModel {

        String petType;

        @Polymorphic(types = {Cat.class, Fish.class})
        Long petId;
    }

    @Entity(name = "Composite")
    public static class Composite extends EasyModel {

        String petType;

        @Polymorphic(types = {Cat.class, Bird.class})
        Long petId;
    }

    @Converter
    public static class Doubled implements AttributeConverter<Long, Long> {

        @Override
        public Long convertToDatabaseColumn(Long value) {
            return value == null ? null : value * 2;
        }

        @Override
        public Long convertToEntityAttribute(Long value) {
            return value == null ? null : value / 2;
        }
    }

    @Entity(name = "Converted")
    public static class Converted extends EasyModel {

        String petType;

        @Convert(converter = Doubled.class)
        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Test
    void keys() {
        assertThat(problems(MixedKeys.class, Composite.class, Converted.class, Doubled.class))
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).startsWith("EM-1173 Converted.petId: the attribute is of a kind"),
                        problem -> assertThat(problem)
                                .startsWith(
                                        "EM-1173 MixedKeys.petId: the attribute is of type Long, but the key of Fish is"),
                        problem -> assertThat(problem)
                                .startsWith(
                                        "EM-1174 Composite.petId: @Polymorphic names Bird, whose primary key is not"));
    }

    @Entity(name = "Numbered")
    public static class Numbered extends EasyModel {

        Integer petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Entity(name = "Listed")
    public static class Listed extends EasyModel {

        Kind petType;

        @Polymorphic(
                types = {Cat.class, Dog.class},
                values = {"CAT", "HOUND"})
        Long petId;
    }

    @Entity(name = "Flagged")
    public static class Flagged extends EasyModel {

        boolean petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Entity(name = "Narrow")
    public static class Narrow extends EasyModel {

        @Column(length = 2)
        String petType;

        @Polymorphic(types = {Cat.class})
        Long petId;
    }

    @Test
    void valuesThatTheTypeCannotSay() {
        assertThat(problems(Numbered.class, Listed.class, Flagged.class, Narrow.class))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith(
                                        "EM-1175 Numbered.petType: 'Cat', which is to say Cat, and 'Dog', which is to say"
                                                + " Dog, are no values of the type"),
                        problem -> assertThat(problem).contains("Listed.petType: 'HOUND'", "which has CAT, DOG"),
                        problem -> assertThat(problem)
                                .startsWith("EM-1175 Flagged.petType: 'Cat'")
                                .contains("'Dog'"),
                        problem -> assertThat(problem).startsWith("EM-1175 Narrow.petType: 'Cat' has 3 characters"));
    }

    @Entity(name = "Taken")
    public static class Taken extends EasyModel {

        String pet;
        String petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;
    }

    @Entity(name = "InTheWay")
    public static class InTheWay extends EasyModel {

        String petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        Long petId;

        @Transient
        Cat pet;
    }

    @Entity(name = "Family")
    public static class Family extends EasyModel {

        String petType;

        @Polymorphic(types = {Dog.class, Puppy.class})
        Long petId;
    }

    @Test
    void namesAndFamilies() {
        assertThat(problems(Taken.class, InTheWay.class, Family.class))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("EM-1176 InTheWay.petId")
                                .contains("Cat, Dog", "Object"),
                        problem -> assertThat(problem)
                                .startsWith("EM-1176 Taken.petId: the relationship would be called 'pet'"),
                        problem -> assertThat(problem)
                                .startsWith("EM-1178 Family.petId: @Polymorphic names Dog and Puppy"));
    }

    @Entity(name = "InverseTaken")
    public static class InverseTaken extends EasyModel {

        @Column(nullable = false)
        String petType;

        @Polymorphic(
                types = {Cat.class, Dog.class},
                inverse = "catId",
                onDelete = OnDelete.SET_NULL)
        @Column(nullable = false)
        Long petId;
    }

    @Test
    void theOtherSideAndWhatIsNeverNull() {
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, Cat.class, Dog.class, InverseTaken.class)) {
            assertThat(unit.model().problems()).extracting(Problem::code).containsExactly("EM-1130", "EM-1177");
            assertThat(unit.model().polymorphic("InverseTaken", "pet")).hasValueSatisfying(pair -> {
                assertThat(pair.onDelete()).isEqualTo(OnDelete.REFUSE);
                assertThat(pair.target("Cat").orElseThrow().inverse()).contains("catId");
                assertThat(pair.target("Dog").orElseThrow().inverse()).isEmpty();
            });
        }
    }

    @Entity(name = "Silent")
    @NoInference
    public static class Silent extends EasyModel {

        String petType;

        @Polymorphic(types = {Stranger.class})
        Long petId;
    }

    @Entity(name = "SilentKey")
    public static class SilentKey extends EasyModel {

        String petType;

        @NoInference
        @Polymorphic(types = {Cat.class})
        Long petId;
    }

    @Entity(name = "Declared")
    public static class Declared extends EasyModel {

        String petType;

        @Polymorphic(types = {Cat.class, Dog.class})
        @Column(name = "PET_ID")
        Long petId;

        @ManyToOne
        @JoinColumn(name = "PET_ID", insertable = false, updatable = false)
        Cat pet;
    }

    @Test
    void noInferenceAndDeclaredMappingsWin() {
        assertThat(problems(Silent.class, SilentKey.class, Declared.class)).isEmpty();
    }

    @Entity(name = "Numbering")
    public static class Numbering {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String text;
    }

    @Entity(name = "Copy")
    public static class Copy {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String ofType;

        @Polymorphic(types = {Numbering.class, Copy.class})
        Long ofId;

        @Transient
        Object of;
    }

    @Test
    void keysThatTheDatabaseGives() {
        try (SmallUnit unit = SmallUnit.of(directory, Database.DERBY, Numbering.class, Copy.class)) {
            BlockingRepository<Copy> copies = unit.easy.blocking(Copy.class);
            Copy copy = new Copy();
            copy.of = new Numbering();
            Copy inserted = copies.insert(copy);
            assertThat(inserted.of).isInstanceOf(Numbering.class);
            Copy nested = copies.insertMap(Map.of("of", Map.of("Copy", Map.of("of", inserted))));
            assertThat(nested.ofType).isEqualTo("Copy");
            Copy own = new Copy();
            own.of = new Numbering();
            try (EntityManager em = unit.factory.createEntityManager()) {
                em.getTransaction().begin();
                em.persist(own);
                assertThatThrownBy(em::flush).hasStackTraceContaining("EM-1150 Copy.of: it leads to a new Numbering");
                em.getTransaction().rollback();
            }
            try (EntityManager em = unit.factory.createEntityManager()) {
                Copy second = new Copy();
                second.of = new Numbering();
                em.getTransaction().begin();
                em.persist(second.of);
                em.flush();
                em.persist(second);
                em.getTransaction().commit();
                assertThat(second.ofType).isEqualTo("Numbering");
            }
            assertThat(copies.count()).isEqualTo(4);
        }
    }

    /** Rules go before annotations. */
    public static final class Rules implements RelationshipRules {

        @Override
        public void declare(Relationships relationships) {
            relationships.none(FewValues.class, "petId");
            relationships.key(NoTypes.class, "petId").references(Dog.class);
        }
    }

    /** Entities that may not be changed. */
    @Entity(name = "Chip")
    public static class Chip extends EasyModel {

        int wearer;
        Long wearerNo;
    }

    public static final class Pairs implements RelationshipRules {

        @Override
        public void declare(Relationships relationships) {
            relationships
                    .pair(Chip.class, "wearer", "wearerNo")
                    .leadsTo(Cat.class, "1")
                    .leadsTo(Dog.class, "2")
                    .attribute("animal")
                    .inverse("chips")
                    .onDelete(OnDelete.CASCADE);
            relationships
                    .pair(FewValues.class, "petType", "petId")
                    .leadsTo(Cat.class)
                    .leadsTo(Dog.class, "D");
            relationships.pair(Chip.class, "wearer", "number").leadsTo(Cat.class);
            relationships.pair(Stranger.class, "type", "id").leadsTo(Cat.class);
        }
    }

    @Test
    void pairsAreSaidInCode() {
        UnitXml xml = UnitXml.of("small", List.of(Cat.class, Dog.class, Chip.class, FewValues.class))
                .with("easymodel.relationships", Pairs.class.getName());
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, xml)) {
            assertThat(unit.model().problems()).extracting(Problem::code).containsExactly("EM-1125", "EM-1126");
            assertThat(unit.model()
                            .polymorphic("FewValues", "pet")
                            .orElseThrow()
                            .targets())
                    .extracting(target -> target.value())
                    .containsExactly("Cat", "D");
            assertThat(unit.model().polymorphic("Chip", "animal").orElseThrow().because())
                    .isEqualTo("Chip.wearerNo is said to be a key of several entities by " + Pairs.class.getName());
            BlockingRepository<Dog> dogs = unit.easy.blocking(Dog.class);
            Dog dog = dogs.insertMap(Map.of("chips", List.of(Map.of())));
            assertThat(dog.relatedList("chips", Chip.class))
                    .extracting(chip -> chip.wearer)
                    .containsExactly(2);
            assertThat(unit.easy.blocking(Chip.class).select().one().related("animal", Dog.class))
                    .contains(dog);
            assertThat(dogs.delete(dog)).isTrue();
            assertThat(unit.easy.blocking(Chip.class).count()).isZero();
        }
    }

    @Test
    void rulesInCodeWin() {
        UnitXml xml = UnitXml.of("small", List.of(Cat.class, Dog.class, FewValues.class, NoTypes.class))
                .with("easymodel.relationships", Rules.class.getName());
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, xml)) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.inferred()).contains("NoTypes.pet: many_to_one Dog by petId");
        }
    }
}
