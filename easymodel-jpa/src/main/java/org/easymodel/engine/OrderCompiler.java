package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.query.Ordering;
import org.easymodel.relate.AttributeDescription;

/** An order as a statement writes it: rows without a value last unless said otherwise, on every database. */
record OrderCompiler(Scope scope) {

    /**
     * The order behind the rest of a statement.
     *
     * @param part whether not all rows are wanted, so that their order must be certain
     */
    String compile(List<Ordering> orders, boolean part) {
        return text(steps(orders, part));
    }

    static String text(List<OrderStep> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream().map(OrderStep::sql).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The steps of the order; where it must be certain, the key of the row decides at last. */
    List<OrderStep> steps(List<Ordering> orders, boolean certain) {
        List<OrderStep> steps = new ArrayList<>();
        for (Ordering order : orders) {
            Located value = scope.value(route(order.path()));
            String text =
                    order.ignoreCase() && value.type() == String.class ? "lower(" + value.text() + ")" : value.text();
            add(steps, OrderStep.of(text, value.type(), order, value.always()));
        }
        if (certain) {
            for (AttributeDescription id : scope.entity().id()) {
                add(steps, new OrderStep(scope.alias() + "." + id.name(), id.type(), false, false, true));
            }
        }
        return steps;
    }

    private static void add(List<OrderStep> steps, OrderStep step) {
        if (steps.stream().noneMatch(each -> each.text().equals(step.text()))) {
            steps.add(step);
        }
    }

    private Route route(String path) {
        String place = scope.statement().place();
        Route route = scope.statement().routes().attribute(place, scope.entity(), path);
        if (route.firstToMany() >= 0) {
            throw Problems.toManyOrder(place, path, route.hops().get(route.firstToMany()));
        }
        return route;
    }
}
