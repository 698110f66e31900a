package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A database sequence. Ordered by schema and name. Immutable.
 *
 * @param schema the schema, empty for the connection's own
 * @param name the name
 * @param start the first value that the database gives
 * @param increment the distance between two values
 */
public record Sequence(Optional<Identifier> schema, Identifier name, long start, long increment)
        implements Comparable<Sequence> {

    public Sequence {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        if (increment == 0) {
            throw new IllegalArgumentException("Sequence " + name + " has an increment of 0");
        }
    }

    /** The name as SQL needs it, schema first. */
    public String sql() {
        return new TableName(schema, name).sql();
    }

    @Override
    public int compareTo(Sequence other) {
        return new TableName(schema, name).compareTo(new TableName(other.schema, other.name));
    }
}
