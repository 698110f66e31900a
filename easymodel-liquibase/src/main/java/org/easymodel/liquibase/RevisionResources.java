package org.easymodel.liquibase;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.easymodel.migrate.Revision;

/** The changelogs that were read already, as the only files that Liquibase can see. Immutable. */
final class RevisionResources extends AbstractResourceAccessor {

    private final Map<String, String> texts;

    private RevisionResources(Map<String, String> texts) {
        this.texts = texts;
    }

    static RevisionResources of(List<Revision> revisions) {
        return new RevisionResources(revisions.stream()
                .collect(Collectors.toMap(RevisionResources::path, Revision::changelog, (a, b) -> a, TreeMap::new)));
    }

    static RevisionResources of(String path, String text) {
        return new RevisionResources(Map.of(path, text));
    }

    static String path(Revision revision) {
        return revision.folder() + "/" + revision.changelogFile();
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return texts.keySet().stream()
                .filter(each -> each.startsWith(path))
                .map(this::resource)
                .toList();
    }

    @Override
    public List<Resource> getAll(String path) {
        return texts.containsKey(path) ? List.of(resource(path)) : List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("revisions of EasyModel");
    }

    @Override
    public void close() {}

    private Resource resource(String path) {
        return new Text(path);
    }

    private final class Text extends AbstractResource {

        Text(String path) {
            super(path, URI.create("easymodel:" + path));
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(texts.getOrDefault(getPath(), "").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean exists() {
            return texts.containsKey(getPath());
        }

        @Override
        public Resource resolve(String other) {
            return resource(resolvePath(other));
        }

        @Override
        public Resource resolveSibling(String other) {
            return resource(resolveSiblingPath(other));
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) {
            throw new UnsupportedOperationException("A revision is never written by Liquibase");
        }
    }
}
