package org.easymodel.migrate;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.easymodel.failure.MigrationException;

/**
 * The revisions of a persistence unit on the class path, in {@code db/easymodel/<unit>}: in directories, jar files, and what
 * servers make of them. Where several applications of one server have a unit of that name, those count that lie where the
 * unit's {@code persistence.xml} lies; where none do, all that the class loader sees. Immutable.
 *
 * @param loader the class loader of the unit
 * @param unit the name of the unit
 * @param root where the unit's {@code persistence.xml} lies, if that is known
 */
public record ClassPathRevisions(ClassLoader loader, String unit, Optional<URL> root) {

    private static final String DIRECTORY = "db/easymodel/";

    /**
     * The revisions with all their files.
     *
     * @throws MigrationException if a file cannot be read, or is no part of a revision
     */
    public RevisionGraph read() {
        return read(path -> true);
    }

    /**
     * The revisions without the files of their tables: enough to apply them, not to compare a model with.
     *
     * @throws MigrationException if a file cannot be read, or is no part of a revision
     */
    public RevisionGraph readChangelogs() {
        return read(path -> path.indexOf('/') < 0);
    }

    private RevisionGraph read(Predicate<String> wanted) {
        Map<String, SortedMap<String, String>> folders = new TreeMap<>();
        for (ResourceFolder folder : folders()) {
            try {
                folder.read(
                        path -> {
                            int slash = path.indexOf('/');
                            String file = path.substring(slash + 1);
                            return slash > 0
                                    && RevisionFolders.isRevision(path.substring(0, slash))
                                    && RevisionFolders.isPart(file)
                                    && wanted.test(file);
                        },
                        (path, text) -> folders.computeIfAbsent(
                                        path.substring(0, path.indexOf('/')), each -> new TreeMap<>())
                                .put(path.substring(path.indexOf('/') + 1), text));
            } catch (IOException e) {
                throw Problems.notReadable(folder.toString(), e);
            }
        }
        return RevisionGraph.ofFiles(folders);
    }

    private List<ResourceFolder> folders() {
        String directory = DIRECTORY + unit;
        Map<String, ResourceFolder> found = new LinkedHashMap<>();
        try {
            for (String path : List.of(directory, directory + "/")) {
                for (URL url : Collections.list(loader.getResources(path))) {
                    ResourceFolder folder = ResourceFolder.of(url);
                    found.putIfAbsent(folder.place(), folder);
                }
            }
        } catch (IOException e) {
            throw Problems.notReadable(directory, e);
        }
        // An archive may have no entries for its directories; then the class loader does not find them.
        root.map(url -> ResourceFolder.within(url, directory))
                .ifPresent(folder -> found.putIfAbsent(folder.place(), folder));
        List<ResourceFolder> all = new ArrayList<>(found.values());
        List<ResourceFolder> own = root.map(url -> all.stream()
                        .filter(folder -> folder.isIn(url) && folder.exists())
                        .toList())
                .orElse(List.of());
        return own.isEmpty() ? all.stream().filter(ResourceFolder::exists).toList() : own;
    }
}
