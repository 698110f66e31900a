package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
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
 * No changelog is saved that Liquibase does not read back as it was meant: the same change sets in the same order, with
 * as many changes and ways back, the same checksums twice, and the same changes, guards and ways back in every language
 * that can say them.
 */
final class ChangelogGate {

    private ChangelogGate() {}

    static void pass(RevisionDraft draft, WrittenChangelog written) {
        compare(draft, written);
        if (written.format() == ChangelogFormat.XML || written.format() == ChangelogFormat.JSON) {
            List<String> yaml = prints(draft, ChangelogWriter.write(draft, ChangelogFormat.YAML));
            List<String> found = prints(draft, written);
            if (!found.equals(yaml)) {
                throw Problems.gate(draft.folder(), differences(yaml, found));
            }
        }
    }

    private static List<String> prints(RevisionDraft draft, WrittenChangelog written) {
        String path = path(draft, written);
        return LiquibaseThread.call(RevisionResources.of(path, written.text()), () -> databases().stream()
                .flatMap(database -> read(draft, path, database).stream().map(ChangeSetPrint::of))
                .toList());
    }

    private static void compare(RevisionDraft draft, WrittenChangelog written) {
        String path = path(draft, written);
        LiquibaseThread.call(RevisionResources.of(path, written.text()), () -> {
            for (Database database : databases()) {
                compare(draft, written, path, database);
            }
            return draft;
        });
    }

    private static String path(RevisionDraft draft, WrittenChangelog written) {
        return draft.folder() + "/" + written.format().file();
    }

    static List<Database> databases() {
        return List.of(new DerbyDatabase(), new H2Database(), new PostgresDatabase());
    }

    private static void compare(RevisionDraft draft, WrittenChangelog written, String path, Database database) {
        List<String> expected = written.changeSets().stream()
                .map(each -> line("easymodel/" + draft.id(), each.id(), each.changes(), each.rollbacks()))
                .toList();
        List<ChangeSet> first = read(draft, path, database);
        List<String> found = first.stream()
                .map(each -> line(
                        each.getFilePath(),
                        each.getId(),
                        each.getChanges().size(),
                        each.getRollback().getChanges().size()))
                .toList();
        if (!found.equals(expected)) {
            throw Problems.gate(draft.folder(), differences(expected, found));
        }
        List<String> prints = first.stream().map(ChangeSetPrint::of).toList();
        if (!prints.equals(
                read(draft, path, database).stream().map(ChangeSetPrint::of).toList())) {
            throw Problems.gate(draft.folder(), List.of("checksums differ from reading to reading"));
        }
    }

    private static List<ChangeSet> read(RevisionDraft draft, String path, Database database) {
        try {
            return changeSets(path, database);
        } catch (LiquibaseException e) {
            throw Problems.gateUnreadable(draft.folder(), e);
        }
    }

    /** The change sets at a path that are for a database. */
    static List<ChangeSet> changeSets(String path, Database database) throws LiquibaseException {
        return read(path, database).getChangeSets().stream()
                .filter(each -> DatabaseList.definitionMatches(each.getDbmsSet(), database, true))
                .toList();
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
        List<String> differences = new ArrayList<>();
        Stream.concat(
                        expected.stream().filter(line -> !found.contains(line)).map(line -> "expected " + line),
                        found.stream().filter(line -> !expected.contains(line)).map(line -> "found " + line))
                .forEach(differences::add);
        return differences;
    }
}
