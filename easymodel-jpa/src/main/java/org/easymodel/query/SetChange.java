package org.easymodel.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In a change of one row, the value of a to-many relationship or of a collection of values whose other elements stay: what
 * comes and what goes. Begins with {@link Conditions#add} or {@link Conditions#remove}.
 *
 * <pre>{@code
 * books.update(7, Map.of("tags", add(Map.of("name", "classic")).remove(Map.of("name", "new"))));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param added what comes, unless it is there: maps, entities or values
 * @param removed what goes, if it is there: maps with a complete key, entities or values
 */
public record SetChange(List<@Nullable Object> added, List<@Nullable Object> removed) {

    /** A change of these elements. */
    public SetChange {
        added = Collections.unmodifiableList(new ArrayList<>(added));
        removed = Collections.unmodifiableList(new ArrayList<>(removed));
    }

    /** These come too. */
    public SetChange add(@Nullable Object... elements) {
        return new SetChange(with(added, elements), removed);
    }

    /** These go too. */
    public SetChange remove(@Nullable Object... elements) {
        return new SetChange(added, with(removed, elements));
    }

    private static List<@Nullable Object> with(List<@Nullable Object> some, @Nullable Object[] further) {
        List<@Nullable Object> all = new ArrayList<>(some);
        all.addAll(Arrays.asList(further));
        return all;
    }
}
