package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database refused a row because of a constraint. The whole call was rolled back: correct the values and repeat it. */
public final class ConstraintViolatedException extends EasyModelException {

    /** What the violated constraint demands. */
    public enum Kind {
        /** No two rows with the same values. */
        UNIQUE,
        /** A key must lead to an existing row. */
        FOREIGN_KEY,
        /** A value is required. */
        NOT_NULL,
        /** A condition on the values. */
        CHECK,
        /** A text or binary value must fit into its column. */
        LENGTH,
        /** A number must fit into its column. */
        RANGE
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String entity;
    private final List<String> attributes;
    private final String constraint;

    /**
     * @param problem what users read
     * @param kind what the constraint demands
     * @param entity the entity whose table has the constraint; the table's name where no entity is known
     * @param attributes the attributes under the constraint, possibly none if the database did not name it
     * @param constraint the name of the constraint, empty if the database did not tell it
     * @param cause the provider's exception
     */
    public ConstraintViolatedException(
            Problem problem,
            Kind kind,
            String entity,
            List<String> attributes,
            String constraint,
            @Nullable Throwable cause) {
        super(List.of(problem), cause);
        this.kind = kind;
        this.entity = entity;
        this.attributes = List.copyOf(attributes);
        this.constraint = constraint;
    }

    /** What the violated constraint demands. */
    public Kind kind() {
        return kind;
    }

    /** The entity whose table has the constraint. */
    public String entity() {
        return entity;
    }

    /** The attributes under the constraint, in its order; empty if unknown. */
    public List<String> attributes() {
        return attributes;
    }

    /** The name of the constraint; empty if the database did not tell it. */
    public String constraint() {
        return constraint;
    }
}
