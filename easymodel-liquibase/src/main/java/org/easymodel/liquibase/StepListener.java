package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.easymodel.migrate.Revision;

/**
 * Tells of every change set before it runs, keeps it and its row in the history in one transaction, and with the last one
 * of a revision writes who ran it. For one thread.
 */
final class StepListener extends AbstractChangeExecListener implements ChangeExecListener {

    private final MigrationSession session;
    private final MigrationProgress progress;
    private final MigrationOutcome.Direction direction;
    private final Map<String, Revision> revisions = new HashMap<>();
    private final Map<String, Integer> remaining = new HashMap<>();
    private final int steps;
    private int begun;
    private int done;
    private int doneOfRevision;
    private Instant started = Instant.EPOCH;
    private String path = "";
    private String place = "";

    /**
     * @param remaining the change sets that will run, of each revision
     */
    StepListener(
            MigrationSession session,
            MigrationProgress progress,
            MigrationOutcome.Direction direction,
            Map<Revision, Integer> remaining) {
        this.session = session;
        this.progress = progress;
        this.direction = direction;
        this.steps = remaining.values().stream().mapToInt(Integer::intValue).sum();
        remaining.forEach((revision, count) -> {
            revisions.put(revision.logicalPath(), revision);
            this.remaining.put(revision.logicalPath(), count);
        });
    }

    int done() {
        return done;
    }

    int steps() {
        return steps;
    }

    /** The step that was begun last. */
    String place() {
        return place;
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.RunStatus runStatus) {
        begin(changeSet, "");
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType type) {
        end(changeSet);
    }

    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception exception) {
        fail();
    }

    @Override
    public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        begin(changeSet, "back: ");
    }

    @Override
    public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        end(changeSet);
    }

    @Override
    public void rollbackFailed(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception exception) {
        fail();
    }

    private void begin(ChangeSet changeSet, String prefix) {
        begun++;
        String comment = changeSet.getComments();
        place = changeSet.getId() + (comment == null ? "" : " " + comment);
        if (!changeSet.getFilePath().equals(path)) {
            path = changeSet.getFilePath();
            started = Instant.now();
            doneOfRevision = 0;
        }
        progress.step(begun, steps, prefix + place);
        try {
            session.journal().begin(changeSet, direction);
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
        session.connection().hold();
    }

    private void end(ChangeSet changeSet) {
        try {
            session.journal().end();
            doneOfRevision++;
            if (remaining.merge(changeSet.getFilePath(), -1, Integer::sum) == 0) {
                record(revisions.get(changeSet.getFilePath()));
            }
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
        session.connection().release();
        done++;
    }

    private void record(Revision revision) throws SQLException {
        Connection jdbc = session.jdbc();
        if (direction == MigrationOutcome.Direction.UPGRADE) {
            AppliedMarks.put(jdbc, revision);
        }
        RunHistory.add(
                jdbc,
                RunHistory.run(
                        jdbc, revision, direction, started, Duration.between(started, Instant.now()), doneOfRevision));
    }

    private void fail() {
        session.connection().release();
        session.journal().failed();
    }
}
