package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.schema.SchemaModel;

/**
 * All revisions of a persistence unit, parents before children. The schema at a revision is, for each table, the newest
 * file among it and its ancestors. Immutable.
 */
public final class RevisionGraph {

    private final List<Revision> revisions;
    private final List<Problem> doubles = new ArrayList<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final RevisionStates states;

    private RevisionGraph(List<Revision> revisions) {
        this.revisions = revisions;
        this.states = new RevisionStates(this);
    }

    /** The graph of these revisions, given in any order. */
    public static RevisionGraph of(Collection<Revision> given) {
        Map<String, List<Revision>> byId =
                given.stream().collect(Collectors.groupingBy(Revision::id, TreeMap::new, Collectors.toList()));
        Map<String, Integer> depths = new HashMap<>();
        byId.keySet().forEach(id -> depth(id, byId, depths, new HashSet<>()));
        List<Revision> ordered = byId.values().stream()
                .map(same -> same.get(0))
                .sorted(Comparator.comparing((Revision revision) -> depths.get(revision.id()))
                        .thenComparing(Revision::id))
                .toList();
        RevisionGraph graph = new RevisionGraph(ordered);
        graph.depths.putAll(depths);
        byId.forEach((id, same) -> {
            if (same.size() > 1) {
                graph.doubles.add(Problems.twice(
                        id, same.stream().map(Revision::folder).sorted().toList()));
            }
        });
        return graph;
    }

    /**
     * The graph of folders by their names, each with its files by their paths in it.
     *
     * @throws MigrationException if a file is no part of a revision
     */
    public static RevisionGraph ofFiles(Map<String, ? extends SortedMap<String, String>> folders) {
        List<Revision> revisions = new ArrayList<>();
        folders.forEach((name, files) -> revisions.add(RevisionText.read(name, files)));
        return of(revisions);
    }

