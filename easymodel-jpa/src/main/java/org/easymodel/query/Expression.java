package org.easymodel.query;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value that each row has: an attribute, or a calculation with attributes.
 *
 * <pre>{@code
 * attribute("price").times("stock")                      // an expression
 * attribute("author.name").equalTo("Ursula K. Le Guin") // a condition
 * }</pre>
 *
 * <p>Where a method takes an operand, it is a value or another expression. A value is always bound as a parameter, never
 * written into a statement. Immutable.
 */
public sealed interface Expression permits Path, Arithmetic, IgnoringCase {

    /** What is calculated from two operands. */
    enum Operator {
        /** The sum. */
        PLUS("+"),
        /** The difference. */
        MINUS("-"),
        /** The product. */
        TIMES("*");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** The sign that SQL and Jakarta Persistence write. */
        public String symbol() {
            return symbol;
        }
    }

    /** The kinds of expressions, for code that reads them. */
    interface Cases<R> {

        /** An attribute; an empty path is the attribute under whose name the expression stands. */
        R path(String path);

        /** A calculation; the right operand is a {@link Number} or an {@link Expression}. */
        R arithmetic(Expression left, Operator operator, Object right);

        /** A text in which upper and lower case are the same. */
        R ignoringCase(Expression text);
    }

    /** Reads this expression. */
    <R> R match(Cases<R> cases);

    /**
     * This plus a number, or plus another attribute given as {@link Conditions#attribute}.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the operand is neither a number nor an expression
     */
    default Expression plus(Object operand) {
        return new Arithmetic(this, Operator.PLUS, operand);
    }

    /**
     * This minus a number or an expression.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the operand is neither a number nor an expression
     */
    default Expression minus(Object operand) {
        return new Arithmetic(this, Operator.MINUS, operand);
    }

    /**
     * This times a number, an expression, or the attribute of that path.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the operand is none of these
     */
    default Expression times(Object operand) {
        return new Arithmetic(this, Operator.TIMES, operand instanceof String path ? new Path(path) : operand);
    }

    /** The same value as the operand; null asks for rows without a value. */
    default Condition equalTo(@Nullable Object operand) {
        return operand == null ? isNull() : new Comparison(this, Relation.EQUAL, operand);
    }

    /**
     * Another value than the operand; null asks for rows with a value. A row without a value is never selected: {@code
     * not(attribute("x").equalTo(1))} selects those too.
     */
    default Condition notEqualTo(@Nullable Object operand) {
        return operand == null ? notNull() : new Comparison(this, Relation.NOT_EQUAL, operand);
    }

    /** A greater value than the operand. */
    default Condition greaterThan(Object operand) {
        return new Comparison(this, Relation.GREATER, operand);
    }

    /** The operand or a greater value. */
    default Condition greaterThanEqual(Object operand) {
        return new Comparison(this, Relation.GREATER_OR_EQUAL, operand);
    }

    /** A smaller value than the operand. */
    default Condition lessThan(Object operand) {
        return new Comparison(this, Relation.LESS, operand);
    }

    /** The operand or a smaller value. */
    default Condition lessThanEqual(Object operand) {
        return new Comparison(this, Relation.LESS_OR_EQUAL, operand);
    }

    /** Both bounds or a value between them. */
    default Condition between(Object lowest, Object highest) {
        return new Between(this, lowest, highest);
    }

    /** One of the values; null among them selects rows without a value, none selects no row. */
    default Condition in(@Nullable Object... values) {
        return in(Arrays.asList(Problems.given(this + " in", values)));
    }

    /** One of the values; null among them selects rows without a value, none selects no row. */
    default Condition in(Collection<?> values) {
        return new Membership(this, values, false);
    }

    /** A value that is none of these; a row without a value is not selected. None at all restricts nothing. */
    default Condition notIn(@Nullable Object... values) {
        return notIn(Arrays.asList(Problems.given(this + " in", values)));
    }

    /** A value that is none of these; a row without a value is not selected. None at all restricts nothing. */
    default Condition notIn(Collection<?> values) {
        return new Membership(this, values, true);
    }

    /**
     * One of the values that a grouped query gives: what it groups by. A query that groups by nothing, or by several paths, must
     * have exactly one column. One with a limit or an offset runs first, in the same transaction, and gives at most 30,000 values.
     */
    default Condition in(Subquery values) {
        return new Within(this, values, false);
    }

    /** A value that is none of those a grouped query gives; see {@link #in(Subquery)}. */
    default Condition notIn(Subquery values) {
        return new Within(this, values, true);
    }

    /**
     * A text of this form: {@code *} stands for any characters, {@code ?} for exactly one; {@code \*} and {@code \?} for
     * themselves. {@code %} and {@code _} have no special meaning. Upper and lower case differ on every database.
     */
    default Condition like(String pattern) {
        return new Likeness(this, TextPattern.parse(Problems.given(this + " like", pattern)));
    }

    /** A text of this form. */
    default Condition like(TextPattern pattern) {
        return new Likeness(this, pattern);
    }

    /** As {@link #like(String)}, where upper and lower case are the same. */
    default Condition ilike(String pattern) {
        return ignoreCase().like(pattern);
    }

    /** A text with this one in it, which has no wildcards. */
    default Condition contains(String text) {
        return new Likeness(this, TextPattern.of(true, Problems.given(this + " contains", text), true));
    }

    /** A text that begins with this one, which has no wildcards. */
    default Condition startsWith(String text) {
        return new Likeness(this, TextPattern.of(false, Problems.given(this + " startsWith", text), true));
    }

    /** A text that ends with this one, which has no wildcards. */
    default Condition endsWith(String text) {
        return new Likeness(this, TextPattern.of(true, Problems.given(this + " endsWith", text), false));
    }

    /**
     * This text, where upper and lower case are the same: {@code attribute("name").ignoreCase().equalTo("JANE")}. The database
     * says which letters belong together.
     */
    default Expression ignoreCase() {
        return this instanceof IgnoringCase ? this : new IgnoringCase(this);
    }

    /** No value. Over a relationship: a row there without a value. */
    default Condition isNull() {
        return new NullTest(this, false);
    }

    /** Any value. */
    default Condition notNull() {
        return new NullTest(this, true);
    }
}
