package org.easymodel.relate;

import static org.easymodel.schema.Cardinality.MANY_TO_ONE;
import static org.easymodel.schema.Cardinality.ONE_TO_MANY;
import static org.easymodel.schema.Cardinality.ONE_TO_ONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;
import org.easymodel.schema.Cardinality;

/**
 * Infers relationships from raw foreign key attributes. A pure function: the same entities in any order give the same
 * relationships, and a declared mapping is never removed or changed.
 *
 * <p>A rule that cannot apply gives one problem that names entity and attribute; the other relationships are inferred
 * all the same.
 */
public final class Inference {

    private static final String PARENT = "parent";
    private static final String CHILDREN = "children";

    private final Targets targets;
    private final List<EntityDescription> entities;
    private final List<RelationshipDescription> declared;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<RelationshipDescription> inferred = new ArrayList<>();
    private final TakenNames taken;
    private final Places places;

    private Inference(
            List<EntityDescription> entities, List<RelationshipDescription> declared, List<Problem> problems) {
        this.problems.addAll(problems);
        this.targets = new Targets(entities);
        this.entities = targets.entities();
        this.declared = List.copyOf(declared);
        this.taken = new TakenNames(this.entities, this.declared);
        this.places = new Places(this.entities);
    }

    /**
     * The model with what can be inferred from it.
     *
     * @param entities all entities of the unit
     * @param declared the relationships that mappings declare
     */
    public static ModelDescription of(List<EntityDescription> entities, List<RelationshipDescription> declared) {
        return of(entities, declared, List.of());
    }

    /**
     * As {@link #of(List, List)}.
     *
     * @param problems what is already known to be impossible
     */
    public static ModelDescription of(
            List<EntityDescription> entities, List<RelationshipDescription> declared, List<Problem> problems) {
        return new Inference(entities, declared, problems).infer();
    }

    private ModelDescription infer() {
        ToOneNames toOneNames = new ToOneNames(taken, places, problems, warnings);
        List<HeldKey> keys = new KeyRules(targets, declared, problems, warnings)
                .keys().stream().sorted(ToOneNames.ORDER).toList();
        Map<HeldKey, String> toOnes = toOneNames.of(keys);
        keys = toOneNames.named();

        LinkRules links = new LinkRules(entities, declared, keys, taken);
        problems.addAll(links.unlinkable(entities, declared, keys));
        warnings.addAll(links.undecided());
        List<HeldKey> explicitFirst = keys.stream()
                .sorted(Comparator.comparing(key -> key.reference().inverse().isEmpty()))
                .toList();
        for (HeldKey key : explicitFirst) {
            HeldKey rule = links.isEnd(key) ? key.withOnDelete(OnDelete.CASCADE) : key;
            relate(rule, toOnes.get(key), inverseName(key, keys));
        }
        links.manyToMany(taken, places, problems, warnings).forEach(inferred::add);
        List<PolymorphicDescription> polymorphic =
                new PairNames(taken, places, keys, problems).of(new PairRules(targets, declared, problems).pairs());

        List<RelationshipDescription> all = new ArrayList<>(declared);
        all.addAll(inferred);
        polymorphic.forEach(
                pair -> pair.targets().forEach(target -> pair.from(target).ifPresent(all::add)));
        List<EntityDescription> unique =
                entities.stream().map(entity -> LinkRules.withPair(entity, all)).toList();
        ModelDescription model = new ModelDescription(unique, all, polymorphic, problems, warnings);
        warnings.addAll(new EmptyFields(model).problems());
        return new ModelDescription(unique, all, polymorphic, problems, warnings);
    }

    private Optional<String> inverseName(HeldKey key, List<HeldKey> keys) {
        EntityDescription target = key.target();
        Class<?> type = key.entity().type();
        boolean single = key.isUnique();
        String plain = single ? Names.singular(key.entity()) : Names.plural(key.entity());
        String afterKey = plain + "As" + Names.capitalized(key.stem());
        String given = key.reference().inverse();
        List<String> candidates;
        if (!given.isEmpty()) {
            candidates = key.embeddedIn().isEmpty()
                    ? List.of(given)
                    : List.of(given, given + "As" + Names.capitalized(key.stem()));
        } else if (key.toSelf() && key.stem().equals(PARENT) && !single) {
            candidates = List.of(CHILDREN, afterKey);
        } else if (key.toSelf() || severalKeys(key, keys)) {
            candidates = List.of(afterKey);
        } else {
            candidates = List.of(plain, afterKey);
        }
        Optional<String> name = taken.takeFirstFree(target, type, !single, candidates);
        List<Problem> findings = key.annotated() ? problems : warnings;
        if (name.isEmpty()) {
            findings.add(Problems.inverseTaken(key, candidates.get(candidates.size() - 1)));
        }
        name.flatMap(each -> places.unusable(
                        new Places.Side(target, each, List.of(key.entity()), !single, key.place()), candidates))
                .ifPresent(findings::add);
        return name;
    }

    /** Two keys to one entity, or to one and another that it extends, whose rows would see both under one name. */
    private boolean severalKeys(HeldKey key, List<HeldKey> keys) {
        return keys.stream()
                        .filter(other ->
                                other.entity() == key.entity() && taken.areRelated(other.target(), key.target()))
                        .count()
                > 1;
    }

    private void relate(HeldKey held, String toOne, Optional<String> inverse) {
        boolean neverNull = held.reference().onDelete() == OnDelete.SET_NULL && held.isRequired();
        if (neverNull) {
            problems.add(Problems.neverNull(held.place()));
        }
        HeldKey key = neverNull ? held.withOnDelete(OnDelete.REFUSE) : held;
        boolean single = key.isUnique();
        inferred.add(side(key, key.entity(), toOne, single ? ONE_TO_ONE : MANY_TO_ONE, key.target(), true, inverse));
        inverse.ifPresent(name -> inferred.add(side(
                key, key.target(), name, single ? ONE_TO_ONE : ONE_TO_MANY, key.entity(), false, Optional.of(toOne))));
    }

    private static RelationshipDescription side(
            HeldKey key,
            EntityDescription entity,
            String attribute,
            Cardinality cardinality,
            EntityDescription target,
            boolean owner,
            Optional<String> inverse) {
        return new RelationshipDescription(
                entity.name(),
                attribute,
                cardinality,
                target.name(),
                owner,
                key.description(),
                Optional.empty(),
                inverse,
                owner && key.isRequired(),
                key.reference().orphanRemoval()
                        ? OnDelete.CASCADE
                        : key.reference().onDelete(),
                key.reference().orphanRemoval(),
                key.origin(),
                key.because());
    }
}