    private static int depth(
            String id, Map<String, List<Revision>> byId, Map<String, Integer> depths, Set<String> open) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        if (!byId.containsKey(id) || !open.add(id)) {
            return 0;
        }
        int depth = 1
                + byId.get(id).get(0).parents().stream()
                        .mapToInt(parent -> depth(parent, byId, depths, open))
                        .max()
                        .orElse(0);
        depths.put(id, depth);
        return depth;
    }

    /** All revisions, parents before children. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** The revisions that no other follows; more than one if two branches met. */
    public List<Revision> heads() {
        return newest(revisions);
    }

    /** Those of the given revisions that no other of them follows. */
    static List<Revision> newest(Collection<Revision> given) {
        Set<String> followed =
                given.stream().flatMap(revision -> revision.parents().stream()).collect(Collectors.toSet());
        return given.stream()
                .filter(revision -> !followed.contains(revision.id()))
                .toList();
    }

    /** The length of the longest line of revisions. */
    public int depth() {
        return revisions.stream()
                .mapToInt(revision -> depths.get(revision.id()))
                .max()
                .orElse(0);
    }

    /**
     * The schema that all revisions add up to; what several branches did is joined.
     *
     * @throws MigrationException if a file of a table or sequence cannot be read, or two branches changed the same
     */
    public SchemaModel state() {
        return states.joined(heads()).schema();
    }

    /**
     * The schema at a revision.
     *
     * @throws MigrationException as {@link #state()}
     */
    public SchemaModel stateAt(Revision revision) {
        return states.joined(List.of(revision)).schema();
    }

    /** The files of what no one of these revisions has as it is when they are joined. */
    Map<String, String> joinedFiles(List<Revision> heads) {
        return states.joinedFiles(heads);
    }

    /** The revision and all that it follows, parents before children. */
    public List<Revision> upTo(Revision last) {
        Set<String> wanted = new LinkedHashSet<>();
        List<Revision> open = new ArrayList<>(List.of(last));
        while (!open.isEmpty()) {
            Revision next = open.remove(open.size() - 1);
            if (wanted.add(next.id())) {
                revisions.stream()
                        .filter(each -> next.parents().contains(each.id()))
                        .forEach(open::add);
            }
        }
        return revisions.stream()
                .filter(revision -> wanted.contains(revision.id()))
                .toList();
    }

    /**
     * This graph, if its newest revisions can be joined, so that their order does not matter.
     *
     * @throws MigrationException if two of them changed the same, naming it and them
     */
    public RevisionGraph requireJoinable() {
        states.joined(heads());
        return this;
    }

    /**
     * The revision of that number, folder, or beginning of an id.
     *
     * @throws MigrationException if there is none, or more than one
     */
    public Revision find(String text) {
        List<Revision> matches = revisions.stream()
                .filter(revision -> revision.id().startsWith(text)
                        || revision.folder().equals(text)
                        || revision.folder().startsWith(text + "_"))
                .toList();
        if (text.isBlank() || matches.isEmpty()) {
            throw Problems.unknownRevision(
                    text, revisions.stream().map(Revision::folder).toList());
        }
        if (matches.size() > 1) {
            throw Problems.ambiguousRevision(
                    text, matches.stream().map(Revision::folder).toList());
        }
        return matches.get(0);
    }

    /**
     * What is wrong with the revisions themselves: edited or missing ones, a chain that does not hold, more than one head.
     * Empty if all is well.
     *
     * @throws MigrationException if a file of a table or sequence cannot be read
     */
    public List<Problem> problems() {
        return problems(true);
    }

    /**
     * What stands against applying the revisions, as {@link #problems()}, but without the chain of schemas, for which all files
     * of tables are needed: that was checked when the application was built.
     */
    public List<Problem> problemsOfChangelogs() {
        return problems(false);
    }

    private List<Problem> problems(boolean chain) {
        List<Problem> problems = new ArrayList<>(problemsOfEach(chain));
        Set<String> known = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        // While a parent is missing, what looks like two heads may be one line with a gap.
        boolean whole = revisions.stream().allMatch(revision -> known.containsAll(revision.parents()));
        if (whole && heads().size() > 1) {
            problems.add(
                    Problems.severalHeads(heads().stream().map(Revision::folder).toList()));
        }
        return List.copyOf(problems);
    }

    private List<Problem> problemsOfEach(boolean chain) {
        List<Problem> problems = new ArrayList<>(doubles);
        Set<String> known = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        for (Revision revision : revisions) {
            List<String> missing = revision.parents().stream()
                    .filter(parent -> !known.contains(parent))
                    .toList();
            missing.forEach(parent -> problems.add(Problems.missingParent(revision.folder(), parent)));
            if (revision.changelogFiles().size() > 1) {
                problems.add(MergeProblems.severalChangelogs(revision.folder(), revision.changelogFiles()));
            } else if (!revision.isUnedited()) {
                problems.add(Problems.edited(revision.folder()));
            }
            if (chain && missing.isEmpty()) {
                checkChain(revision, problems);
            }
        }
        return problems;
    }

    /**
     * This graph, if nothing is wrong with it.
     *
     * @throws MigrationException with all problems, if there are any
     */
    public RevisionGraph requireSound() {
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
        return this;
    }

    /**
     * This graph, if nothing stands against applying it.
     *
     * @throws MigrationException with all problems, if there are any
     */
    public RevisionGraph requireApplicable() {
        List<Problem> problems = problemsOfChangelogs();
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
        return this;
    }

    /**
     * This graph, if nothing is wrong with it but that it may have more than one newest revision.
     *
     * @throws MigrationException with all problems, if there are any
     */
    public RevisionGraph requireUnbroken() {
        List<Problem> problems = problemsOfEach(true);
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
        return this;
    }

    private void checkChain(Revision revision, List<Problem> problems) {
        if (!states.hashBefore(revision).equals(revision.before())) {
            problems.add(Problems.brokenChain(revision.folder()));
        } else if (!states.hashAfter(revision).equals(revision.after())) {
            problems.add(Problems.wrongResult(revision.folder()));
        }
    }
}
