package org.easymodel.liquibase;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;

/** Tells of every change set before it runs, and keeps it and its row in the history in one transaction. */
final class StepListener extends AbstractChangeExecListener implements ChangeExecListener {

    private final HeldConnection connection;
    private final MigrationProgress progress;
    private final int steps;
    private final RunRecorder recorder;
    private int begun;
    private int done;
    private String place = "";

    StepListener(HeldConnection connection, MigrationProgress progress, int steps, RunRecorder recorder) {
        this.connection = connection;
        this.progress = progress;
        this.steps = steps;
        this.recorder = recorder;
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
        connection.release();
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
        connection.release();
    }

    private void begin(ChangeSet changeSet, String direction) {
        connection.hold();
        recorder.begin(changeSet);
        begun++;
        String comment = changeSet.getComments();
        place = changeSet.getId() + (comment == null ? "" : " " + comment);
        progress.step(begun, steps, direction + place);
    }

    private void end(ChangeSet changeSet) {
        recorder.end(changeSet);
        connection.release();
        done++;
    }
}
