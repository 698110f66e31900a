package org.easymodel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Conditions without needless nesting: {@code a.and(b).and(c)} is three conditions side by side, however long it grows. */
final class Flat {

    private Flat() {}

    static List<Condition> all(Collection<? extends Condition> conditions) {
        return flat("all", conditions, each -> each instanceof AllOf inner ? inner.conditions() : List.of(each));
    }

    static List<Condition> any(Collection<? extends Condition> conditions) {
        return flat("any", conditions, each -> each instanceof AnyOf inner ? inner.conditions() : List.of(each));
    }

    private static List<Condition> flat(
            String place, Collection<? extends Condition> conditions, Function<Condition, List<Condition>> parts) {
        List<Condition> given = new ArrayList<>(Problems.given(place, conditions));
        if (given.contains(null)) {
            throw Problems.nullCondition(place);
        }
        return given.stream().flatMap(each -> parts.apply(each).stream()).toList();
    }
}
