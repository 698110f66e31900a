package org.easymodel.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/** Which attributes make a polymorphic pair: those that say so. */
final class PairRules {

    private static final List<List<String>> ENDINGS = List.of(List.of("Id", "Type"), List.of("_id", "_type"));

    private final Targets targets;
    private final List<RelationshipDescription> declared;
    private final List<Problem> problems;

    PairRules(Targets targets, List<RelationshipDescription> declared, List<Problem> problems) {
        this.targets = targets;
        this.declared = declared;
        this.problems = problems;
    }

    /** The pairs of all entities, by entity and attribute. */
    List<HeldPair> pairs() {
        List<HeldPair> pairs = new ArrayList<>();
        for (EntityDescription entity : targets.entities()) {
            Set<String> used = new HashSet<>();
            own(entity).forEach(attribute -> pair(entity, attribute).ifPresent(pair -> {
                if (used.add(pair.key().name()) && used.add(pair.type().name())) {
                    pairs.add(pair);
                } else {
                    problems.add(PairProblems.sharedHalf(pair));
                }
            }));
        }
        return pairs;
    }

    private static List<AttributeDescription> own(EntityDescription entity) {
        return all(entity)
                .filter(attribute -> attribute.polymorphic().isPresent()
                        && !entity.inherited().contains(attribute.name()))
                .toList();
    }

    private static Stream<AttributeDescription> all(EntityDescription entity) {
        return Stream.concat(entity.attributes().stream(), entity.embedded().stream());
    }

    /** Whether the attribute says that it belongs to a pair, or stands beside one that does. */
    static boolean claims(EntityDescription entity, AttributeDescription attribute) {
        return all(entity)
                .filter(each -> each.polymorphic().isPresent())
                .anyMatch(each -> each == attribute
                        || other(entity, each).filter(attribute::equals).isPresent());
    }

    private static Optional<AttributeDescription> other(EntityDescription entity, AttributeDescription attribute) {
        String given = attribute.polymorphic().orElseThrow().other();
        String name = attribute.name();
        int last = name.lastIndexOf('.') + 1;
        Stream<String> candidates = given.isEmpty()
                ? ENDINGS.stream().flatMap(pair -> swapped(name, pair))
                : Stream.of(given, name.substring(0, last) + given);
        return candidates.flatMap(each -> entity.attribute(each).stream()).findFirst();
    }

    /** {@code taggableType} for {@code taggableId}, and the other way round. */
    private static Stream<String> swapped(String name, List<String> endings) {
        String key = endings.get(0);
        String type = endings.get(1);
        if (name.endsWith(key)) {
            return Stream.of(name.substring(0, name.length() - key.length()) + type);
        }
        return name.endsWith(type) ? Stream.of(name.substring(0, name.length() - type.length()) + key) : Stream.empty();
    }

    private static boolean saysType(AttributeDescription attribute) {
        return ENDINGS.stream().anyMatch(pair -> attribute.name().endsWith(pair.get(1)));
    }

    private static boolean saysKey(AttributeDescription attribute) {
        return ENDINGS.stream().anyMatch(pair -> attribute.name().endsWith(pair.get(0)));
    }

    private Optional<HeldPair> pair(EntityDescription entity, AttributeDescription attribute) {
        Optional<AttributeDescription> other = other(entity, attribute);
        if (other.isEmpty()) {
            problems.add(PairProblems.noOther(entity, attribute));
            return Optional.empty();
        }
        boolean onType = saysType(attribute) && !saysType(other.get()) || !saysKey(attribute) && saysKey(other.get());
        AttributeDescription type = onType ? attribute : other.get();
        AttributeDescription key = onType ? other.get() : attribute;
        if (type == key
                || other.get().polymorphic().isPresent()
                || Stream.of(type, key).anyMatch(each -> each.reference().isPresent())) {
            problems.add(PairProblems.saidTwice(entity, attribute));
            return Optional.empty();
        }
        List<HeldPair.End> ends = ends(entity, attribute, type, key);
        if (ends.isEmpty() || isDeclared(entity, key) || !isOpen(entity, key, onType)) {
            return Optional.empty();
        }
        String stem = Names.stem(key.name()).orElse(Names.last(key.name()));
        return Optional.of(new HeldPair(entity, attribute, type, key, ends, stem));
    }

