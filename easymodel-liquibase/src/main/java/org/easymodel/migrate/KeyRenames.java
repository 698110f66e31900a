package org.easymodel.migrate;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.schema.Identifier;

/** Keys and indexes that only get another name, until their order is known. For one diff and one thread. */
final class KeyRenames {

    /** The order in which keys get their new names: what foreign keys lead to first, while those have their old ones. */
    enum Kind {
        PRIMARY,
        UNIQUE,
        INDEX,
        FOREIGN
    }

    /** Makes the change that gives a key another name, whatever it is called by then. */
    interface Renaming {
        Change of(Identifier from, Identifier to);
    }

    private record Rename(Identifier to, Renaming renaming) {}

    private final Map<Kind, Map<Identifier, Rename>> renames = new EnumMap<>(Kind.class);

    void add(Kind kind, Identifier from, Identifier to, Renaming renaming) {
        renames.computeIfAbsent(kind, each -> new TreeMap<>()).put(from, new Rename(to, renaming));
    }

    /** The names that keys get. */
    Set<Identifier> given() {
        Set<Identifier> given = new HashSet<>();
        renames.values().forEach(ofKind -> ofKind.values().forEach(rename -> given.add(rename.to())));
        return given;
    }

    /** Puts the renames into the plan so that no name is given while it is taken. */
    void planInto(Plan plan) {
        for (Map<Identifier, Rename> ofKind : renames.values()) {
            Map<Identifier, Identifier> names = new TreeMap<>();
            Map<Identifier, Renaming> owners = new TreeMap<>();
            ofKind.forEach((from, rename) -> {
                names.put(from, rename.to());
                owners.put(from, rename.renaming());
            });
            for (RenameOrder.Step step : RenameOrder.steps(names)) {
                Renaming owner = owners.remove(step.from());
                owners.put(step.to(), owner);
                plan.add(Plan.Phase.RENAME_KEYS, owner.of(step.from(), step.to()));
            }
        }
    }
}
