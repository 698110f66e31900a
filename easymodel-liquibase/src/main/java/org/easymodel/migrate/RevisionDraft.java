package org.easymodel.migrate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.SchemaModel;

/**
 * A revision that has its identity but not yet its changelog. Immutable.
 *
 * @param id its id
 * @param folder its folder
 * @param parents the ids of the revisions it follows
 * @param message why
 * @param changes what changes
 * @param before the schema that it starts from
 * @param after the schema that it leads to
 * @param joined the files of tables that several branches changed, for a merge
 * @param accepted the losses that were accepted
 */
public record RevisionDraft(
        String id,
        String folder,
        List<String> parents,
        String message,
        List<RatedChange> changes,
        SchemaModel before,
        SchemaModel after,
        Map<String, String> joined,
        List<String> accepted) {

    private static final int LONGEST_SLUG = 40;

    static RevisionDraft of(
            RevisionGraph graph, String message, SchemaDiff diff, SchemaModel after, List<String> accepted) {
        SchemaModel bare = SchemaModel.of(after.tables(), after.sequences());
        return new RevisionDraft("", "", List.of(), message, diff.changes(), graph.state(), bare, Map.of(), accepted)
                .identified(graph);
    }

    static RevisionDraft merge(RevisionGraph graph, String message) {
        List<Revision> heads = graph.heads();
        SchemaModel merged = graph.state();
        String words = message.isBlank()
                ? "Merge "
                        + heads.stream()
                                .map(head ->
                                        head.folder().substring(0, head.folder().lastIndexOf(head.id()) + 12))
                                .collect(Collectors.joining(" and "))
                : message;
        return new RevisionDraft(
                        "", "", List.of(), words, List.of(), merged, merged, graph.joinedFiles(heads), List.of())
                .identified(graph);
    }

    private RevisionDraft identified(RevisionGraph graph) {
        List<String> follows = graph.heads().stream().map(Revision::id).sorted().toList();
        String content = Stream.of(
                        follows.stream().map(parent -> "parent " + parent),
                        Stream.of("before " + before.hash(), "after " + after.hash()),
                        changes.stream().map(each -> identity(each.change()) + (each.isOnline() ? " online" : "")),
                        Stream.of("message " + message))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        String ownId = SchemaHash.sha256(content).substring(0, 12);
        String ownFolder = String.format(Locale.ROOT, "%04d_%s_%s", graph.depth() + 1, ownId, slug(message));
        return new RevisionDraft(ownId, ownFolder, follows, message, changes, before, after, joined, accepted);
    }

    /** The revision with its changelog in YAML. */
    public Revision with(String changelog) {
        return with(ChangelogFormat.YAML, changelog);
    }

    /** The revision with its changelog. */
    public Revision with(ChangelogFormat format, String changelog) {
        SortedMap<String, String> files = new TreeMap<>(SchemaState.of(after).filesSince(SchemaState.of(before)));
        files.putAll(joined);
        files.put(format.file(), changelog);
        return new Revision(
                        id,
                        parents,
                        message,
                        before.hash(),
                        after.hash(),
                        changes.stream().map(RevisionStep::of).toList(),
                        accepted,
                        "",
                        folder,
                        files)
                .resealed();
    }

    /** What the hashes of the schemas do not tell apart is part of the identity: values for rows, SQL over them, and comments. */
    private static String identity(Change change) {
        if (change instanceof Change.FillColumn fill) {
            return change.text() + " " + fill.value();
        } else if (change instanceof Change.RunSql run) {
            return change.text() + " " + run.step().script();
        } else if (change instanceof Change.SetTableComment set) {
            return change.text() + " " + set.after().orElse("");
        } else if (change instanceof Change.SetColumnComment set) {
            return change.text() + " " + set.after().orElse("");
        }
        return change.text();
    }

    private static String slug(String message) {
        String slug =
                message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+", "");
        String cut = slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG) : slug;
        String name = cut.replaceAll("_+$", "");
        return name.isEmpty() ? "revision" : name;
    }
}
