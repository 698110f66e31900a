package org.easymodel.query;

import java.util.List;

/**
 * What a row must meet to be selected.
 *
 * <pre>{@code
 * attribute("total").greaterThan(100).and(attribute("user.username").equalTo("jane"))
 * }</pre>
 *
 * <p>A row meets a condition or does not; there is no third case. A comparison of any kind needs a value: a row without one
 * does not meet it, {@code notEqualTo} and {@code notIn} included. The {@linkplain #negate opposite} is met by exactly the
 * other rows, so that {@code not(attribute("country").equalTo("US"))} selects rows without a country too.
 *
 * <p>A path over relationships or into a collection of values asks for at least one row, or value, there that meets the
 * condition; its opposite asks for none. Immutable.
 */
public sealed interface Condition
        permits AllOf, AnyOf, Between, Comparison, Likeness, Membership, Not, NullTest, Related, Within {

    /** The kinds of conditions, for code that reads them. */
    interface Cases<R> {

        /** Two values compared; the right one is a value or an {@link Expression}. */
        R comparison(Expression left, Relation relation, Object right);

        /** A value between two bounds, both included; a bound is a value or an {@link Expression}. */
        R between(Expression left, Object lowest, Object highest);

        /** One of the values, of which some may be null. */
        R in(Expression left, List<?> values);

        /** A value that is none of these; any row if there are none. */
        R notIn(Expression left, List<?> values);

        /** One of the values that a query gives; if negated, a value that is none of them. */
        R within(Expression left, Subquery values, boolean negated);

        /** A text of that form. */
        R like(Expression left, TextPattern pattern);

        /** No value. */
        R isNull(Expression left);

        /** Any value. */
        R notNull(Expression left);

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
