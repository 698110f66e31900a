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

    static final String FACTS = "revision.json";

    public Revision {
        parents = parents.stream().sorted().toList();
        steps = List.copyOf(steps);
        accepted = List.copyOf(accepted);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The path of its changelog in its folder; that of YAML if there is none. */
    public String changelogFile() {
        return changelogFiles().stream().findFirst().orElse(ChangelogFormat.YAML.file());
    }

    /** The text of its changelog. */
    public String changelog() {
        return files.getOrDefault(changelogFile(), "");
    }

    /** The changelogs that lie in its folder: one, if nobody added another. */
    List<String> changelogFiles() {
        return files.keySet().stream()
                .filter(file -> ChangelogFormat.ofFile(file).isPresent())
                .toList();
    }

    /** Whether it changes nothing by itself but joins revisions of several branches. */
    public boolean isMerge() {
        return parents.size() > 1 && steps.isEmpty();
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
        return logicalPath(id);
    }

    static String logicalPath(String id) {
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

    /** This revision with the changelog that its files hold now as the one that it was written with. */
    Revision resealed() {
        SortedMap<String, String> sealed = new TreeMap<>(files);
        Revision revision = withHash(hash(changelog()), files);
        sealed.put(FACTS, RevisionText.write(revision));
        return withHash(revision.changelogHash, sealed);
    }

    private Revision withHash(String hash, SortedMap<String, String> newFiles) {
        return new Revision(id, parents, message, before, after, steps, accepted, hash, folder, newFiles);
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

    /**
     * A new revision that joins the newest ones, all but its changelog, which has nothing to do.
     *
     * @param graph the revisions that are there, with at least two that no other follows
     * @param message why; empty for the usual words
     * @throws org.easymodel.failure.MigrationException if two of them changed the same, naming it and them
     */
    public static RevisionDraft merge(RevisionGraph graph, String message) {
        return RevisionDraft.merge(graph, message);
    }
}
