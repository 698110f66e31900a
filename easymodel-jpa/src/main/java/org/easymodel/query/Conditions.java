package org.easymodel.query;

import jakarta.persistence.metamodel.Attribute;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The static imports of a query.
 *
 * <pre>{@code
 * import static org.easymodel.query.Conditions.*;
 *
 * orders.select(attribute("total").greaterThan(100).and(attribute("user.username").equalTo("jane")));
 * orders.select(Map.of("total", greaterThan(100), "paidAt", isNull()));
 * products.updateWhere(Map.of("category.name", "Books"), Map.of("stock", increment(10)));
 * }</pre>
 *
 * <p>The functions that take no expression, such as {@link #greaterThan}, stand as a value in a map and speak of the
 * attribute under whose name they stand.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * The attribute of a dotted path, such as {@code author.name}.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the path is empty
     */
    public static Expression attribute(String path) {
        if (path == null || path.isBlank()) {
            throw Problems.emptyPath();
        }
        return new Path(path);
    }

    /**
     * The attribute that the static metamodel of Jakarta Persistence leads to: {@code attribute(Order_.customer,
     * Customer_.name)}, through relationships, embeddables and collections.
     */
    public static Expression attribute(Attribute<?, ?> first, Attribute<?, ?>... further) {
        return attribute(Stream.concat(Stream.of(first), Arrays.stream(further))
                .map(Attribute::getName)
                .collect(Collectors.joining(".")));
    }

    /** All of the conditions; without any it restricts nothing. */
    public static Condition all(Condition... conditions) {
        return all(Arrays.asList(conditions));
    }

    /** All of the conditions; without any it restricts nothing. */
    public static Condition all(Collection<? extends Condition> conditions) {
        return new AllOf(conditions);
    }

    /** At least one of the conditions; without any it selects no row. */
    public static Condition any(Condition... conditions) {
        return any(Arrays.asList(conditions));
    }

    /** At least one of the conditions; without any it selects no row. */
    public static Condition any(Collection<? extends Condition> conditions) {
        return new AnyOf(conditions);
    }

    /** The opposite of a condition. */
    public static Condition not(Condition condition) {
        if (condition == null) {
            throw Problems.nullCondition("not");
        }
        return condition.negate();
    }

    /** A row at the other end of a relationship that meets the whole condition, whose paths begin there. */
    public static Condition related(String path, Condition condition) {
        return new Related(path, condition);
    }

    /** See {@link Expression#equalTo}. */
    public static Condition equalTo(@Nullable Object operand) {
        return Path.SELF.equalTo(operand);
    }

    /** See {@link Expression#notEqualTo}. */
    public static Condition notEqualTo(@Nullable Object operand) {
        return Path.SELF.notEqualTo(operand);
    }

    /** See {@link Expression#greaterThan}. */
    public static Condition greaterThan(Object operand) {
        return Path.SELF.greaterThan(operand);
    }

    /** See {@link Expression#greaterThanEqual}. */
    public static Condition greaterThanEqual(Object operand) {
        return Path.SELF.greaterThanEqual(operand);
    }

    /** See {@link Expression#lessThan}. */
    public static Condition lessThan(Object operand) {
        return Path.SELF.lessThan(operand);
    }

    /** See {@link Expression#lessThanEqual}. */
    public static Condition lessThanEqual(Object operand) {
        return Path.SELF.lessThanEqual(operand);
    }

    /** See {@link Expression#between}. */
    public static Condition between(Object lowest, Object highest) {
        return Path.SELF.between(lowest, highest);
    }

    /** See {@link Expression#in(Object...)}. */
    public static Condition in(@Nullable Object... values) {
        return Path.SELF.in(values);
    }

    /** See {@link Expression#in(Collection)}. */
    public static Condition in(Collection<?> values) {
        return Path.SELF.in(values);
    }

    /** See {@link Expression#notIn(Object...)}. */
    public static Condition notIn(@Nullable Object... values) {
        return Path.SELF.notIn(values);
    }

    /** See {@link Expression#notIn(Collection)}. */
    public static Condition notIn(Collection<?> values) {
        return Path.SELF.notIn(values);
    }

    /** See {@link Expression#like}. */
    public static Condition like(String pattern) {
        return Path.SELF.like(pattern);
    }

    /** See {@link Expression#in(Subquery)}. */
    public static Condition in(Subquery values) {
        return Path.SELF.in(values);
    }

    /** See {@link Expression#notIn(Subquery)}. */
    public static Condition notIn(Subquery values) {
        return Path.SELF.notIn(values);
    }

    /** See {@link Expression#ilike}. */
    public static Condition ilike(String pattern) {
        return Path.SELF.ilike(pattern);
    }

    /** See {@link Expression#contains}. */
    public static Condition contains(String text) {
        return Path.SELF.contains(text);
    }

    /** See {@link Expression#startsWith}. */
    public static Condition startsWith(String text) {
        return Path.SELF.startsWith(text);
    }

    /** See {@link Expression#endsWith}. */
    public static Condition endsWith(String text) {
        return Path.SELF.endsWith(text);
    }

    /** See {@link Expression#ignoreCase}: {@code Map.of("name", ignoreCase().equalTo("JANE"))}. */
    public static Expression ignoreCase() {
        return Path.SELF.ignoreCase();
    }

    /** See {@link Expression#isNull}. */
    public static Condition isNull() {
        return Path.SELF.isNull();
    }

    /** See {@link Expression#notNull}. */
    public static Condition notNull() {
        return Path.SELF.notNull();
    }

    /** In a change of one row: the relationship or collection of values with these elements too. */
    public static SetChange add(@Nullable Object... elements) {
        return new SetChange(Arrays.asList(elements), List.of());
    }

    /** In a change of one row: the relationship or collection of values without these elements. */
    public static SetChange remove(@Nullable Object... elements) {
        return new SetChange(List.of(), Arrays.asList(elements));
    }

    /** An order by a path, upwards; see {@link Ordering}. */
    public static Ordering asc(String path) {
        return new Ordering(Problems.given("asc", path), false);
    }

    /** An order by a path, downwards; see {@link Ordering}. */
    public static Ordering desc(String path) {
        return new Ordering(Problems.given("desc", path), true);
    }

    /** In a change: what the attribute holds, plus a number. A negative number decrements. */
    public static Expression increment(Number by) {
        return Path.SELF.plus(by);
    }
}
