package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;

/**
 * Applies revisions to a database and takes them back, in the order of the graph, whatever order they were applied in.
 * A database that has them all is left at once, without a lock. Immutable.
 */
record MigrationRunner(ConnectionSource source, RevisionGraph graph, MigrationProgress progress, Duration lockWait) {

    /** Work under the lock; gets what the database has run. */
    private interface LockedWork {
        MigrationOutcome run(MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran)
                throws SQLException, LiquibaseException;
    }

    MigrationOutcome upgrade(List<Revision> wanted) {
        List<Revision> there = plainlyApplied();
        if (there.containsAll(wanted)) {
            return new MigrationOutcome(MigrationOutcome.Direction.UPGRADE, List.of(), 0, newest(there));
        }
        return migrate(
                MigrationOutcome.Direction.UPGRADE,
                (applied, partly) -> wanted.stream()
                        .filter(revision -> !applied.contains(revision))
                        .toList(),
                this::apply);
    }

    /**
     * Makes the history say that the database has exactly these revisions of the graph; runs nothing.
     *
     * @param wanted revisions with all that they follow
     */
    MigrationOutcome stamp(List<Revision> wanted) {
        return migrate(
                MigrationOutcome.Direction.STAMP,
                (applied, partly) -> graph.revisions().stream()
                        .filter(revision ->
                                wanted.contains(revision) ? !applied.contains(revision) : partly.contains(revision))
                        .toList(),
                (session, changeSets, ran) -> note(session, changeSets, ran, wanted));
    }

    /**
     * Takes revisions back.
     *
     * @param choice which of the applied revisions go; they are given parents first
     * @param losses asks whether what is lost is accepted
     */
    MigrationOutcome downgrade(Function<List<Revision>, List<Revision>> choice, LossPolicy losses) {
        return migrate(
                MigrationOutcome.Direction.DOWNGRADE,
                (applied, partly) -> {
                    List<Revision> touched = graph.revisions().stream()
                            .filter(revision -> applied.contains(revision) || partly.contains(revision))
                            .toList();
                    List<Revision> leaving = new ArrayList<>(choice.apply(touched));
                    Collections.reverse(leaving);
                    return leaving;
                },
                (session, changeSets, ran) -> takeBack(session, changeSets, ran, losses));
    }

    /** The revisions that the database has as a whole, parents first. */
    List<Revision> applied() {
        return LiquibaseThread.call(RevisionResources.of(graph.revisions()), () -> {
            try (MigrationSession session = MigrationSession.open(source)) {
                return new RevisionChangeSets(session, graph).applied(session.ran());
            }
        });
    }

    /** Those of these revisions that the database does not have as a whole, parents first. */
    List<Revision> missing(List<Revision> wanted) {
        if (plainlyApplied().containsAll(wanted)) {
            return List.of();
        }
        List<Revision> applied = applied();
        return wanted.stream().filter(each -> !applied.contains(each)).toList();
    }

    /** Who applied revisions and took them back, oldest first. */
    List<MigrationRun> runs() {
        return MigrationThread.call(() -> {
            Connection connection = Connections.open(source);
            try {
                return RunHistory.read(connection);
            } finally {
                Connections.close(connection);
            }
        });
    }

    private List<Revision> plainlyApplied() {
        return RevisionChangeSets.plainlyApplied(graph, MigrationThread.call(() -> History.of(source)));
    }

    /** All revisions, those that the database has, and its notes. */
    MigrationHistory history() {
        return LiquibaseThread.call(RevisionResources.of(graph.revisions()), () -> {
            try (MigrationSession session = MigrationSession.open(source)) {
                Set<String> applied = new RevisionChangeSets(session, graph)
                        .applied(session.ran()).stream().map(Revision::id).collect(Collectors.toSet());
                return new MigrationHistory(graph.revisions(), Optional.of(applied), RunHistory.read(session.jdbc()));
            }
        });
    }

    /** Where the database is not what the revisions that it has have made of it. */
    SchemaDrift drift() {
        SchemaModel meant = RevisionGraph.of(applied()).state();
        return connected((connection, dialect) -> SchemaDrift.of(connection, dialect, meant));
    }

    /** What the database has of a model, by its present and its former names. */
    SchemaModel live(SchemaModel model) {
        List<TableName> former = model.renames().stream()
                .filter(rename -> rename.column().isEmpty())
                .map(rename -> new TableName(rename.table().schema(), rename.formerly()))
                .toList();
        return connected((connection, dialect) -> LiveSchema.read(connection, dialect, model, former));
    }

    /** The tables of the database that a schema does not have. */
    List<TableName> others(SchemaModel schema) {
        return connected((connection, dialect) -> LiveSchema.others(connection, dialect, schema));
    }

    /** Work with a connection of one database; changes nothing. */
    private interface Question<T> {
        T of(Connection connection, Dialect dialect) throws SQLException;
    }

    private <T> T connected(Question<T> question) {
        return MigrationThread.call(() -> {
            Connection connection = Connections.open(source);
            try {
                String product = connection.getMetaData().getDatabaseProductName();
                return question.of(
                        connection, Dialect.of(product).orElseThrow(() -> Problems.unknownDatabase(product)));
            } finally {
                Connections.close(connection);
            }
        });
    }

    /** Whether the database has run any change set of the revision, whatever its changelog says now. */
    boolean hasRunAny(Revision revision) {
        return MigrationThread.call(() -> History.of(source)).stream()
                .anyMatch(key -> key.startsWith(revision.logicalPath() + " "));
    }

    /** Chooses the revisions to work on from those that are applied and those that are applied in part. */
    private interface Choice {
        List<Revision> of(List<Revision> applied, List<Revision> partly);
    }

