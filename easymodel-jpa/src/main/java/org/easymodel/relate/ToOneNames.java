package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;

/**
 * How relationships are called on the side that holds the key. One whose name is taken is left out: a problem where the key
 * says that it is one, else a warning.
 */
final class ToOneNames {

    /** Given names before others, what is annotated before what is not, the entity's own attributes before embedded ones. */
    static final Comparator<HeldKey> ORDER = Comparator.comparing(
                    (HeldKey key) -> key.entity().name())
            .thenComparing(key -> key.reference().attribute().isEmpty())
            .thenComparing(key -> !key.annotated())
            .thenComparing(key -> !key.embeddedIn().isEmpty())
            .thenComparing(HeldKey::place);

    private final TakenNames taken;
    private final Places places;
    private final List<Problem> problems;
    private final List<Problem> warnings;
    private final List<HeldKey> named = new ArrayList<>();

    ToOneNames(TakenNames taken, Places places, List<Problem> problems, List<Problem> warnings) {
        this.taken = taken;
        this.places = places;
        this.problems = problems;
        this.warnings = warnings;
    }

    Map<HeldKey, String> of(List<HeldKey> keys) {
        Map<HeldKey, String> names = new HashMap<>();
        for (HeldKey key : keys) {
            boolean twice = isEmbeddedTwice(key, keys);
            HeldKey told = twice ? key.withStem(prefixed(key, plain(key))) : key;
            name(told, twice).ifPresent(name -> {
                named.add(told);
                names.put(told, name);
            });
        }
        return names;
    }

    /** The keys that got a name. */
    List<HeldKey> named() {
        return named;
    }

    private Optional<String> name(HeldKey key, boolean embeddedTwice) {
        String plain = embeddedTwice ? key.stem() : plain(key);
        List<String> candidates = new ArrayList<>(List.of(plain));
        if (!embeddedTwice && !key.embeddedIn().isEmpty()) {
            candidates.add(prefixed(key, plain));
        }
        Class<?> target = key.target().type();
        Optional<String> name = taken.takeFirstFree(key.entity(), target, false, candidates);
        name.flatMap(given -> places.unusable(
                        new Places.Side(key.entity(), given, List.of(key.target()), false, key.place()), candidates))
                .ifPresent((key.annotated() ? problems : warnings)::add);
        if (name.isEmpty()) {
            boolean other = !taken.isTaken(key.entity(), plain);
            (key.annotated() ? problems : warnings)
                    .add(other ? Problems.otherMember(key, plain) : Problems.nameTaken(key, plain));
        }
        return name;
    }

    private static String plain(HeldKey key) {
        String given = key.reference().attribute();
        return given.isEmpty() ? key.stem() : given;
    }

    private static String prefixed(HeldKey key, String name) {
        return key.embeddedIn() + Names.capitalized(name);
    }

    /** Whether the same embeddable, or another with the same attribute, is in the entity a second time. */
    private static boolean isEmbeddedTwice(HeldKey key, List<HeldKey> keys) {
        return !key.embeddedIn().isEmpty()
                && keys.stream()
                        .anyMatch(other -> other != key
                                && other.entity() == key.entity()
                                && !other.embeddedIn().isEmpty()
                                && other.stem().equals(key.stem()));
    }
}
