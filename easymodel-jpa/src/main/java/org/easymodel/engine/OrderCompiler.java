package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import org.easymodel.query.Ordering;
import org.easymodel.relate.AttributeDescription;

/** An order as a statement writes it: rows without a value last unless said otherwise, on every database. */
record OrderCompiler(Scope scope) {

    String compile(List<Ordering> orders, boolean part) {
        List<String> steps = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Ordering order : orders) {
            Located value = scope.value(route(order.path()));
            String text =
                    order.ignoreCase() && value.type() == String.class ? "lower(" + value.text() + ")" : value.text();
            if (!texts.contains(text)) {
                texts.add(text);
                steps.add(text + step(order, value.always()));
            }
        }
        if (part) {
            scope.entity().id().stream()
                    .map(AttributeDescription::name)
                    .map(id -> scope.alias() + "." + id)
                    .filter(id -> !texts.contains(id))
                    .forEach(steps::add);
        }
        return steps.isEmpty() ? "" : " order by " + String.join(", ", steps);
    }

    /** What follows the value that is ordered by. */
    static String step(Ordering order, boolean always) {
        String nulls = order.nullsFirst() ? " nulls first" : " nulls last";
        return (order.descending() ? " desc" : "") + (always ? "" : nulls);
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
