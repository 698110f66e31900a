package org.easymodel.query;

import java.util.List;

/**
 * What a row must meet to be selected.
 *
 * <pre>{@code
 * attribute("total").greaterThan(100).and(attribute("user.username").equalTo("jane"))
 * }</pre>
 *
 * <p>Conditions follow SQL where a value is missing: a comparison with a missing value is neither met nor not met, so that
 * neither it nor its {@linkplain #negate opposite} selects the row; ask with {@code isNull()}. A path through a to-many
 * relationship asks for at least one such row. Immutable.
 */
public sealed interface Condition
        permits AllOf, AnyOf, Between, Comparison, Likeness, Membership, Not, NullTest, Related {

    /** The kinds of conditions, for code that reads them. */
    interface Cases<R> {

        /** Two values compared; the right one is a value or an {@link Expression}. */
        R comparison(Expression left, Relation relation, Object right);

        /** A value between two bounds, both included; a bound is a value or an {@link Expression}. */
        R between(Expression left, Object lowest, Object highest);

        /** One of the values, of which some may be null. */
        R in(Expression left, List<?> values);

        /** A text of that form. */
        R like(Expression left, TextPattern pattern);

        /** No value. */
        R isNull(Expression left);

        /** All of them; possibly none. */
        R all(List<Condition> conditions);

        /** At least one of them; possibly none. */
        R any(List<Condition> conditions);

        /** The opposite. */
        R not(Condition condition);

        /** A row at the other end of a relationship that meets a condition of its own. */
        R related(String path, Condition condition);
    }

    /** Reads this condition. */
    <R> R match(Cases<R> cases);

    /** This condition and the other. */
    default Condition and(Condition other) {
        return Conditions.all(this, other);
    }

    /** This condition or the other. */
    default Condition or(Condition other) {
        return Conditions.any(this, other);
    }

    /** The opposite; this condition stays as it is. */
    default Condition negate() {
        return this instanceof Not opposite ? opposite.condition() : new Not(this);
    }
}
