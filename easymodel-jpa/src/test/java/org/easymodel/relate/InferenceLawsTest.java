package org.easymodel.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.relate.Models.declared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.Models.Sketch;

/** What holds for every model, however odd its names are. The classes stand for entities; they are never read. */
class InferenceLawsTest {

    private static final class User {}

    private static final class Post {}

    private static final class Tag {}

    private static final class Link {}

    private static final List<Class<?>> TYPES = List.of(User.class, Post.class, Tag.class, Link.class);
    private static final String[] KEYS = {
        "userId", "postId", "tagId", "linkId", "parentId", "user_id", "ownerId", "in.userId", "at.userId"
    };
    private static final String[] NAMES = {"", "user", "posts", "children", "tags", "owner"};

    /** Entities and declared relationships of one unit. */
    record Unit(List<EntityDescription> entities, List<RelationshipDescription> declared) {}

    @Provide
    Arbitrary<Unit> units() {
        Arbitrary<List<EntityDescription>> entities = Combinators.combine(
                        entity(0),
                        entity(1),
                        entity(2),
                        entity(3),
                        Arbitraries.integers().between(1, 4))
                .as((a, b, c, d, size) -> List.of(a, b, c, d).subList(0, size));
        return entities.flatMap(all -> declaredRelationships(all).map(declared -> new Unit(all, declared)));
    }

    private static Arbitrary<EntityDescription> entity(int index) {
        Arbitrary<Integer> attributes = Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
        return Combinators.combine(
                        Arbitraries.of(KEYS).set().ofMaxSize(4),
                        attributes.list().ofSize(KEYS.length),
                        Arbitraries.of(NAMES)
                                .filter(name -> !name.isEmpty())
                                .set()
                                .ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((keys, seeds, basics, link) -> {
                    Sketch bare = Models.entity(TYPES.get(index));
                    Sketch sketch = index == 3 ? bare.id("realm", Long.class).id("number", Long.class) : bare.id();
                    int i = 0;
                    for (String key : keys) {
                        addKey(sketch, key, new Random(seeds.get(i++)));
                    }
                    basics.forEach(basic -> sketch.basic(basic, String.class));
                    addPairs(sketch, new Random(seeds.get(0)));
                    return (link ? sketch.link() : sketch).done();
                });
    }

    private static void addKey(Sketch sketch, String key, Random random) {
        Class<?> target = TYPES.get(random.nextInt(TYPES.size()));
        Reference reference = Reference.to(target)
                .named(NAMES[random.nextInt(NAMES.length)], NAMES[random.nextInt(NAMES.length)])
                .onDelete(OnDelete.values()[random.nextInt(3)]);
        switch (random.nextInt(7)) {
            case 0 -> sketch.key(key);
            case 1 -> sketch.uniqueKey(key);
            case 2 -> sketch.reference(key, target);
            case 3 -> sketch.uniqueReference(key, target);
            case 4 -> sketch.closedKey(key);
            case 5 -> {
                if (key.equals("linkId")) {
                    sketch.key("linkRealm")
                            .key("linkNumber")
                            .free("link", random.nextBoolean() ? Object.class : int.class);
                } else {
                    sketch.key(key);
                }
            }
            default -> sketch.reference(key, reference);
        }
    }

    private static void addPairs(Sketch sketch, Random random) {
        for (String stem : List.of("subject", "owner").subList(0, random.nextInt(3))) {
            List<Class<?>> types = shuffled(TYPES, random).subList(0, random.nextInt(4));
            List<String> values =
                    random.nextInt(3) == 0 ? List.of("a", "b", "c").subList(0, random.nextInt(4)) : List.of();
            sketch.pair(
                    stem + "Type",
                    stem + "Key",
                    new PolymorphicReference(
                            types,
                            values,
                            stem + "Type",
                            NAMES[random.nextInt(NAMES.length)],
                            NAMES[random.nextInt(NAMES.length)],
                            OnDelete.values()[random.nextInt(3)],
                            random.nextBoolean(),
                            Optional.empty()));
        }
    }

    private static Arbitrary<List<RelationshipDescription>> declaredRelationships(List<EntityDescription> entities) {
        Arbitrary<RelationshipDescription> one = Combinators.combine(
                        Arbitraries.of(entities),
                        Arbitraries.of(entities),
                        Arbitraries.of("declaredHere", "declaredThere"),
                        Arbitraries.of(KEYS).optional())
                .as((from, to, name, key) ->
                        declared(from.name(), name, to.name(), key.filter(each -> from.attribute(each)
                                .isPresent())));
        return one.list().ofMaxSize(3).uniqueElements(RelationshipDescription::toString);
    }

    @Property(tries = 300)
    void model_ofShuffledEntities_isTheSame(@ForAll("units") Unit unit, @ForAll Random random) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());
        ModelDescription shuffled = Inference.of(shuffled(unit.entities(), random), shuffled(unit.declared(), random));

