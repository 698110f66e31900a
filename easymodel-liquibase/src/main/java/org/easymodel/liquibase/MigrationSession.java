package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import org.easymodel.migrate.Revision;

/** One connection to one database, with the revisions as Liquibase sees them there. For one thread. */
final class MigrationSession implements AutoCloseable {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Connection jdbc;
    private final HeldConnection connection;
    private final Dialect dialect;
    private final Database database;
    private final StatementJournal journal;

    private MigrationSession(Connection jdbc, Dialect dialect) throws LiquibaseException {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.journal = new StatementJournal(jdbc, dialect);
        this.connection = new HeldConnection(JournaledConnection.of(jdbc, journal));
        this.database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
    }

    /**
     * Makes what a migration writes beside the change sets; the caller has the lock.
     *
     * @param wait how long a statement waits for other transactions, where the database would wait for ever
     */
    void prepare(Duration wait) throws SQLException {
        RunHistory.create(jdbc);
        AppliedMarks.create(jdbc);
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = jdbc.createStatement()) {
                statement.execute("SET lock_timeout = " + Math.max(SHORTEST_WAIT.toMillis(), wait.toMillis()));
            }
            jdbc.commit();
        }
    }

    static MigrationSession open(ConnectionSource source) throws SQLException, LiquibaseException {
        Connection jdbc = Connections.open(source);
        try {
            String product = jdbc.getMetaData().getDatabaseProductName();
            Dialect dialect = Dialect.of(product).orElseThrow(() -> Problems.unknownDatabase(product));
            return new MigrationSession(jdbc, dialect);
        } catch (SQLException | LiquibaseException | RuntimeException e) {
            Connections.close(jdbc);
            throw e;
        }
    }

    Connection jdbc() {
        return jdbc;
    }

    HeldConnection connection() {
        return connection;
    }

    StatementJournal journal() {
        return journal;
    }

    Dialect dialect() {
        return dialect;
    }

    Database database() {
        return database;
    }

    /** The change sets that the database has run; no transaction stays open. */
    Set<String> ran() throws SQLException {
        try {
            return History.read(jdbc);
        } finally {
            jdbc.rollback();
        }
    }

    /** The change sets of a revision for this database, in order. */
    List<ChangeSet> changeSets(Revision revision) throws LiquibaseException {
        return GuardMessages.given(revision, ChangelogGate.changeSets(RevisionResources.path(revision), database));
    }

    /** One changelog of all change sets, checked against what the database has run; makes the history's table. */
    DatabaseChangeLog changelog(Map<Revision, List<ChangeSet>> changeSets) throws LiquibaseException {
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database)
                .init();
        DatabaseChangeLog all = new DatabaseChangeLog("easymodel");
        new ArrayList<>(changeSets.values()).forEach(each -> each.forEach(all::addChangeSet));
        all.validate(database, new liquibase.Contexts(), new liquibase.LabelExpression());
        return all;
    }

    @Override
    public void close() throws SQLException {
        if (dialect == Dialect.POSTGRESQL && !jdbc.isClosed()) {
            jdbc.rollback();
            try (Statement statement = jdbc.createStatement()) {
                statement.execute("RESET lock_timeout");
            }
            jdbc.commit();
        }
        Connections.close(jdbc);
    }
}
