package org.easymodel.migrate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.SchemaText;
import org.easymodel.schema.Table;

/**
 * One committed step of the schema: what was decided, the changelog that does it, and the tables as they are afterwards.
 *
 * <p>Its id is a hash of its content, so that the same decision has the same id on every machine; no file of it holds a
 * time. Immutable.
 *
 * @param id 12 hexadecimal digits
 * @param parents the ids of the revisions it follows; none for the first, sorted
 * @param message why, in the words of its author
 * @param before the hash of the schema that it starts from
 * @param after the hash of the schema that it leads to
 * @param steps its changes
 * @param accepted the losses that its author accepted
 * @param changelogHash SHA-256 of the changelog, line ends normalised
 * @param folder the name of its folder
 * @param files all its files by their path in the folder, with their text
 */
public record Revision(
        String id,
        List<String> parents,
        String message,
        String before,
        String after,
        List<RevisionStep> steps,
        List<String> accepted,
        String changelogHash,
        String folder,
        SortedMap<String, String> files) {

    /** The path of the changelog in the folder. */
    public static final String CHANGELOG = "changelog.yaml";

    static final String FACTS = "revision.json";

    public Revision {
        parents = parents.stream().sorted().toList();
        steps = List.copyOf(steps);
        accepted = List.copyOf(accepted);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The text of its changelog. */
    public String changelog() {
        return files.getOrDefault(CHANGELOG, "");
    }

    /** The tables that it touched, as they are afterwards, sorted; those that it dropped are not among them. */
    public List<Table> tables() {
        return files.entrySet().stream()
                .filter(file -> StateFile.isTable(file.getKey(), file.getValue()))
                .map(file -> SchemaText.parseTable(file.getValue()))
                .sorted()
                .toList();
    }

    /** The path under which its change sets are known, wherever the file lies: {@code easymodel/<id>}. */
    public String logicalPath() {
        return "easymodel/" + id;
    }

    /** The ids of its change sets in their order; empty where only Liquibase can tell them. */
    public Optional<List<String>> changeSetIds() {
        return ChangeSetIds.of(changelog());
    }

    /** Whether the changelog is the one that the revision was written with. */
    public boolean isUnedited() {
        return changelogHash.equals(hash(changelog()));
    }

    /** The hash of a changelog: line ends do not count. */
    static String hash(String changelog) {
        return SchemaHash.sha256(changelog.replace("\r\n", "\n"));
    }

    /** Folder and message. */
    @Override
    public String toString() {
        return folder + " (" + message + ")";
    }

    /**
     * A new revision, all but its changelog.
     *
     * @param graph the revisions that are there
     * @param message why
     * @param diff what changes
     * @param after the schema that it leads to
     * @param accepted the losses that were accepted
     */
    public static RevisionDraft draft(
            RevisionGraph graph, String message, SchemaDiff diff, SchemaModel after, List<String> accepted) {
        return RevisionDraft.of(graph, message, diff, after, accepted);
    }
}
