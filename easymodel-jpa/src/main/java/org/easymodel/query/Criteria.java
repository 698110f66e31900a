package org.easymodel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads criteria that are given as a map. All entries must be met; an empty map restricts nothing.
 *
 * <p>A value means equality and null means no value; a collection means one of its elements; a text with {@code *} or
 * {@code ?} is a {@linkplain TextPattern pattern}; a nested map speaks of one row at the other end of a relationship; a map
 * whose keys begin with {@code $} holds operators; a {@link Condition} is taken as it is.
 */
public final class Criteria {

    private static final int DEEPEST = 64;

    private Criteria() {}

    /**
     * The condition that a map stands for. The map is not changed.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the map cannot be read as criteria
     */
    public static Condition of(Map<String, ?> criteria) {
        return read(criteria, 0);
    }

    private static Condition read(Map<?, ?> criteria, int depth) {
        if (depth > DEEPEST) {
            throw Problems.tooDeep(DEEPEST);
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, ?> entry : new TreeMap<>(textKeys("", criteria)).entrySet()) {
            conditions.add(entry(entry.getKey(), entry.getValue(), depth));
        }
        return conditions.size() == 1 ? conditions.get(0) : Conditions.all(conditions);
    }

    private static Condition entry(String key, @Nullable Object value, int depth) {
        return switch (key) {
            case "$and" -> Conditions.all(each(key, value, depth));
            case "$or" -> Conditions.any(each(key, value, depth));
            case "$not" -> part(key, value, depth).negate();
            default -> {
                if (Operators.NAMES.contains(key)) {
                    throw Problems.operatorAmongNames(key);
                } else if (key.startsWith("$")) {
                    throw Problems.unknownOperator("the criteria", key);
                }
                yield value(key, value, depth);
            }
        };
    }

    private static List<Condition> each(String key, @Nullable Object value, int depth) {
        return Operators.several("the criteria", key, value).stream()
                .map(part -> part(key, part, depth))
                .toList();
    }

    private static Condition part(String key, @Nullable Object value, int depth) {
        if (value instanceof Condition condition) {
            return condition;
        }
        if (value instanceof Map<?, ?> map) {
            return read(map, depth + 1);
        }
        throw Problems.operand("the criteria", key, "a map or a condition, or a collection of them");
    }

    static Condition value(String key, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw Problems.tooDeep(DEEPEST);
        }
        Expression attribute = new Path(key);
        if (value instanceof Condition condition) {
            return UnderKey.condition(key, condition);
        }
        if (value instanceof Expression expression) {
            return attribute.equalTo(UnderKey.expression(key, expression));
        }
        if (value instanceof Subquery query) {
            return attribute.in(query);
        }
        if (value instanceof Map<?, ?> map) {
            return map(key, map, depth);
        }
        if (value instanceof Collection<?> || isArray(value)) {
            return attribute.in(Operators.several(key, "$in", value));
        }
        if (value instanceof String text) {
            TextPattern pattern = TextPattern.parse(text);
            return pattern.exact() ? attribute.equalTo(pattern.text()) : new Likeness(attribute, pattern);
        }
        return attribute.equalTo(value);
    }

    private static boolean isArray(@Nullable Object value) {
        return value != null && value.getClass().isArray() && !(value instanceof byte[]);
    }

    private static Condition map(String key, Map<?, ?> map, int depth) {
        long operators = map.keySet().stream()
                .filter(each -> each instanceof String text && text.startsWith("$"))
                .count();
        if (map.isEmpty()) {
            throw Problems.emptyMap(key);
        }
        boolean grouped = map.keySet().stream().allMatch(List.of("$and", "$or", "$not")::contains);
        if (operators == map.size() && !(grouped && speaksOfRelated(map))) {
            return Operators.readTogether(key, map, depth);
        }
        return new Related(key, read(map, depth + 1));
    }

    /** Whether the parts of {@code $and}, {@code $or}, {@code $not} are maps of attributes, not of operators. */
    private static boolean speaksOfRelated(Map<?, ?> map) {
        Object value = map.values().iterator().next();
        Object part = value instanceof Collection<?> parts && !parts.isEmpty()
                ? parts.iterator().next()
                : value;
        return part instanceof Map<?, ?> attributes
                && !attributes.isEmpty()
                && !String.valueOf(attributes.keySet().iterator().next()).startsWith("$");
    }

    static Map<String, Object> textKeys(String key, Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text) || text.isBlank()) {
                throw Problems.noTextKey(key);
            }
            texts.put(text, value);
        });
        return texts;
    }
}
