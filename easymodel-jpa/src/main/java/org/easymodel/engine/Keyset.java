package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that come after a position in an order whose last steps are the key of the row.
 *
 * @param position a value for each step
 */
record Keyset(Statement statement, List<OrderStep> steps, List<? extends @Nullable Object> position) {

    /** Equal in the first steps, and after the position in the next one. */
    Clause clause() {
        List<Clause> ways = new ArrayList<>();
        List<Clause> equal = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Clause> way = new ArrayList<>(equal);
            way.add(after(steps.get(i), position.get(i)));
            ways.add(Clause.all(way));
            equal.add(same(steps.get(i), position.get(i)));
        }
        return steps.size() > 1 && holdsBound(steps.get(0), position.get(0))
                ? Clause.all(List.of(bound(steps.get(0), position.get(0)), Clause.any(ways)))
                : Clause.any(ways);
    }

    /** Whether no row without a value comes after the position. */
    private static boolean holdsBound(OrderStep step, @Nullable Object value) {
        return value != null && (step.always() || step.nullsFirst());
    }

    /** Says nothing new, but databases go through an index from there on, and not through one from several ways. */
    private Clause bound(OrderStep step, @Nullable Object value) {
        return Clause.of(step.text() + (step.descending() ? " <= " : " >= ") + statement.bind(value));
    }

    private Clause same(OrderStep step, @Nullable Object value) {
        return value == null
                ? Clause.of(step.text() + " is null")
                : Clause.of(step.text() + " = " + statement.bind(value));
    }

    private Clause after(OrderStep step, @Nullable Object value) {
        if (value == null) {
            return step.nullsFirst() ? Clause.of(step.text() + " is not null") : Clause.NEVER;
        }
        String comparison = step.text() + (step.descending() ? " < " : " > ") + statement.bind(value);
        return step.always() || step.nullsFirst()
                ? Clause.of(comparison)
                : Clause.of("(" + comparison + " or " + step.text() + " is null)");
    }
}
