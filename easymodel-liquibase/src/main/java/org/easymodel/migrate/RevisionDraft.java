package org.easymodel.migrate;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.SchemaText;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;

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
        List<String> accepted) {

    private static final int LONGEST_SLUG = 40;

    static RevisionDraft of(
            RevisionGraph graph, String message, SchemaDiff diff, SchemaModel after, List<String> accepted) {
        List<String> parents = graph.heads().stream().map(Revision::id).sorted().toList();
        SchemaModel before = graph.state();
        SchemaModel bare = SchemaModel.of(after.tables(), after.sequences());
        String content = Stream.of(
                        parents.stream().map(parent -> "parent " + parent),
                        Stream.of("before " + before.hash(), "after " + bare.hash()),
                        diff.plan().stream().map(RevisionDraft::identity),
                        Stream.of("message " + message))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        String id = SchemaHash.sha256(content).substring(0, 12);
        String folder = String.format(Locale.ROOT, "%04d_%s_%s", graph.depth() + 1, id, slug(message));
        return new RevisionDraft(id, folder, parents, message, diff.changes(), before, bare, accepted);
    }

    /** The revision with its changelog. */
    public Revision with(String changelog) {
        SortedMap<String, String> files = new TreeMap<>(stateFiles());
        files.put(Revision.CHANGELOG, changelog);
        Revision revision = new Revision(
                id,
                parents,
                message,
                before.hash(),
                after.hash(),
                changes.stream().map(RevisionStep::of).toList(),
                accepted,
                Revision.hash(changelog),
                folder,
                files);
        files.put(Revision.FACTS, RevisionText.write(revision));
        return new Revision(
                id,
                parents,
                message,
                revision.before(),
                revision.after(),
                revision.steps(),
                accepted,
                revision.changelogHash(),
                folder,
                files);
    }

    private SortedMap<String, String> stateFiles() {
        SortedMap<String, String> files = new TreeMap<>();
        for (Table table : after.tables()) {
            if (!before.tables().contains(table)) {
                files.put(StateFile.of(table.name()), SchemaText.write(table));
            }
        }
        for (Table table : before.tables()) {
            if (after.table(table.name()).isEmpty()) {
                files.put(StateFile.of(table.name()), StateFile.GONE);
            }
        }
        for (Sequence sequence : after.sequences()) {
            if (!before.sequences().contains(sequence)) {
                files.put(StateFile.of(sequence), SchemaText.write(sequence));
            }
        }
        for (Sequence sequence : before.sequences()) {
            if (after.sequence(sequence.sql()).isEmpty()) {
                files.put(StateFile.of(sequence), StateFile.GONE);
            }
        }
        return files;
    }

    /** What the hashes of the schemas do not tell apart is part of the identity: values for rows, and comments. */
    private static String identity(Change change) {
        if (change instanceof Change.FillColumn fill) {
            return change.text() + " " + fill.value();
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
