package org.easymodel.schema;

import java.util.Objects;

/**
 * A check constraint. Ordered by name. Immutable.
 *
 * @param name the name of the constraint
 * @param condition the condition as SQL text, spaces outside of quotes collapsed
 */
public record Check(Identifier name, String condition) implements Comparable<Check> {

    public Check {
        Objects.requireNonNull(name, "name");
        condition = SqlText.collapsed(condition);
    }

    @Override
    public int compareTo(Check other) {
        return name.compareTo(other.name);
    }
}
