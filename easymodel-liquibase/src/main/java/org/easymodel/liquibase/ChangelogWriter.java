package org.easymodel.liquibase;

import static org.easymodel.liquibase.Node.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.ChangeFlag;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Sequence;

/** Writes the changelog of a revision: one change set per change, each with its own way back, for people first. For one revision. */
final class ChangelogWriter {

    private final RevisionDraft draft;
    private final Map<Change, Identifier> newSchemas;
    private final List<WrittenChangelog.Expected> expected = new ArrayList<>();

    private ChangelogWriter(RevisionDraft draft) {
        this.draft = draft;
        this.newSchemas = newSchemas(draft);
    }

    static WrittenChangelog write(RevisionDraft draft, ChangelogFormat format) {
        ChangelogWriter writer = new ChangelogWriter(draft);
        ChangelogTree tree = writer.tree();
        return switch (format) {
            case YAML -> new WrittenChangelog(format, YamlChangelog.write(tree), writer.expected);
            case XML -> new WrittenChangelog(format, XmlChangelog.write(tree), writer.expected);
            case JSON -> new WrittenChangelog(format, JsonChangelog.write(tree), writer.expected);
            case SQL -> SqlChangelog.write(draft, tree.header(), writer.newSchemas);
        };
    }

    private ChangelogTree tree() {
        boolean specific = !newSchemas.isEmpty()
                || draft.changes().stream().anyMatch(each -> each.isOnline() || ChangeForms.isSpecific(each.change()));
        List<Map<String, Object>> changeSets = new ArrayList<>();
        for (RatedChange change : draft.changes()) {
            Map<String, Object> changeSet = changeSet(change);
            if (changeSet.toString().contains("${")) {
                throw Problems.placeholder(change.change().target());
            }
            changeSets.add(changeSet);
        }
        return new ChangelogTree(
                header(), "easymodel/" + draft.id(), specific ? knownDatabase() : List.of(), changeSets);
    }

    private List<String> header() {
        List<String> lines = new ArrayList<>();
        draft.message().lines().map(ChangelogWriter::printable).forEach(lines::add);
        lines.add("");
        lines.add("Revision " + draft.folder());
        lines.add(
                draft.parents().isEmpty()
                        ? "The first revision."
                        : "Follows " + String.join(" and ", draft.parents()) + ".");
        lines.add("");
        if (draft.changes().isEmpty()) {
            lines.add(
                    draft.parents().size() > 1
                            ? "Joins them; there is nothing to do."
                            : "Empty: write change sets here, each with its rollback, then accept them with reseal.");
        }
        RatedChange.table(draft.changes())
                .lines()
                .map(ChangelogWriter::printable)
                .forEach(lines::add);
        List<Problem> warnings = Portability.warnings(draft.changes(), draft.after());
        if (!warnings.isEmpty()) {
            lines.add("");
            warnings.forEach(each -> lines.add(printable("Warning: " + each)));
        }
        return lines;
    }

    private static String printable(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static List<Map<String, Object>> knownDatabase() {
        return List.of(
                Map.of("onFailMessage", "This changelog was written for Derby, H2 and PostgreSQL."),
                Map.of("dbms", Map.of("type", "derby, h2, postgresql")));
    }

    private Map<String, Object> changeSet(RatedChange rated) {
        Change change = rated.change();
        String id = String.format(Locale.ROOT, "%s-%02d", draft.id(), expected.size() + 1);
        List<Map<String, Object>> changes = new ArrayList<>();
        if (newSchemas.containsKey(change)) {
            changes.addAll(ChangeForms.ofSchema(newSchemas.get(change)));
        }
        changes.addAll(rated.isOnline() ? ChangeForms.online(change) : ChangeForms.of(change));
        List<Map<String, Object>> rollback = ChangeForms.rollbackOf(change);
        Optional<Guard> guard = rated.flags().contains(ChangeFlag.DATA_DEPENDENT) ? Guard.of(change) : Optional.empty();
        expected.add(new WrittenChangelog.Expected(id, changes.size(), rollback.size()));
        return node().with("id", id)
                .with("author", "easymodel")
                .unless(!rated.isOnline(), "runInTransaction", false)
                .with("comment", change.text())
                .unless(
                        guard.isEmpty(),
                        "preConditions",
                        guard.map(ChangelogWriter::halt).orElse(List.of()))
                .with("changes", changes)
                .with("rollback", rollback)
                .map();
    }

    private static List<Map<String, Object>> halt(Guard guard) {
        return List.of(Map.of("onFail", "HALT"), Map.of("onFailMessage", guard.message()), check(guard));
    }

    /** One question where all databases are asked the same; else each its own, and those that are not asked pass by. */
    private static Map<String, Object> check(Guard guard) {
        Map<String, List<String>> databases = new LinkedHashMap<>();
        guard.questions().forEach((dialect, sql) -> databases
                .computeIfAbsent(sql, each -> new ArrayList<>())
                .add(dialect.dbms()));
        boolean all = guard.questions().size() == Dialect.values().length;
        if (all && databases.size() == 1) {
            return sqlCheck(databases.keySet().iterator().next());
        }
        List<Map<String, Object>> alternatives = new ArrayList<>();
        if (!all) {
            List<String> asked =
                    guard.questions().keySet().stream().map(Dialect::dbms).toList();
            alternatives.add(Map.of("not", List.of(dbms(asked))));
        }
        databases.forEach(
                (sql, on) -> alternatives.add(all ? Map.of("and", List.of(dbms(on), sqlCheck(sql))) : sqlCheck(sql)));
        return Map.of("or", alternatives);
    }

    private static Map<String, Object> sqlCheck(String sql) {
        return Map.of(
                "sqlCheck", node().with("expectedResult", 0).with("sql", sql).map());
    }

    private static Map<String, Object> dbms(List<String> databases) {
        return Map.of("dbms", Map.of("type", String.join(", ", databases)));
    }

    /** The schemas that nothing before this revision lies in, each with the first change that puts something there. */
    private static Map<Change, Identifier> newSchemas(RevisionDraft draft) {
        Set<Identifier> known = Stream.concat(
                        draft.before().tables().stream()
                                .map(table -> table.name().schema()),
                        draft.before().sequences().stream().map(Sequence::schema))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Change, Identifier> schemas = new IdentityHashMap<>();
        for (RatedChange rated : draft.changes()) {
            schemaOfNew(rated.change()).filter(known::add).ifPresent(schema -> schemas.put(rated.change(), schema));
        }
        return schemas;
    }

    private static Optional<Identifier> schemaOfNew(Change change) {
        if (change instanceof Change.CreateTable create) {
            return create.table().name().schema();
        }
        return change instanceof Change.CreateSequence create
                ? create.sequence().schema()
                : Optional.empty();
    }
}
