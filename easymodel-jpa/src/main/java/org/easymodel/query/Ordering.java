package org.easymodel.query;

import jakarta.data.Sort;

/**
 * One step of an order: by a path, upwards or downwards. Rows without a value come last in both directions. Immutable.
 *
 * @param path dotted, from the entity of the query, or the label of a grouped query
 * @param descending whether the greatest value comes first
 */
public record Ordering(String path, boolean descending) {

    /**
     * Reads {@code createdAt}, or {@code -createdAt} for downwards.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no path
     */
    public static Ordering parse(String order) {
        boolean descending = order.startsWith("-");
        String path = (descending ? order.substring(1) : order).strip();
        if (path.isEmpty()) {
            throw Problems.emptyOrder();
        }
        return new Ordering(path, descending);
    }

    /**
     * The same as a sort of Jakarta Data.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the sort ignores the case of letters, which is not
     *     available
     */
    public static Ordering of(Sort<?> sort) {
        if (sort.ignoreCase()) {
            throw Problems.ignoreCase(sort.property());
        }
        return new Ordering(sort.property(), sort.isDescending());
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + path;
    }
}