    private MigrationOutcome migrate(MigrationOutcome.Direction direction, Choice choice, LockedWork work) {
        return LiquibaseThread.call(RevisionResources.of(graph.revisions()), () -> {
            try (MigrationSession session = MigrationSession.open(source)) {
                RevisionChangeSets all = new RevisionChangeSets(session, graph);
                if (choose(choice, all, session.ran()).isEmpty()) {
                    return new MigrationOutcome(direction, List.of(), 0, newest(all.applied(session.ran())));
                }
                try (MigrationLock lock = MigrationLock.take(source, session.dialect(), lockWait)) {
                    session.prepare(lockWait);
                    Set<String> ran = session.ran();
                    List<Revision> chosen = choose(choice, all, ran);
                    if (chosen.isEmpty()) {
                        return new MigrationOutcome(direction, List.of(), 0, newest(all.applied(ran)));
                    }
                    MigrationOutcome outcome = work.run(session, all.of(chosen), ran);
                    return new MigrationOutcome(
                            direction, outcome.revisions(), outcome.steps(), newest(all.applied(session.ran())));
                }
            }
        });
    }

    private static List<Revision> choose(Choice choice, RevisionChangeSets all, Set<String> ran)
            throws LiquibaseException {
        return choice.of(all.applied(ran), all.begun(ran));
    }

    private MigrationOutcome apply(MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran)
            throws LiquibaseException {
        JavaStepChange.require(
                changeSets.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> !RevisionChangeSets.hasRun(each, ran))
                        .toList(),
                false);
        StepListener listener = new StepListener(
                session,
                progress,
                MigrationOutcome.Direction.UPGRADE,
                counts(changeSets, each -> !RevisionChangeSets.hasRun(each, ran)));
        try {
            DatabaseChangeLog changelog = session.changelog(changeSets);
            var database = session.database();
            new ChangeLogIterator(changelog, new DbmsChangeSetFilter(database))
                    .run(
                            new UpdateVisitor(database, listener, new ShouldRunChangeSetFilter(database)),
                            new RuntimeEnvironment(database, new Contexts(), new LabelExpression()));
        } catch (LiquibaseException | UnexpectedLiquibaseException e) {
            throw StepFailure.of(e, listener);
        }
        return outcome(MigrationOutcome.Direction.UPGRADE, changeSets, listener);
    }

    private MigrationOutcome note(
            MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran, List<Revision> wanted)
            throws SQLException, LiquibaseException {
        session.changelog(Map.of());
        var history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(session.database());
        for (Map.Entry<Revision, List<ChangeSet>> entry : changeSets.entrySet()) {
            boolean stays = wanted.contains(entry.getKey());
            for (ChangeSet changeSet : entry.getValue()) {
                if (stays && !RevisionChangeSets.hasRun(changeSet, ran)) {
                    history.setExecType(changeSet, ChangeSet.ExecType.EXECUTED);
                } else if (!stays && RevisionChangeSets.hasRun(changeSet, ran)) {
                    history.removeFromHistory(changeSet);
                }
            }
            if (stays) {
                RunHistory.add(
                        session.jdbc(),
                        RunHistory.run(
                                session.jdbc(),
                                entry.getKey(),
                                MigrationOutcome.Direction.STAMP,
                                Instant.now(),
                                Duration.ZERO,
                                0));
            }
        }
        session.connection().commit();
        return new MigrationOutcome(MigrationOutcome.Direction.STAMP, List.copyOf(changeSets.keySet()), 0, List.of());
    }

    private MigrationOutcome takeBack(
            MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran, LossPolicy losses)
            throws SQLException, LiquibaseException {
        new LossCheck(session.jdbc(), session.dialect()).check(List.copyOf(changeSets.keySet()), losses);
        List<ChangeSet> leaving = new ArrayList<>();
        for (List<ChangeSet> ofRevision : changeSets.values()) {
            List<ChangeSet> reversed = new ArrayList<>(ofRevision);
            Collections.reverse(reversed);
            reversed.stream()
                    .filter(each -> RevisionChangeSets.hasRun(each, ran))
                    .forEach(leaving::add);
        }
        JavaStepChange.require(leaving, true);
        StepListener listener = new StepListener(
                session,
                progress,
                MigrationOutcome.Direction.DOWNGRADE,
                counts(changeSets, each -> RevisionChangeSets.hasRun(each, ran)));
        try {
            DatabaseChangeLog changelog = session.changelog(changeSets);
            RollbackVisitor visitor = new RollbackVisitor(session.database(), listener);
            for (ChangeSet changeSet : leaving) {
                visitor.visit(changeSet, changelog, session.database(), Set.of());
            }
        } catch (LiquibaseException | UnexpectedLiquibaseException e) {
            throw StepFailure.of(e, listener);
        }
        return outcome(MigrationOutcome.Direction.DOWNGRADE, changeSets, listener);
    }

    private static Map<Revision, Integer> counts(
            Map<Revision, List<ChangeSet>> changeSets, Predicate<ChangeSet> counted) {
        Map<Revision, Integer> counts = new HashMap<>();
        changeSets.forEach((revision, all) ->
                counts.put(revision, (int) all.stream().filter(counted).count()));
        return counts;
    }

    private static MigrationOutcome outcome(
            MigrationOutcome.Direction direction, Map<Revision, List<ChangeSet>> changeSets, StepListener listener) {
        return new MigrationOutcome(direction, List.copyOf(changeSets.keySet()), listener.done(), List.of());
    }

    private static List<Revision> newest(List<Revision> applied) {
        return RevisionGraph.of(applied).heads();
    }
}
