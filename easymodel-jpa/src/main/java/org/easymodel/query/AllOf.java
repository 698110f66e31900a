package org.easymodel.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** All conditions; none of them restricts nothing. */
record AllOf(List<Condition> conditions) implements Condition {

    AllOf(Collection<? extends Condition> conditions) {
        this(Flat.all(conditions));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.all(conditions);
    }

    @Override
    public String toString() {
        return conditions.stream().map(Object::toString).collect(Collectors.joining(" and ", "(", ")"));
    }
}
