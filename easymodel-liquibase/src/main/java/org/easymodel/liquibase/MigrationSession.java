package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private final Connection jdbc;
    private final HeldConnection connection;
    private final Dialect dialect;
    private final Database database;

    private MigrationSession(Connection jdbc, Dialect dialect) throws LiquibaseException {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.connection = new HeldConnection(jdbc);
        this.database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
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

    /** The change sets of each revision, in the order of the revisions. */
    Map<Revision, List<ChangeSet>> changeSets(List<Revision> revisions) throws LiquibaseException {
        Map<Revision, List<ChangeSet>> changeSets = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            changeSets.put(revision, GuardMessages.given(revision, changeSets(revision)));
        }
        return changeSets;
    }

    private List<ChangeSet> changeSets(Revision revision) throws LiquibaseException {
        return ChangelogGate.changeSets(RevisionResources.path(revision), database);
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
        Connections.close(jdbc);
    }
}
