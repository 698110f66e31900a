package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;

/** How relationships over polymorphic pairs are called on both sides. They come after all others, so that they rename none. */
final class PairNames {

    private static final Comparator<HeldPair> ORDER = Comparator.comparing(
                    (HeldPair pair) -> pair.entity().name())
            .thenComparing(pair -> pair.reference().attribute().isEmpty())
            .thenComparing(pair -> pair.reference().inverse().isEmpty())
            .thenComparing(HeldPair::place);

    private final TakenNames taken;
    private final Places places;
    private final List<HeldKey> keys;
    private final List<Problem> problems;

    PairNames(TakenNames taken, Places places, List<HeldKey> keys, List<Problem> problems) {
        this.taken = taken;
        this.places = places;
        this.keys = keys;
        this.problems = problems;
    }

    List<PolymorphicDescription> of(List<HeldPair> pairs) {
        List<PolymorphicDescription> named = new ArrayList<>();
        for (HeldPair pair : pairs.stream().sorted(ORDER).toList()) {
            name(pair, pairs).ifPresent(attribute -> {
                List<Optional<String>> inverses = pair.ends().stream()
                        .map(end -> inverse(pair, end.entity(), pairs))
                        .toList();
                named.add(pair.description(attribute, inverses, onDelete(pair)));
            });
        }
        return named;
    }

    private OnDelete onDelete(HeldPair pair) {
        OnDelete rule = pair.reference().onDelete();
        if (rule == OnDelete.SET_NULL && pair.isNeverNull()) {
            problems.add(Problems.neverNull(pair.place()));
            return OnDelete.REFUSE;
        }
        return rule;
    }

    private Optional<String> name(HeldPair pair, List<HeldPair> pairs) {
        String given = pair.reference().attribute();
        String plain = given.isEmpty() ? pair.stem() : given;
        String prefixed = pair.embeddedIn() + Names.capitalized(plain);
        List<String> candidates = new ArrayList<>();
        boolean embedded = !pair.embeddedIn().isEmpty();
        boolean twice = embedded
                && pairs.stream()
                        .anyMatch(other -> other != pair
                                && other.entity() == pair.entity()
                                && other.stem().equals(pair.stem()));
        if (!twice) {
            candidates.add(plain);
        }
        if (embedded) {
            candidates.add(prefixed);
        }
        Optional<String> name = candidates.stream()
                .filter(each -> !taken.isTaken(pair.entity(), each)
                        && pair.ends().stream()
                                .noneMatch(end -> TakenNames.isInTheWay(
                                        pair.entity(), each, end.entity().type(), false)))
                .findFirst();
        name.ifPresentOrElse(
                each -> taken.take(pair.entity(), each),
                () -> problems.add(PairProblems.nameTaken(pair, candidates.get(0))));
        List<EntityDescription> ends =
                pair.ends().stream().map(end -> end.entity()).toList();
        name.flatMap(each ->
                        places.unusable(new Places.Side(pair.entity(), each, ends, false, pair.place()), candidates))
                .ifPresent(problems::add);
        return name;
    }

    private Optional<String> inverse(HeldPair pair, EntityDescription target, List<HeldPair> pairs) {
        boolean single = pair.isUnique();
        String plain = single ? Names.singular(pair.entity()) : Names.plural(pair.entity());
        String afterPair = plain + "As" + Names.capitalized(pair.stem());
        String given = pair.reference().inverse();
        List<String> candidates = !given.isEmpty()
                ? List.of(given)
                : isOneOfSeveral(pair, target, pairs) ? List.of(afterPair) : List.of(plain, afterPair);
        Optional<String> name = taken.takeFirstFree(target, pair.entity().type(), !single, candidates);
        name.flatMap(each -> places.unusable(
                        new Places.Side(target, each, List.of(pair.entity()), !single, pair.place()), candidates))
                .ifPresent(problems::add);
        if (name.isEmpty()) {
            problems.add(PairProblems.inverseTaken(pair, target, candidates.get(candidates.size() - 1)));
        }
        return name;
    }

    /** Whether the entity leads to the same one in another way too, or to itself. */
    private boolean isOneOfSeveral(HeldPair pair, EntityDescription target, List<HeldPair> pairs) {
        boolean anotherKey =
                keys.stream().anyMatch(key -> key.entity() == pair.entity() && taken.areRelated(key.target(), target));
        boolean anotherPair = pairs.stream()
                .filter(other -> other != pair && other.entity() == pair.entity())
                .flatMap(other -> other.ends().stream())
                .anyMatch(end -> taken.areRelated(end.entity(), target));
        return anotherKey || anotherPair || pair.entity() == target;
    }
}
