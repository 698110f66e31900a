package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists in parts that a statement can take. */
final class Slices {

    /** How many keys a statement names at most; some databases take no more parameters in one list. */
    static final int KEYS = 1000;

    private Slices() {}

    /** The elements in their order, in parts of at most so many. */
    static <T> List<List<T>> of(Collection<T> elements, int most) {
        List<T> all = new ArrayList<>(elements);
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            slices.add(all.subList(from, Math.min(from + most, all.size())));
        }
        return slices;
    }
}
