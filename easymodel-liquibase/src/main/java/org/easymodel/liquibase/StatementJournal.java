package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.ChecksumVersion;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a change set up where a process that ended has left it, statement by statement, on databases that commit each by
 * itself. Statements that have run are passed over. Of the one that had just begun nobody knows: it is run again, and if the
 * database then says that what it makes is there, or what it takes away is gone, it had run. For one thread.
 */
final class StatementJournal {

    /** A statement of a change set. */
    interface Run {
        boolean run() throws SQLException;
    }

    /** "Is there already" and "is not there", as the three databases say it of tables, columns, indexes and the rest. */
    private static final Set<String> DONE = Set.of(
            "42S01", "42S02", "42S03", "42S04", "42S11", "42S12", "42S21", "42S22", "90017", "90035", "90036", "90045",
            "90057", "90078", "90079", "42P01", "42P06", "42P07", "42701", "42703", "42704", "42710", "3F000", "X0Y32",
            "42Y55", "42X14", "X0Y68");

    private static final Pattern ROWS =
            Pattern.compile("^\\s*(UPDATE|INSERT|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Dialect dialect;
    private @Nullable Intent current;
    private boolean looked;
    private boolean made;
    private int number;
    private int begun;
    private boolean uncertain;

    StatementJournal(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Whether a change set must be written down statement by statement. H2 commits with each statement about tables, but
     * takes those about rows into the transaction that the history's row comes with.
     */
    boolean needs(ChangeSet changeSet, MigrationOutcome.Direction direction) {
        if (!changeSet.isRunInTransaction()) {
            return true;
        }
        List<Change> changes = direction == MigrationOutcome.Direction.DOWNGRADE
                ? changeSet.getRollback().getChanges()
                : changeSet.getChanges();
        return dialect == Dialect.H2 && !changes.stream().allMatch(StatementJournal::isOfRows);
    }

    private static boolean isOfRows(Change change) {
        if (change instanceof RawSQLChange raw) {
            String sql = raw.getSql() == null ? "" : raw.getSql();
            return !raw.isSplitStatements() && ROWS.matcher(sql).find();
        }
        return change instanceof UpdateDataChange
                || change instanceof EmptyChange
                || JavaStepChange.of(change).isPresent();
    }

    void begin(ChangeSet changeSet, MigrationOutcome.Direction direction) throws SQLException {
        Optional<Intent> left = looked ? Optional.empty() : Intent.read(connection);
        looked = true;
        if (left.isPresent() && !left.get().isOf(changeSet.getFilePath(), changeSet.getId())) {
            throw StartProblems.begunOtherwise(left.get().id(), "something else is to run");
        }
        if (!needs(changeSet, direction)) {
            return;
        }
        Intent fresh = new Intent(
                changeSet.getFilePath(),
                changeSet.getId(),
                direction,
                changeSet.generateCheckSum(ChecksumVersion.latest()).toString(),
                0,
                true);
        if (left.isPresent() && left.get().direction() != direction) {
            throw StartProblems.begunOtherwise(fresh.id(), "it is to go the other way");
        }
        if (left.isPresent() && !left.get().content().equals(fresh.content())) {
            throw StartProblems.begunOtherwise(fresh.id(), "its text is another");
        }
        if (!made) {
            Intent.create(connection);
            made = true;
        }
        current = left.orElse(fresh);
        begun = current.statement();
        uncertain = !current.known();
        number = 0;
    }

    /** Runs the next statement of the change set, unless it has run. */
    boolean run(String sql, Run statement) throws SQLException {
        if (current == null || sql.toUpperCase(Locale.ROOT).contains(History.TABLE)) {
            return statement.run();
        }
        number++;
        if (number < begun) {
            return false;
        }
        boolean again = number == begun && uncertain;
        write(number, false);
        if (again || dialect == Dialect.POSTGRESQL) {
            HalfDone.clear(connection, dialect, sql);
        }
        try {
            return statement.run();
        } catch (SQLException e) {
            if (again && DONE.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** The change set is done: its intent goes in the transaction that its row in the history comes with. */
    void end() throws SQLException {
        if (current != null) {
            Intent.delete(connection);
            current = null;
        }
    }

    /** The database has refused a statement: those before it stay. */
    void failed() {
        if (current == null) {
            return;
        }
        try {
            if (number <= 1) {
                Intent.delete(connection);
                commit();
            } else {
                write(number, true);
            }
        } catch (SQLException e) {
            // The failure that is under way says more; the intent stays as it is, and is as good.
            current = null;
        }
        current = null;
    }

    private void write(int statement, boolean refused) throws SQLException {
        if (current != null) {
            current.at(statement, refused).write(connection);
            commit();
        }
    }

    private void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
