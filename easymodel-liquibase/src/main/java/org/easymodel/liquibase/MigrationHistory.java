package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionStep;
import org.easymodel.schema.Json;

/**
 * All revisions, and what a database tells of them. Immutable.
 *
 * @param revisions all revisions, parents first
 * @param applied the ids of those that the database has; empty if no database was asked
 * @param runs when the database was taken over a revision, forwards or back, oldest first
 */
public record MigrationHistory(List<Revision> revisions, Optional<Set<String>> applied, List<MigrationRun> runs) {

    private static final Map<String, String> ANCESTOR_WORDS =
            Map.of("SetDefault", "alter_column", "AddNotNull", "alter_column", "DropNotNull", "alter_column");

    public MigrationHistory {
        revisions = List.copyOf(revisions);
        applied = applied.map(Set::copyOf);
        runs = List.copyOf(runs);
    }

    /** The runs of a revision, oldest first. */
    public List<MigrationRun> runsOf(Revision revision) {
        return runs.stream().filter(run -> run.revision().equals(revision.id())).toList();
    }

    /** Whether the database has the revision; false if no database was asked. */
    public boolean isApplied(Revision revision) {
        return applied.map(ids -> ids.contains(revision.id())).orElse(false);
    }

    /** For each revision: whether the database has it, folder and message, and below them its runs. */
    public String text() {
        if (revisions.isEmpty()) {
            return "There are no revisions yet.";
        }
        List<String> lines = new ArrayList<>();
        for (Revision revision : revisions) {
            lines.add(mark(revision) + revision);
            runsOf(revision).forEach(run -> lines.add("      " + run));
        }
        return String.join("\n", lines);
    }

    private String mark(Revision revision) {
        return applied.isEmpty() ? "" : isApplied(revision) ? "[x] " : "[ ] ";
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json(
                "revisions",
                revisions.stream().map(this::facts).toList(),
                "runs",
                runs.stream()
                        .map(run -> Facts.map(
                                "revision",
                                run.revision(),
                                "folder",
                                run.folder(),
                                "direction",
                                run.direction().name().toLowerCase(Locale.ROOT),
                                "started",
                                run.started().toString(),
                                "milliseconds",
                                run.took().toMillis(),
                                "steps",
                                run.steps(),
                                "executedBy",
                                run.executedBy(),
                                "databaseUser",
                                run.databaseUser(),
                                "node",
                                run.node()))
                        .toList());
    }

    private Map<String, Object> facts(Revision revision) {
        Map<String, Object> facts = Facts.of(revision);
        if (applied.isPresent()) {
            facts.put("applied", isApplied(revision));
        }
        return facts;
    }

    /**
     * The upgrades in the form of {@code migration_history.json}, the history file of async-easy-model: for each run and
     * table, the time and the operations. Ended by a line feed.
     */
    public String historyFile() {
        List<Map<String, Object>> migrations = new ArrayList<>();
        Map<String, Revision> byId =
                revisions.stream().collect(Collectors.toMap(Revision::id, each -> each, (a, b) -> a));
        for (MigrationRun run : runs) {
            if (run.direction() == MigrationOutcome.Direction.UPGRADE && byId.containsKey(run.revision())) {
                Map<String, List<Map<String, Object>>> changes = new LinkedHashMap<>();
                byId.get(run.revision()).steps().forEach(step -> changes.computeIfAbsent(
                                table(step), each -> new ArrayList<>())
                        .add(operation(step)));
                changes.forEach((table, list) -> migrations.add(
                        Facts.map("timestamp", run.started().toString(), "model", table, "changes", list)));
            }
        }
        return Json.pretty(Map.of("migrations", migrations));
    }

    private static Map<String, Object> operation(RevisionStep step) {
        String word = ANCESTOR_WORDS.getOrDefault(
                step.operation(),
                step.operation().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        Map<String, Object> operation = Facts.map("operation", word, "table_name", table(step));
        int dot = step.target().lastIndexOf('.');
        if (word.endsWith("_column") && dot > 0) {
            operation.put("column_name", step.target().substring(dot + 1));
        }
        return operation;
    }

    private static String table(RevisionStep step) {
        boolean whole = step.operation().endsWith("Table") || step.operation().endsWith("Sequence");
        int dot = step.target().lastIndexOf('.');
        return whole || dot < 0 ? step.target() : step.target().substring(0, dot);
    }

    @Override
    public String toString() {
        return text();
    }
}
