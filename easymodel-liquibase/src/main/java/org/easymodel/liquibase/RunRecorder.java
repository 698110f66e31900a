package org.easymodel.liquibase;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import org.easymodel.migrate.Revision;

/** Notes a revision as soon as the last of its change sets is done, in the transaction of that one. For one thread. */
final class RunRecorder {

    private final RunTable table;
    private final MigrationOutcome.Direction direction;
    private final Map<String, Revision> revisions = new HashMap<>();
    private final Map<Revision, Integer> left = new HashMap<>();
    private final Map<Revision, Integer> all = new HashMap<>();
    private final Map<Revision, Instant> started = new HashMap<>();
    private final Map<Revision, Long> clock = new HashMap<>();

    /**
     * A recorder of one migration.
     *
     * @param pending the change sets that it will run, for each revision
     */
    RunRecorder(RunTable table, MigrationOutcome.Direction direction, Map<Revision, List<ChangeSet>> pending) {
        this.table = table;
        this.direction = direction;
        pending.forEach((revision, changeSets) -> {
            left.put(revision, changeSets.size());
            all.put(revision, changeSets.size());
            changeSets.forEach(each -> revisions.put(key(each), revision));
        });
    }

    private static String key(ChangeSet changeSet) {
        return History.key(changeSet.getFilePath(), changeSet.getId());
    }

    void begin(ChangeSet changeSet) {
        Revision revision = revisions.get(key(changeSet));
        if (revision != null && started.putIfAbsent(revision, Instant.now()) == null) {
            clock.put(revision, System.nanoTime());
        }
    }

    void end(ChangeSet changeSet) {
        Revision revision = revisions.get(key(changeSet));
        if (revision == null || left.merge(revision, -1, Integer::sum) > 0) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - clock.getOrDefault(revision, System.nanoTime()));
        try {
            table.add(
                    revision,
                    direction,
                    started.getOrDefault(revision, Instant.now()),
                    took,
                    all.getOrDefault(revision, 0));
        } catch (SQLException e) {
            throw CommandProblems.notRecorded(revision.folder(), e);
        }
    }
}