        assertThat(shuffled.relationships()).isEqualTo(model.relationships());
        assertThat(shuffled.polymorphic()).isEqualTo(model.polymorphic());
        assertThat(shuffled.problems()).isEqualTo(model.problems());
        assertThat(shuffled.entities()).isEqualTo(model.entities());
    }

    @Property(tries = 300)
    void declaredRelationships_areNeverTouched(@ForAll("units") Unit unit) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());

        assertThat(model.relationships().stream().filter(relationship -> !relationship.inferred()))
                .containsExactlyInAnyOrderElementsOf(unit.declared());
    }

    @Property(tries = 300)
    void attributes_ofOneEntity_haveDistinctNames(@ForAll("units") Unit unit) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());

        for (EntityDescription entity : model.entities()) {
            List<String> names = Stream.of(
                            entity.attributes().stream().map(AttributeDescription::name),
                            model.relationships(entity.name()).stream().map(RelationshipDescription::attribute),
                            model.polymorphic(entity.name()).stream().map(PolymorphicDescription::attribute))
                    .flatMap(each -> each)
                    .toList();
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 300)
    void relationship_withInverse_isTheInverseOfItsInverse(@ForAll("units") Unit unit) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());

        Stream<RelationshipDescription> pairs = model.polymorphic().stream()
                .flatMap(pair -> pair.targets().stream().map(pair::toward));
        Stream.concat(model.relationships().stream(), pairs)
                .filter(RelationshipDescription::inferred)
                .forEach(relationship -> {
                    Optional<RelationshipDescription> inverse =
                            relationship.inverse().flatMap(name -> otherSide(model, relationship, name));
                    assertThat(inverse.isPresent())
                            .isEqualTo(relationship.inverse().isPresent());
                    inverse.ifPresent(other -> {
                        assertThat(other.inverse()).contains(relationship.attribute());
                        assertThat(other.target()).isEqualTo(relationship.entity());
                        assertThat(other.key()).isEqualTo(relationship.key());
                        assertThat(other.onDelete()).isEqualTo(relationship.onDelete());
                        assertThat(other.origin()).isEqualTo(relationship.origin());
                    });
                });
    }

    private static Optional<RelationshipDescription> otherSide(
            ModelDescription model, RelationshipDescription relationship, String name) {
        return model.relationship(relationship.target(), name).or(() -> model.polymorphic(relationship.target(), name)
                .flatMap(pair -> pair.target(relationship.entity()).map(pair::toward)));
    }

    @Property(tries = 300)
    void pair_leadsToEntitiesThatSayDifferentThings(@ForAll("units") Unit unit) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());

        for (PolymorphicDescription pair : model.polymorphic()) {
            assertThat(pair.targets()).isNotEmpty();
            assertThat(pair.entities()).doesNotHaveDuplicates();
            assertThat(pair.targets().stream()
                            .map(PolymorphicDescription.Target::value)
                            .toList())
                    .doesNotHaveDuplicates();
            pair.targets()
                    .forEach(target -> assertThat(pair.saidBy(target.value())).contains(target));
            assertThat(model.relationships(pair.entity()))
                    .filteredOn(RelationshipDescription::owner)
                    .noneMatch(relationship ->
                            relationship.inferred() && relationship.key().has(pair.key()));
        }
    }

    @Property(tries = 300)
    void key_ofOneEntity_isUsedAtMostOnce(@ForAll("units") Unit unit) {
        ModelDescription model = Inference.of(unit.entities(), unit.declared());

        for (EntityDescription entity : model.entities()) {
            Set<String> keys = new HashSet<>();
            model.relationships(entity.name()).stream()
                    .filter(relationship -> relationship.inferred() && relationship.owner())
                    .forEach(relationship ->
                            assertThat(keys.add(relationship.key().toString())).isTrue());
        }
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
