package org.easymodel.query;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operators of a map of the form {@code {"$gt": 5, "$lt": 9}} under an attribute; all of them must be met. */
final class Operators {

    static final List<String> NAMES = List.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$like",
            "$ilike",
            "$between",
            "$null",
            "$contains",
            "$startsWith",
            "$endsWith",
            "$not",
            "$and",
            "$or");

    private Operators() {}

    static Condition read(String key, Map<?, ?> operators, int depth) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, ?> entry : new TreeMap<>(Criteria.textKeys(key, operators)).entrySet()) {
            conditions.add(condition(key, entry.getKey(), entry.getValue(), depth));
        }
        return conditions.size() == 1 ? conditions.get(0) : Conditions.all(conditions);
    }

    /** Operators side by side speak of one row: under {@code reviews.rating} of one review. */
    static Condition readTogether(String key, Map<?, ?> operators, int depth) {
        int dot = key.lastIndexOf('.');
        return dot < 0 || operators.size() == 1
                ? read(key, operators, depth)
                : new Related(key.substring(0, dot), read(key.substring(dot + 1), operators, depth));
    }

    private static Condition condition(String key, String operator, @Nullable Object value, int depth) {
        Expression attribute = new Path(key);
        return switch (operator) {
            case "$eq" -> attribute.equalTo(value);
            case "$ne" -> attribute.notEqualTo(value);
            case "$gt" -> attribute.greaterThan(present(key, operator, value));
            case "$gte" -> attribute.greaterThanEqual(present(key, operator, value));
            case "$lt" -> attribute.lessThan(present(key, operator, value));
            case "$lte" -> attribute.lessThanEqual(present(key, operator, value));
            case "$in" ->
                value instanceof Subquery query ? attribute.in(query) : attribute.in(several(key, operator, value));
            case "$nin" ->
                value instanceof Subquery query
                        ? attribute.notIn(query)
                        : attribute.notIn(several(key, operator, value));
            case "$like" -> attribute.like(text(key, operator, value));
            case "$ilike" -> attribute.ilike(text(key, operator, value));
            case "$contains" -> attribute.contains(text(key, operator, value));
            case "$startsWith" -> attribute.startsWith(text(key, operator, value));
            case "$endsWith" -> attribute.endsWith(text(key, operator, value));
            case "$between" -> between(attribute, key, several(key, operator, value));
            case "$null" -> nullTest(attribute, key, value);
            case "$not" -> Criteria.value(key, value, depth + 1).negate();
            case "$and" -> Conditions.all(each(key, several(key, operator, value), depth));
            case "$or" -> Conditions.any(each(key, several(key, operator, value), depth));
            default -> throw Problems.unknownOperator(key, operator);
        };
    }

    private static List<Condition> each(String key, Collection<?> values, int depth) {
        return values.stream()
                .map(value -> Criteria.value(key, value, depth + 1))
                .toList();
    }

    private static Condition between(Expression attribute, String key, Collection<?> bounds) {
        List<Object> both = new ArrayList<>(bounds);
        if (both.size() != 2) {
            throw Problems.operand(key, "$between", "a collection of two bounds");
        }
        return attribute.between(both.get(0), both.get(1));
    }

    private static Condition nullTest(Expression attribute, String key, @Nullable Object value) {
        if (!(value instanceof Boolean wanted)) {
            throw Problems.operand(key, "$null", "true or false");
        }
        return wanted ? attribute.isNull() : attribute.notNull();
    }

    private static Object present(String key, String operator, @Nullable Object value) {
        if (value == null) {
            throw Problems.operand(key, operator, "a value");
        }
        return value;
    }

    private static String text(String key, String operator, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw Problems.operand(key, operator, "a text");
        }
        return text;
    }

    static Collection<?> several(String key, String operator, @Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return elements;
        }
        throw Problems.operand(key, operator, "a collection");
    }
}
