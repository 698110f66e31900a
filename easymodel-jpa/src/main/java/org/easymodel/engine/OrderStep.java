package org.easymodel.engine;

import org.easymodel.query.Ordering;

/**
 * One step of an order as a statement writes it.
 *
 * @param text the value that is ordered by
 * @param type its Java type
 * @param always whether no row is without it
 */
record OrderStep(String text, Class<?> type, boolean descending, boolean nullsFirst, boolean always) {

    static OrderStep of(String text, Class<?> type, Ordering order, boolean always) {
        return new OrderStep(text, type, order.descending(), order.nullsFirst(), always);
    }

    String sql() {
        String nulls = always ? "" : nullsFirst ? " nulls first" : " nulls last";
        return text + (descending ? " desc" : "") + nulls;
    }

    /** The same step in the opposite order. */
    OrderStep reversed() {
        return new OrderStep(text, type, !descending, !nullsFirst, always);
    }
}
