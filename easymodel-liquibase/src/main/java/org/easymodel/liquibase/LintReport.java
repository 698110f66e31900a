package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Danger;
import org.easymodel.migrate.DangerRule;
import org.easymodel.migrate.JavaDataSteps;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionStep;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/**
 * What a reviewer should know of a model and its revisions. Immutable.
 *
 * @param model what is odd about the model, and what a database would not have
 * @param steps the steps of revisions that lock tables, depend on rows, or lose them
 */
public record LintReport(List<Problem> model, List<RiskyStep> steps) {

    /**
     * A step that is not simply safe.
     *
     * @param folder the folder of its revision
     * @param step the step
     */
    public record RiskyStep(String folder, RevisionStep step) {

        /** Folder, operation, danger and what the rules say. */
        @Override
        public String toString() {
            String rules = Stream.concat(step.rules().stream().map(RiskyStep::sentence), step.flags().stream())
                    .collect(Collectors.joining("; "));
            return step.danger() + " " + folder + ": " + step.operation() + " " + step.target()
                    + (rules.isEmpty() ? "" : " (" + rules + ")");
        }

        private static String sentence(String rule) {
            return Stream.of(DangerRule.values())
                    .filter(each -> each.name().equals(rule))
                    .map(each -> rule + " " + each.sentence())
                    .findFirst()
                    .orElse(rule);
        }
    }

    public LintReport {
        model = List.copyOf(model);
        steps = List.copyOf(steps);
    }

    static LintReport of(SchemaModel model, List<Revision> revisions) {
        Set<Problem> found = new LinkedHashSet<>(model.notes().warnings());
        found.addAll(Portability.warnings(
                SchemaDiff.between(SchemaModel.empty(), model).changes(), model));
        for (Table table : model.tables()) {
            if (table.primaryKey().isEmpty() && table.generatorRows().isEmpty()) {
                found.add(CommandProblems.noPrimaryKey(table.name().sql()));
            }
            table.foreignKeys().stream()
                    .filter(key -> !hasIndex(table, key))
                    .forEach(key -> found.add(CommandProblems.keyWithoutIndex(
                            table.name() + "." + key.name(), key.target().sql())));
        }
        List<RiskyStep> steps = new ArrayList<>();
        for (Revision revision : revisions) {
            revision.steps().stream()
                    .filter(step -> step.operation().equals("RunJava"))
                    .flatMap(step -> missing(step).stream())
                    .forEach(found::add);
            revision.steps().stream()
                    .filter(step -> !step.danger().equals(Danger.SAFE.text())
                            || !step.flags().isEmpty())
                    .forEach(step -> steps.add(new RiskyStep(revision.folder(), step)));
        }
        return new LintReport(List.copyOf(found), steps);
    }

    /** A data step in Java whose class is not on the class path of the caller. */
    private static List<Problem> missing(RevisionStep step) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            JavaDataSteps.require(
                    step.target().substring(step.target().lastIndexOf(' ') + 1),
                    loader == null ? LintReport.class.getClassLoader() : loader);
            return List.of();
        } catch (MigrationException e) {
            return e.problems();
        }
    }

    private static boolean hasIndex(Table table, ForeignKey key) {
        return Stream.of(
                        table.primaryKey().stream().map(each -> each.columns()),
                        table.uniqueKeys().stream().map(each -> each.columns()),
                        table.indexes().stream().map(each -> each.columns()))
                .flatMap(lists -> lists)
                .anyMatch(columns -> begins(columns, key.columns()));
    }

    private static boolean begins(List<Identifier> columns, List<Identifier> wanted) {
        return columns.size() >= wanted.size()
                && Set.copyOf(columns.subList(0, wanted.size())).equals(Set.copyOf(wanted));
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return model.isEmpty() && steps.isEmpty();
    }

    /** One line per finding; one sentence if there is none. */
    public String text() {
        return isEmpty()
                ? "Nothing to remark."
                : Stream.concat(model.stream(), steps.stream())
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json(
                "model",
                Facts.problems(model),
                "steps",
                steps.stream()
                        .map(each -> Facts.map(
                                "folder",
                                each.folder(),
                                "operation",
                                each.step().operation(),
                                "target",
                                each.step().target(),
                                "danger",
                                each.step().danger(),
                                "rules",
                                each.step().rules(),
                                "flags",
                                each.step().flags()))
                        .toList());
    }

    @Override
    public String toString() {
        return text();
    }
}
