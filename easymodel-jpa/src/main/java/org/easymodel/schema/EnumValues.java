package org.easymodel.schema;

import java.util.List;
import java.util.Objects;

/**
 * The values of an enumeration that a column holds. Immutable.
 *
 * @param kind whether the column holds names or positions
 * @param values the values: names sorted, since their order means nothing; the names of positions in their order
 */
public record EnumValues(Kind kind, List<String> values) {

    /** What a column of an enumeration holds. */
    public enum Kind {
        /** The name, or another text that stands for the constant. */
        TEXT,
        /** The position of the constant, from 0. */
        POSITION,
        /** A number that stands for the constant, as the enumeration gives it. */
        NUMBER
    }

    public EnumValues {
        Objects.requireNonNull(kind, "kind");
        values = kind == Kind.POSITION
                ? List.copyOf(values)
                : values.stream().sorted().toList();
    }
}
