package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.AndPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.SqlPrecondition;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.easymodel.migrate.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would run, as SQL of one database. Immutable.
 *
 * @param database the short name of the database
 * @param direction which way it goes
 * @param parts the revisions in the order in which they are applied or taken back
 */
public record SqlPreview(String database, MigrationOutcome.Direction direction, List<Part> parts) {

    /**
     * What one revision runs.
     *
     * @param revision the revision
     * @param steps its change sets in the order in which they run
     */
    public record Part(Revision revision, List<Step> steps) {

        public Part {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What one change set runs.
     *
     * @param comment what it is for
     * @param guards queries that must count 0, or the migration stops there
     * @param statements the statements, without an end mark
     */
    public record Step(String comment, List<String> guards, List<String> statements) {

        public Step {
            guards = List.copyOf(guards);
            statements = List.copyOf(statements);
        }
    }

    public SqlPreview {
        parts = List.copyOf(parts);
    }

    static SqlPreview of(Dialect dialect, List<Revision> graph, List<Revision> from, List<Revision> to) {
        List<Revision> leaving =
                new ArrayList<>(from.stream().filter(each -> !to.contains(each)).toList());
        List<Revision> coming = to.stream().filter(each -> !from.contains(each)).toList();
        if (!leaving.isEmpty() && !coming.isEmpty()) {
            throw CommandProblems.notOneWay(
                    leaving.get(leaving.size() - 1).folder(),
                    coming.get(coming.size() - 1).folder());
        }
        boolean back = !leaving.isEmpty();
        Collections.reverse(leaving);
        return LiquibaseThread.call(RevisionResources.of(graph), () -> {
            Database database = DatabaseFactory.getInstance()
                    .openDatabase(
                            "offline:" + dialect.dbms() + "?outputLiquibaseSql=none",
                            null,
                            null,
                            null,
                            Scope.getCurrentScope().getResourceAccessor());
            List<Part> parts = new ArrayList<>();
            for (Revision revision : back ? leaving : coming) {
                parts.add(new Part(revision, steps(revision, database, back)));
            }
            return new SqlPreview(
                    dialect.dbms(),
                    back ? MigrationOutcome.Direction.DOWNGRADE : MigrationOutcome.Direction.UPGRADE,
                    parts);
        });
    }

    private static List<Step> steps(Revision revision, Database database, boolean back) throws LiquibaseException {
        List<ChangeSet> changeSets =
                new ArrayList<>(ChangelogGate.changeSets(RevisionResources.path(revision), database));
        if (back) {
            Collections.reverse(changeSets);
        }
        List<Step> steps = new ArrayList<>();
        for (ChangeSet changeSet : changeSets) {
            List<String> statements = new ArrayList<>();
            List<Change> changes = back ? changeSet.getRollback().getChanges() : changeSet.getChanges();
            for (Change change : changes) {
                if (isForOthers(change, database) || JavaStepChange.of(change).isPresent()) {
                    continue;
                }
                Stream.of(SqlGeneratorFactory.getInstance().generateSql(change, database))
                        .forEach(sql -> statements.add(sql.toSql().strip()));
            }
            List<String> guards = back ? List.of() : guards(changeSet.getPreconditions(), database);
            String comment = changeSet.getComments();
            steps.add(new Step(comment == null ? changeSet.getId() : comment, guards, statements));
        }
        return steps;
    }

    /** Liquibase asks this when it runs a change, not when it tells its SQL. */
    private static boolean isForOthers(Change change, Database database) {
        return change instanceof DbmsTargetedChange targeted
                && !DatabaseList.definitionMatches(targeted.getDbms(), database, true);
    }

    private static List<String> guards(@Nullable Precondition condition, Database database) {
        if (condition instanceof SqlPrecondition check) {
            return List.of(check.getSql().strip());
        }
        if (!(condition instanceof PreconditionLogic logic)) {
            return List.of();
        }
        boolean other = condition instanceof AndPrecondition
                && logic.getNestedPreconditions().stream()
                        .anyMatch(each -> each instanceof DBMSPrecondition dbms
                                && !DatabaseList.definitionMatches(
                                        Set.of(dbms.getType().split("\\s*,\\s*")), database, false));
        return other
                ? List.of()
                : logic.getNestedPreconditions().stream()
                        .flatMap(each -> guards(each, database).stream())
                        .toList();
    }

    /** The statements alone, in order. */
    public List<String> statements() {
        return parts.stream()
                .flatMap(part -> part.steps().stream())
                .flatMap(step -> step.statements().stream())
                .toList();
    }

    /** A script for people: each revision and step as a comment, its guards, its statements. */
    public String text() {
        if (parts.isEmpty()) {
            return "-- Nothing to do.";
        }
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(out.isEmpty() ? "" : "\n")
                    .append(direction == MigrationOutcome.Direction.UPGRADE ? "-- Revision " : "-- Back over ")
                    .append(part.revision().folder())
                    .append(": ")
                    .append(part.revision().message().replaceAll("\\s+", " "))
                    .append('\n');
            for (Step step : part.steps()) {
                out.append("\n-- ")
                        .append(step.comment().replaceAll("\\s+", " "))
                        .append('\n');
                step.guards().forEach(guard -> out.append("-- only if this counts 0: ")
                        .append(guard)
                        .append('\n'));
                step.statements().forEach(sql -> out.append(sql).append(";\n"));
            }
        }
        return out.toString().stripTrailing();
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json(
                "database",
                database,
                "direction",
                direction.name().toLowerCase(java.util.Locale.ROOT),
                "parts",
                parts.stream()
                        .map(part -> Facts.map(
                                "revision",
                                Facts.of(part.revision()),
                                "steps",
                                part.steps().stream()
                                        .map(step -> Facts.map(
                                                "comment",
                                                step.comment(),
                                                "guards",
                                                step.guards(),
                                                "statements",
                                                step.statements()))
                                        .collect(Collectors.toList())))
                        .toList());
    }

    @Override
    public String toString() {
        return text();
    }
}
