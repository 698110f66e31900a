package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings what has no order of its own into one, so that equal states give equal results. */
final class Sorted {

    private Sorted() {}

    /** The elements by a value of theirs. */
    static <T> List<T> elements(Collection<T> elements, Function<T, @Nullable Object> by) {
        List<T> sorted = new ArrayList<>(elements);
        sorted.sort(Comparator.comparing(by, Sorted::compare));
        return sorted;
    }

    /** The entries of a map by their keys. */
    static List<Map.Entry<?, ?>> entries(Map<?, ?> map) {
        return elements(new ArrayList<Map.Entry<?, ?>>(map.entrySet()), Map.Entry::getKey);
    }

    /**
     * Values of one class by their natural order, or by their texts where they have none; lists by their elements; values of
     * different classes by these; null at last.
     */
    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return compare(one, other);
        }
        if (left.getClass() != right.getClass()) {
            return left.getClass().getName().compareTo(right.getClass().getName());
        }
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }

    private static int compare(List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object each : left) {
            int order = others.hasNext() ? compare(each, others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
