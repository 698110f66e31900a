package org.easymodel.liquibase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.RevisionDraft;

/**
 * No changelog is saved that Liquibase does not read back as it was meant: the same change sets in the same order for each
 * database, with as many changes and ways back, and the same changes, guards, ways back and checksums in every language that
 * can say them.
 */
final class ChangelogGate {

    private ChangelogGate() {}

    static void pass(RevisionDraft draft, WrittenChangelog written) {
        boolean twin = written.format() == ChangelogFormat.XML || written.format() == ChangelogFormat.JSON;
        List<String> found = read(draft, written, changeSets -> {
            compare(draft, written, changeSets);
            return twin ? changeSets.stream().map(ChangeSetPrint::of).toList() : List.of();
        });
        if (twin) {
            List<String> yaml =
                    read(draft, ChangelogWriter.write(draft, ChangelogFormat.YAML), changeSets -> changeSets.stream()
                            .map(ChangeSetPrint::of)
                            .toList());
            if (!found.equals(yaml)) {
                throw Problems.gate(draft.folder(), differences(yaml, found));
            }
        }
    }

    /** What we write depends on no database until it runs, so that it is read once for all of them. */
    private static <T> T read(RevisionDraft draft, WrittenChangelog written, Function<List<ChangeSet>, T> work) {
        String path = draft.folder() + "/" + written.format().file();
        return LiquibaseThread.call(RevisionResources.of(path, written.text()), () -> {
            try {
                return work.apply(read(path, new H2Database()).getChangeSets());
            } catch (LiquibaseException e) {
                throw Problems.gateUnreadable(draft.folder(), e);
            }
        });
    }

    static List<Database> databases() {
        return List.of(new DerbyDatabase(), new H2Database(), new PostgresDatabase());
    }

    private static void compare(RevisionDraft draft, WrittenChangelog written, List<ChangeSet> changeSets) {
        List<String> expected = written.changeSets().stream()
                .map(each -> line("easymodel/" + draft.id(), each.id(), each.changes(), each.rollbacks()))
                .toList();
        for (Database database : databases()) {
            List<String> found = changeSets.stream()
                    .filter(each -> isFor(each, database))
                    .map(each -> line(
                            each.getFilePath(),
                            each.getId(),
                            each.getChanges().size(),
                            each.getRollback().getChanges().size()))
                    .toList();
            if (!found.equals(expected)) {
                throw Problems.gate(draft.folder(), differences(expected, found));
            }
        }
    }

    /** The change sets at a path that are for a database. */
    static List<ChangeSet> changeSets(String path, Database database) throws LiquibaseException {
        return read(path, database).getChangeSets().stream()
                .filter(each -> isFor(each, database))
                .toList();
    }

    private static boolean isFor(ChangeSet changeSet, Database database) {
        return DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true);
    }

    private static DatabaseChangeLog read(String path, Database database) throws LiquibaseException {
        var resources = Scope.getCurrentScope().getResourceAccessor();
        return ChangeLogParserFactory.getInstance()
                .getParser(path, resources)
                .parse(path, new ChangeLogParameters(database), resources);
    }

    private static String line(String path, String id, int changes, int rollbacks) {
        return path + " " + id + " with " + changes + " changes and " + rollbacks + " back";
    }

    private static List<String> differences(List<String> expected, List<String> found) {
        Set<String> there = new HashSet<>(found);
        Set<String> wanted = new HashSet<>(expected);
        return Stream.concat(
                        expected.stream().filter(line -> !there.contains(line)).map(line -> "expected " + line),
                        found.stream().filter(line -> !wanted.contains(line)).map(line -> "found " + line))
                .toList();
    }
}
