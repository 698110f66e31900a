package org.easymodel.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** At least one of the conditions; none of them selects no row. */
record AnyOf(List<Condition> conditions) implements Condition {

    AnyOf(Collection<? extends Condition> conditions) {
        this(Flat.any(conditions));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.any(conditions);
    }

    @Override
    public String toString() {
        return conditions.stream().map(Object::toString).collect(Collectors.joining(" or ", "(", ")"));
    }
}
