package org.easymodel.query;

import jakarta.data.Sort;

/**
 * One step of an order: by a path, upwards or downwards. Rows without a value come last in both directions unless said
 * otherwise. Immutable.
 *
 * <pre>{@code
 * users.select().orderBy(desc("lastSeen").withNullsFirst(), asc("name").ignoringCase())
 * }</pre>
 *
 * @param path dotted, from the entity of the query, or the label of a grouped query
 * @param descending whether the greatest value comes first
 * @param nullsFirst whether rows without a value come first
 * @param ignoreCase whether upper and lower case are the same
 */
public record Ordering(String path, boolean descending, boolean nullsFirst, boolean ignoreCase) {

    /** Rows without a value last, and upper and lower case different. */
    public Ordering(String path, boolean descending) {
        this(path, descending, false, false);
    }

    /** The same, with the rows without a value first. */
    public Ordering withNullsFirst() {
        return new Ordering(path, descending, true, ignoreCase);
    }

    /** The same, where upper and lower case are the same. */
    public Ordering ignoringCase() {
        return new Ordering(path, descending, nullsFirst, true);
    }

    /**
     * Reads {@code createdAt}, or {@code -createdAt} for downwards.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no path
     */
    public static Ordering parse(String order) {
        if (order == null) {
            throw Problems.emptyOrder();
        }
        boolean descending = order.startsWith("-");
        String path = (descending ? order.substring(1) : order).strip();
        if (path.isEmpty()) {
            throw Problems.emptyOrder();
        }
        return new Ordering(path, descending);
    }

    /** The same as a sort of Jakarta Data. */
    public static Ordering of(Sort<?> sort) {
        return new Ordering(sort.property(), sort.isDescending(), false, sort.ignoreCase());
    }

    /** The text that {@link #parse} reads, which says nothing of missing values and of upper and lower case. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + path;
    }
}
