package org.easymodel.liquibase;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.exception.LiquibaseException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionGraph;

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
        return migrate(
                MigrationOutcome.Direction.UPGRADE,
                (applied, partly) -> wanted.stream()
                        .filter(revision -> !applied.contains(revision))
                        .toList(),
                this::apply);
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
                return applied(session.changeSets(graph.revisions()), session.ran());
            }
        });
    }

    /** Chooses the revisions to work on from those that are applied and those that are applied in part. */
    private interface Choice {
        List<Revision> of(List<Revision> applied, List<Revision> partly);
    }

    private MigrationOutcome migrate(MigrationOutcome.Direction direction, Choice choice, LockedWork work) {
        return LiquibaseThread.call(RevisionResources.of(graph.revisions()), () -> {
            try (MigrationSession session = MigrationSession.open(source)) {
                Map<Revision, List<ChangeSet>> all = session.changeSets(graph.revisions());
                if (choose(choice, all, session.ran()).isEmpty()) {
                    return new MigrationOutcome(direction, List.of(), 0, newest(applied(all, session.ran())));
                }
                try (MigrationLock lock = MigrationLock.take(source, session.dialect(), lockWait)) {
                    Set<String> ran = session.ran();
                    Map<Revision, List<ChangeSet>> chosen = only(all, choose(choice, all, ran));
                    if (chosen.isEmpty()) {
                        return new MigrationOutcome(direction, List.of(), 0, newest(applied(all, ran)));
                    }
                    MigrationOutcome outcome = work.run(session, chosen, ran);
                    return new MigrationOutcome(
                            direction, outcome.revisions(), outcome.steps(), newest(applied(all, session.ran())));
                }
            }
        });
    }

    private List<Revision> choose(Choice choice, Map<Revision, List<ChangeSet>> all, Set<String> ran) {
        List<Revision> partly = all.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(each -> hasRun(each, ran)))
                .map(Map.Entry::getKey)
                .toList();
        return choice.of(applied(all, ran), partly);
    }

    private MigrationOutcome apply(MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran)
            throws LiquibaseException {
        int steps = (int) changeSets.values().stream()
                .flatMap(List::stream)
                .filter(each -> !hasRun(each, ran))
                .count();
        StepListener listener = new StepListener(session.connection(), progress, steps);
        try {
            DatabaseChangeLog changelog = session.changelog(changeSets);
            var database = session.database();
            new ChangeLogIterator(changelog, new DbmsChangeSetFilter(database))
                    .run(
                            new UpdateVisitor(database, listener, new ShouldRunChangeSetFilter(database)),
                            new RuntimeEnvironment(database, new Contexts(), new LabelExpression()));
        } catch (LiquibaseException e) {
            throw StepFailure.of(e, listener);
        }
        return outcome(MigrationOutcome.Direction.UPGRADE, changeSets, listener);
    }

    private MigrationOutcome takeBack(
            MigrationSession session, Map<Revision, List<ChangeSet>> changeSets, Set<String> ran, LossPolicy losses)
            throws SQLException, LiquibaseException {
        if (losses == LossPolicy.REFUSE) {
            new LossCheck(session.jdbc()).check(List.copyOf(changeSets.keySet()));
        }
        List<ChangeSet> leaving = new ArrayList<>();
        for (List<ChangeSet> ofRevision : changeSets.values()) {
            List<ChangeSet> reversed = new ArrayList<>(ofRevision);
            Collections.reverse(reversed);
            reversed.stream().filter(each -> hasRun(each, ran)).forEach(leaving::add);
        }
        StepListener listener = new StepListener(session.connection(), progress, leaving.size());
        try {
            DatabaseChangeLog changelog = session.changelog(changeSets);
            RollbackVisitor visitor = new RollbackVisitor(session.database(), listener);
            for (ChangeSet changeSet : leaving) {
                visitor.visit(changeSet, changelog, session.database(), Set.of());
            }
        } catch (LiquibaseException e) {
            throw StepFailure.of(e, listener);
        }
        return outcome(MigrationOutcome.Direction.DOWNGRADE, changeSets, listener);
    }

    private static MigrationOutcome outcome(
            MigrationOutcome.Direction direction, Map<Revision, List<ChangeSet>> changeSets, StepListener listener) {
        return new MigrationOutcome(direction, List.copyOf(changeSets.keySet()), listener.done(), List.of());
    }

    private static Map<Revision, List<ChangeSet>> only(Map<Revision, List<ChangeSet>> all, List<Revision> revisions) {
        Map<Revision, List<ChangeSet>> chosen = new java.util.LinkedHashMap<>();
        revisions.forEach(revision -> chosen.put(revision, all.get(revision)));
        return chosen;
    }

    private static List<Revision> applied(Map<Revision, List<ChangeSet>> changeSets, Set<String> ran) {
        return changeSets.entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(each -> hasRun(each, ran)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hasRun(ChangeSet changeSet, Set<String> ran) {
        return ran.contains(History.key(changeSet.getFilePath(), changeSet.getId()));
    }

    private static List<Revision> newest(List<Revision> applied) {
        return RevisionGraph.of(applied).heads();
    }
}
