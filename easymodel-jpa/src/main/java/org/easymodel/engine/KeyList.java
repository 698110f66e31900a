package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;

/**
 * Keys of rows as conditions on the attributes that hold them. Keys of several attributes that differ in one only are written
 * as one list, since not every database compares several columns with a list.
 *
 * @param attributes the attributes, in the order of the values of each key
 */
record KeyList(List<String> attributes) {

    private static final int VALUES_PER_CONDITION = 5000;
    private static final int LISTS_PER_CONDITION = 250;

    /** The values of a key in the order of the attributes. */
    List<Object> values(Map<String, Object> key) {
        return attributes.stream().map(key::get).toList();
    }

    /** Conditions of which each row with one of the keys meets exactly one; as few as a statement can take. */
    List<Condition> conditions(Collection<List<Object>> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        int listed = mostDifferent(keys);
        Map<List<Object>, List<Object>> lists = new LinkedHashMap<>();
        for (List<Object> key : keys) {
            List<Object> others = new ArrayList<>(key);
            Object value = others.remove(listed);
            lists.computeIfAbsent(others, same -> new ArrayList<>()).add(value);
        }
        List<Condition> conditions = new ArrayList<>();
        List<Condition> some = new ArrayList<>();
        int values = 0;
        for (Map.Entry<List<Object>, List<Object>> each : lists.entrySet()) {
            for (List<Object> list : Slices.of(each.getValue(), VALUES_PER_CONDITION)) {
                if (some.size() == LISTS_PER_CONDITION || values + list.size() > VALUES_PER_CONDITION) {
                    conditions.add(Conditions.any(some));
                    some = new ArrayList<>();
                    values = 0;
                }
                some.add(condition(each.getKey(), listed, list));
                values += list.size();
            }
        }
        conditions.add(Conditions.any(some));
        return conditions;
    }

    private Condition condition(List<Object> others, int listed, List<Object> list) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            int at = i < listed ? i : i - 1;
            parts.add(
                    i == listed
                            ? Conditions.attribute(attributes.get(i)).in(list)
                            : Conditions.attribute(attributes.get(i)).equalTo(others.get(at)));
        }
        return Conditions.all(parts);
    }

    /** The part with most values: the others make the fewest lists, or nearly. */
    private int mostDifferent(Collection<List<Object>> keys) {
        return IntStream.range(0, attributes.size())
                .boxed()
                .max(Comparator.comparing(part -> new LinkedHashSet<>(
                                keys.stream().map(key -> key.get(part)).toList())
                        .size()))
                .orElseThrow();
    }
}
