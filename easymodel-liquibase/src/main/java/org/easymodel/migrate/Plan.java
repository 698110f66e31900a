package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/** Changes in the making, each in its phase, and what stands against them. For one diff and one thread. */
final class Plan {

    /** The order of changes: what others lean on comes early when it is made and late when it goes. */
    enum Phase {
        DROP_ROWS,
        DROP_FOREIGN_KEYS,
        DROP_KEYS,
        RENAME_TABLES,
        RENAME_COLUMNS,
        RENAME_KEYS,
        CREATE_SEQUENCES,
        CREATE_TABLES,
        ADD_COLUMNS,
        MODIFY_TYPES,
        FILL,
        RUN_SQL,
        NARROW_TYPES,
        ALTER_COLUMNS,
        ADD_ROWS,
        CHANGE_IDENTITY,
        ADD_KEYS,
        ADD_FOREIGN_KEYS,
        DROP_COLUMNS,
        DROP_TABLES,
        DROP_SEQUENCES
    }

    private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);
    private final List<Problem> problems = new ArrayList<>();

    void add(Phase phase, Change change) {
        phases.computeIfAbsent(phase, each -> new ArrayList<>()).add(change);
    }

    void refuse(Problem problem) {
        problems.add(problem);
    }

    /** All changes, in order. */
    List<Change> changes() {
        return phases.values().stream().flatMap(List::stream).toList();
    }

    /** The changes of some phases. */
    Stream<Change> changes(Phase... wanted) {
        return Stream.of(wanted).flatMap(phase -> phases.getOrDefault(phase, List.of()).stream());
    }

    /** What stands against the changes, sorted by place. */
    List<Problem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                .toList();
    }
}
