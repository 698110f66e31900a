package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Ordering;

/** What a query asks for. */
record Selection(List<Condition> conditions, List<Ordering> orders, OptionalInt limit, int offset, FetchPlan fetch) {

    static Selection all(FetchPlan fetch) {
        return new Selection(List.of(), List.of(), OptionalInt.empty(), 0, fetch);
    }

    Condition condition() {
        return Conditions.all(conditions);
    }

    Selection and(Condition condition) {
        List<Condition> both = new ArrayList<>(conditions);
        both.add(condition);
        return new Selection(List.copyOf(both), orders, limit, offset, fetch);
    }

    Selection orderedBy(List<Ordering> further) {
        List<Ordering> both = Stream.concat(orders.stream(), further.stream()).toList();
        return new Selection(conditions, both, limit, offset, fetch);
    }

    Selection withLimit(int most) {
        return new Selection(conditions, orders, OptionalInt.of(most), offset, fetch);
    }

    /** At most so many, and not more than the limit that is set. */
    Selection atMost(int most) {
        return withLimit(Math.min(most, limit.orElse(most)));
    }

    Selection withOffset(int first) {
        return new Selection(conditions, orders, limit, first, fetch);
    }

    Selection fetching(FetchPlan plan) {
        return new Selection(conditions, orders, limit, offset, plan);
    }

    boolean isPart() {
        return limit.isPresent() || offset > 0;
    }
}
