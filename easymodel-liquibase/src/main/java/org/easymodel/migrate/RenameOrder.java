package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaHash;

/**
 * Puts renames that happen at once into steps that happen one after the other: a name is given only when it is free, and
 * a circle is opened by a name in between.
 */
final class RenameOrder {

    private RenameOrder() {}

    /** One step. */
    record Step(Identifier from, Identifier to) {}

    static List<Step> steps(Map<Identifier, Identifier> renames) {
        Map<Identifier, Identifier> open = new TreeMap<>(renames);
        List<Step> steps = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Identifier> free = open.keySet().stream()
                    .filter(from -> !open.containsKey(open.get(from)))
                    .toList();
            if (free.isEmpty()) {
                Identifier from = open.keySet().iterator().next();
                Identifier between = between(from);
                steps.add(new Step(from, between));
                open.put(between, open.remove(from));
            } else {
                free.forEach(from -> steps.add(new Step(from, open.remove(from))));
            }
        }
        return steps;
    }

    private static Identifier between(Identifier name) {
        return Identifier.of("EM_TMP_" + SchemaHash.sha256(name.sql()).substring(0, 8));
    }
}
