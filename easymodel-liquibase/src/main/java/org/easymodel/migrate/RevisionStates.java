package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;

/** The schema after each revision of a graph; every file is read once, and only when it is asked for. */
final class RevisionStates {

    private final RevisionGraph graph;
    private final Map<String, SchemaState> after = new HashMap<>();
    private final Map<String, SchemaState> before = new HashMap<>();
    private final Map<SchemaState, String> hashes = new java.util.IdentityHashMap<>();
    private boolean read;

    RevisionStates(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The hash of the schema that a revision starts from; empty if its parents cannot be joined. */
    synchronized String hashBefore(Revision revision) {
        readAll();
        SchemaState state = before.get(revision.id());
        return state == null ? "" : hash(state);
    }

    synchronized String hashAfter(Revision revision) {
        readAll();
        return hash(after.getOrDefault(revision.id(), SchemaState.EMPTY));
    }

    private String hash(SchemaState state) {
        return hashes.computeIfAbsent(state, each -> each.schema().hash());
    }

    /**
     * The joined state of these revisions.
     *
     * @throws MigrationException if two of them changed the same
     */
    synchronized SchemaState joined(List<Revision> heads) {
        readAll();
        return join(heads);
    }

    synchronized SortedMap<String, String> joinedFiles(List<Revision> heads) {
        SchemaState joined = joined(heads);
        SortedMap<String, String> files = new TreeMap<>();
        joined.parts().forEach((path, part) -> {
            if (heads.stream()
                    .noneMatch(head -> part.equals(after.get(head.id()).parts().get(path)))) {
                files.put(path, SchemaState.write(part));
            }
        });
        return files;
    }

    /** In the order of the graph, so that the parents of a revision are there before it. */
    private void readAll() {
        if (read) {
            return;
        }
        for (Revision revision : graph.revisions()) {
            List<Revision> parents = parents(revision);
            SchemaState start;
            try {
                start = join(parents);
                before.put(revision.id(), start);
            } catch (MigrationException e) {
                start = after.getOrDefault(parents.get(0).id(), SchemaState.EMPTY);
            }
            SchemaState end = start.with(revision);
            after.put(revision.id(), end.equals(start) ? start : end);
        }
        read = true;
    }

    private List<Revision> parents(Revision revision) {
        return graph.revisions().stream()
                .filter(each -> revision.parents().contains(each.id()) && after.containsKey(each.id()))
                .toList();
    }

    private SchemaState join(List<Revision> heads) {
        if (heads.isEmpty()) {
            return SchemaState.EMPTY;
        }
        Revision first = heads.get(0);
        SchemaState state = after.getOrDefault(first.id(), SchemaState.EMPTY);
        if (heads.size() == 1) {
            return state;
        }
        Set<Revision> seen = new LinkedHashSet<>(graph.upTo(first));
        for (Revision head : heads.subList(1, heads.size())) {
            Set<Revision> line = new LinkedHashSet<>(graph.upTo(head));
            List<Revision> common = seen.stream().filter(line::contains).toList();
            BranchMerge.Result result = BranchMerge.of(
                    join(RevisionGraph.newest(common)), state, after.getOrDefault(head.id(), SchemaState.EMPTY));
            requireNoClash(result.clashes(), without(seen, common), without(line, common));
            state = result.state();
            seen.addAll(line);
        }
        return state;
    }

    private static List<Revision> without(Set<Revision> line, List<Revision> common) {
        return line.stream().filter(revision -> !common.contains(revision)).toList();
    }

    private static void requireNoClash(List<BranchMerge.Clash> clashes, List<Revision> ours, List<Revision> theirs) {
        List<Problem> problems = new ArrayList<>();
        for (BranchMerge.Clash clash : clashes) {
            List<String> mine = guilty(clash, ours);
            List<String> others = guilty(clash, theirs);
            problems.add(
                    clash.fact().isEmpty()
                            ? MergeProblems.clash(clash.place(), mine, others)
                            : MergeProblems.notValid(clash.place(), clash.fact(), mine, others));
        }
        if (!problems.isEmpty()) {
            throw MergeProblems.refused(problems);
        }
    }

    private static List<String> guilty(BranchMerge.Clash clash, List<Revision> line) {
        List<String> touching = line.stream()
                .filter(revision -> clash.paths().stream().anyMatch(revision.files()::containsKey))
                .map(Revision::folder)
                .toList();
        return touching.isEmpty() ? line.stream().map(Revision::folder).collect(Collectors.toList()) : touching;
    }
}
