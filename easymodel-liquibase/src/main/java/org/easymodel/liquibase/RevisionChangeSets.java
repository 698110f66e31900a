package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionGraph;

/**
 * The change sets of revisions as Liquibase reads them for one database. A changelog is read only where its text does not
 * tell enough, and once: most revisions of a long history have run long ago. For one thread.
 */
final class RevisionChangeSets {

    private final MigrationSession session;
    private final RevisionGraph graph;
    private final Map<String, List<ChangeSet>> read = new HashMap<>();

    RevisionChangeSets(MigrationSession session, RevisionGraph graph) {
        this.session = session;
        this.graph = graph;
    }

    /** The change sets of a revision, in order. */
    List<ChangeSet> of(Revision revision) throws LiquibaseException {
        List<ChangeSet> known = read.get(revision.id());
        if (known == null) {
            known = session.changeSets(revision);
            read.put(revision.id(), known);
        }
        return known;
    }

    /** The change sets of some revisions, in the order given. */
    Map<Revision, List<ChangeSet>> of(List<Revision> revisions) throws LiquibaseException {
        Map<Revision, List<ChangeSet>> changeSets = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            changeSets.put(revision, of(revision));
        }
        return changeSets;
    }

    /** The revisions that a database has as a whole, parents first. */
    List<Revision> applied(Set<String> ran) throws LiquibaseException {
        Map<String, Optional<Boolean>> certain = new HashMap<>();
        for (Revision revision : graph.revisions()) {
            certain.put(revision.id(), hasRun(revision, ran));
        }
        return applied(graph, revision -> certain.get(revision.id()));
    }

    private Optional<Boolean> hasRun(Revision revision, Set<String> ran) throws LiquibaseException {
        Optional<List<String>> ids = revision.changeSetIds();
        if (ids.isPresent() && ids.get().stream().allMatch(id -> ran.contains(key(revision, id)))) {
            return ids.get().isEmpty() ? Optional.empty() : Optional.of(true);
        }
        List<ChangeSet> changeSets = of(revision);
        return changeSets.isEmpty()
                ? Optional.empty()
                : Optional.of(changeSets.stream().allMatch(each -> hasRun(each, ran)));
    }

    /** The revisions of which a database has run any change set, parents first. */
    List<Revision> begun(Set<String> ran) throws LiquibaseException {
        List<Revision> begun = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            Optional<List<String>> ids = revision.changeSetIds();
            boolean any = ids.isPresent()
                    ? ids.get().stream().anyMatch(id -> ran.contains(key(revision, id)))
                    : of(revision).stream().anyMatch(each -> hasRun(each, ran));
            if (any) {
                begun.add(revision);
            }
        }
        return begun;
    }

    /** The revisions that are there for certain, told by the texts of their changelogs alone, parents first. */
    static List<Revision> plainlyApplied(RevisionGraph graph, Set<String> ran) {
        return applied(graph, revision -> revision.changeSetIds()
                .map(ids -> ids.isEmpty()
                        ? Optional.<Boolean>empty()
                        : Optional.of(ids.stream().allMatch(id -> ran.contains(key(revision, id)))))
                .orElse(Optional.of(false)));
    }

    /** Of a revision without change sets the history says nothing: it is there when what it follows is there. */
    private static List<Revision> applied(RevisionGraph graph, Function<Revision, Optional<Boolean>> hasRun) {
        List<Revision> applied = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Revision revision : graph.revisions()) {
            if (hasRun.apply(revision).orElseGet(() -> ids.containsAll(revision.parents()))) {
                applied.add(revision);
                ids.add(revision.id());
            }
        }
        return applied;
    }

    static boolean hasRun(ChangeSet changeSet, Set<String> ran) {
        return ran.contains(History.key(changeSet.getFilePath(), changeSet.getId()));
    }

    private static String key(Revision revision, String id) {
        return History.key(revision.logicalPath(), id);
    }
}
