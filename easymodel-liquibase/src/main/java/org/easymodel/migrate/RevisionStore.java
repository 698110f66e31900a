package org.easymodel.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;

/**
 * The directory in which the revisions of a persistence unit lie, one folder each. A revision is there as a whole or not
 * at all. Immutable; two threads may read at once.
 *
 * @param directory the directory; it need not exist yet
 */
public record RevisionStore(Path directory) {

    /**
     * Reads all revisions; a directory that is not there has none.
     *
     * @throws MigrationException if a file cannot be read, or is no part of a revision
     */
    public RevisionGraph read() {
        if (!Files.isDirectory(directory)) {
            return RevisionGraph.of(List.of());
        }
        Map<String, SortedMap<String, String>> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(directory)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                String name = folder.getFileName().toString();
                if (RevisionFolders.isRevision(name)) {
                    found.put(name, files(folder));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problems.notReadable(directory.toString(), e);
        }
        return RevisionGraph.ofFiles(found);
    }

    /**
     * Writes a revision into a folder of its own. It is complete when its folder appears.
     *
     * @return the folder
     * @throws MigrationException if it cannot be written; nothing is left behind
     */
    public Path write(Revision revision) {
        Path target = directory.resolve(revision.folder());
        Path draft = null;
        if (Files.exists(target)) {
            throw MergeProblems.alreadyThere(revision.folder());
        }
        try {
            Files.createDirectories(directory);
            RootChangelog.keep(directory, revision);
            draft = Files.createDirectory(directory.resolve(".draft-" + UUID.randomUUID()));
            for (Map.Entry<String, String> file : revision.files().entrySet()) {
                Path path = draft.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            move(draft, target);
            return target;
        } catch (IOException e) {
            throw Problems.notWritable(target.toString(), removed(draft, e));
        }
    }

    /**
     * Accepts the changelog of a revision as its folder holds it now.
     *
     * @return the revision as it is from now on
     * @throws MigrationException if it cannot be written; the old facts stay
     */
    public Revision reseal(Revision revision) {
        Revision sealed = revision.resealed();
        Path facts = directory.resolve(revision.folder()).resolve(Revision.FACTS);
        Path draft = facts.resolveSibling("." + Revision.FACTS + "-" + UUID.randomUUID());
        try {
            Files.writeString(draft, sealed.files().getOrDefault(Revision.FACTS, ""));
            Files.move(draft, facts, StandardCopyOption.REPLACE_EXISTING);
            return sealed;
        } catch (IOException e) {
            throw Problems.notWritable(facts.toString(), e);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target);
        }
    }

    private static IOException removed(Path draft, IOException failure) {
        if (draft != null) {
            try (Stream<Path> paths = Files.walk(draft)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (RevisionFolders.isPart(name)) {
                    files.put(name, Files.readString(path));
                }
            }
        }
        return files;
    }
}
