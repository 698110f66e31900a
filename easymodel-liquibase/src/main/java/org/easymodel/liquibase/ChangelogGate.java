package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import org.easymodel.migrate.RevisionDraft;

/**
 * No changelog is saved that Liquibase does not read back as it was meant: the same change sets in the same order, with
 * as many changes and ways back, and the same checksums twice.
 */
final class ChangelogGate {

    private ChangelogGate() {}

    static void pass(RevisionDraft draft, WrittenChangelog written) {
        String path = draft.folder() + "/" + written.format().file();
        LiquibaseThread.call(RevisionResources.of(path, written.text()), () -> {
            for (Database database : List.of(new DerbyDatabase(), new H2Database(), new PostgresDatabase())) {
                compare(draft, written, path, database);
            }
            return draft;
        });
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
        List<String> checksums = checksums(first);
        if (!checksums.equals(checksums(read(draft, path, database)))) {
            throw Problems.gate(draft.folder(), List.of("checksums differ from reading to reading"));
        }
    }

    private static List<ChangeSet> read(RevisionDraft draft, String path, Database database) {
        try {
            return read(path, database).getChangeSets();
        } catch (LiquibaseException e) {
            throw Problems.gateUnreadable(draft.folder(), e);
        }
    }

    /** The changelog at a path, as it is on a database. */
    static DatabaseChangeLog read(String path, Database database) throws LiquibaseException {
        var resources = Scope.getCurrentScope().getResourceAccessor();
        return ChangeLogParserFactory.getInstance()
                .getParser(path, resources)
                .parse(path, new ChangeLogParameters(database), resources);
    }

    private static String line(String path, String id, int changes, int rollbacks) {
        return path + " " + id + " with " + changes + " changes and " + rollbacks + " back";
    }

    private static List<String> checksums(List<ChangeSet> changeSets) {
        return changeSets.stream()
                .map(each -> each.generateCheckSum(liquibase.ChecksumVersion.latest())
                        .toString())
                .toList();
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