    private boolean isDeclared(EntityDescription entity, AttributeDescription key) {
        return declared.stream()
                .anyMatch(relationship -> relationship.owner()
                        && relationship.entity().equals(entity.name())
                        && relationship.key().has(key.name()));
    }

    /** A key that a declared mapping has, or that is said to be none, is none of a pair either. */
    private boolean isOpen(EntityDescription entity, AttributeDescription key, boolean onType) {
        if (!key.inferable() && !onType) {
            problems.add(PairProblems.noKey(entity, key));
        }
        return key.inferable();
    }

    /** The entities with their values; none if anything is wrong with one of them. */
    private List<HeldPair.End> ends(
            EntityDescription entity,
            AttributeDescription attribute,
            AttributeDescription type,
            AttributeDescription key) {
        PolymorphicReference reference = attribute.polymorphic().orElseThrow();
        int before = problems.size();
        boolean valued = !reference.values().isEmpty();
        if (reference.types().isEmpty()
                || valued && reference.values().size() != reference.types().size()) {
            problems.add(PairProblems.otherNumber(entity, attribute));
            return List.of();
        }
        List<HeldPair.End> ends = new ArrayList<>();
        Refused refused = new Refused();
        for (int i = 0; i < reference.types().size(); i++) {
            Class<?> each = reference.types().get(i);
            Optional<EntityDescription> target = targets.ofClass(each);
            if (target.isEmpty()) {
                problems.add(PairProblems.noEntity(entity, attribute, each));
                continue;
            }
            String given = valued ? reference.values().get(i) : "";
            String text = given.isEmpty() ? target.get().name() : given;
            end(new Said(target.get(), text), type, key, refused).ifPresent(ends::add);
        }
        refused.addTo(problems, entity, attribute, type, key);
        if (ends.size() == reference.types().size()) {
            checkApart(entity, attribute, ends);
        }
        return problems.size() == before ? ends : List.of();
    }

    /** An entity, and what the type attribute is to say of it. */
    record Said(EntityDescription entity, String text) {}

    /** What a pair cannot lead to, by the reason, so that each reason is one problem. */
    private record Refused(List<Said> keys, List<Said> types, List<Said> values, List<Said> lengths) {

        Refused() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void addTo(
                List<Problem> problems,
                EntityDescription entity,
                AttributeDescription attribute,
                AttributeDescription type,
                AttributeDescription key) {
            if (!keys.isEmpty()) {
                problems.add(PairProblems.severalParts(entity, attribute, keys));
            }
            if (!types.isEmpty()) {
                problems.add(PairProblems.otherType(entity, key, types));
            }
            if (!values.isEmpty()) {
                problems.add(PairProblems.noValue(entity, type, values));
            }
            if (!lengths.isEmpty()) {
                problems.add(PairProblems.tooLong(entity, type, lengths));
            }
        }
    }

    private static Optional<HeldPair.End> end(
            Said said, AttributeDescription type, AttributeDescription key, Refused refused) {
        Optional<AttributeDescription> id = said.entity().singleId();
        Optional<Object> value = TypeValues.of(type.type(), said.text());
        if (id.isEmpty()) {
            refused.keys().add(said);
        } else if (!KeyTypes.same(key.type(), id.get().type())) {
            refused.types().add(said);
        } else if (value.isEmpty()) {
            refused.values().add(said);
        } else if (type.length() > 0 && said.text().length() > type.length()) {
            refused.lengths().add(said);
        } else {
            return Optional.of(new HeldPair.End(said.entity(), id.get(), value.get()));
        }
        return Optional.empty();
    }

    /** Of two entities of which one extends the other, the rows of the one would be rows of both. */
    private void checkApart(EntityDescription entity, AttributeDescription attribute, List<HeldPair.End> ends) {
        for (HeldPair.End one : ends) {
            for (HeldPair.End other : ends.subList(ends.indexOf(one) + 1, ends.size())) {
                Class<?> type = one.entity().type();
                Class<?> second = other.entity().type();
                if (type == second || one.value().equals(other.value())) {
                    problems.add(PairProblems.alike(entity, attribute, one, other));
                } else if (type.isAssignableFrom(second) || second.isAssignableFrom(type)) {
                    problems.add(PairProblems.related(entity, attribute, one, other));
                }
            }
        }
    }
}
