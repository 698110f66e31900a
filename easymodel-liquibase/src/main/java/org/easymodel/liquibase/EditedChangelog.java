package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;

/** A changelog that a person wrote or changed: what must be so before it is accepted. */
final class EditedChangelog {

    private EditedChangelog() {}

    /** Checks it for every database; returns the number of its change sets. */
    static int check(Revision revision) {
        return LiquibaseThread.call(RevisionResources.of(List.of(revision)), () -> {
            String file = RevisionResources.path(revision);
            Set<Problem> problems = new LinkedHashSet<>();
            Set<String> all = new HashSet<>();
            for (Database database : ChangelogGate.databases()) {
                List<ChangeSet> changeSets = read(file, database);
                problems.addAll(problems(revision, file, changeSets, database));
                changeSets.forEach(each -> all.add(each.getId()));
            }
            if (!problems.isEmpty()) {
                throw CommandProblems.editRefused(List.copyOf(problems));
            }
            return all.size();
        });
    }

    private static List<ChangeSet> read(String file, Database database) {
        try {
            return ChangelogGate.changeSets(file, database);
        } catch (LiquibaseException e) {
            throw CommandProblems.editUnreadable(file, e);
        }
    }

    private static List<Problem> problems(
            Revision revision, String file, List<ChangeSet> changeSets, Database database) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ChangeSet changeSet : changeSets) {
            if (!changeSet.getFilePath().equals(revision.logicalPath())) {
                problems.add(CommandProblems.editedPath(file, changeSet.getId(), revision.logicalPath()));
            }
            if (!seen.add(changeSet.getId())) {
                problems.add(CommandProblems.editedTwice(file, changeSet.getId()));
            }
            if (!hasWayBack(changeSet, database)) {
                problems.add(CommandProblems.noWayBack(file, changeSet.getId()));
            }
        }
        return problems;
    }

    private static boolean hasWayBack(ChangeSet changeSet, Database database) {
        if (!changeSet.getRollback().getChanges().isEmpty()) {
            return true;
        }
        for (Change change : changeSet.getChanges()) {
            if (!change.supportsRollback(database)) {
                return false;
            }
        }
        return true;
    }
}
