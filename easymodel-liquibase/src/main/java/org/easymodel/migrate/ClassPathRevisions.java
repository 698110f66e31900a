package org.easymodel.migrate;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The number of bytes of each changelog, by the path under which its change sets are known. Nothing is opened for that.
     *
     * @throws MigrationException if a directory cannot be listed
     */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        for (ResourceFolder folder : folders()) {
            try {
                folder.visit(2, (path, content) -> {
                    int slash = path.indexOf('/');
                    if (slash > 0
                            && ChangelogFormat.ofFile(path.substring(slash + 1)).isPresent()
                            && RevisionFolders.isRevision(path.substring(0, slash))) {
                        sizes.merge(
                                Revision.logicalPath(RevisionFolders.id(path.substring(0, slash))),
                                content.size(),
                                (one, other) -> one.equals(other) ? one : Long.valueOf(-1));
                    }
                });
            } catch (IOException e) {
                throw Problems.notReadable(folder.toString(), e);
            }
        }
        return sizes;
    }

    /**
     * What a database holds that has every revision: the change sets, by the path and the id of each, with a space between.
     * Reads nothing but changelogs, and reads them as text: a start with nothing to do needs no more.
     *
     * @return empty if only Liquibase can tell
     * @throws MigrationException if a file cannot be read
     */
    public Optional<Set<String>> changeSets() {
        Set<String> changeSets = new HashSet<>();
        for (Map.Entry<String, SortedMap<String, String>> folder :
                files(file -> ChangelogFormat.ofFile(file).isPresent()).entrySet()) {
            String id = RevisionFolders.id(folder.getKey());
            for (String changelog : folder.getValue().values()) {
                Optional<List<String>> ids = ChangeSetIds.of(changelog);
                if (ids.isEmpty()) {
                    return Optional.empty();
                }
                ids.get().forEach(each -> changeSets.add(Revision.logicalPath(id) + " " + each));
            }
        }
        return Optional.of(changeSets);
    }

    private RevisionGraph read(Predicate<String> wanted) {
        return RevisionGraph.ofFiles(files(wanted));
    }

    private Map<String, SortedMap<String, String>> files(Predicate<String> wanted) {
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
        return folders;
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
