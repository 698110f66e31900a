package org.easymodel.maven;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;

/**
 * The class path of the project, provided libraries included, in a class loader that knows nothing of Maven. Immutable.
 *
 * @param project classes and libraries of the project
 * @param spare what this plugin brings for a project whose server brings it at run time
 */
record ProjectClassPath(List<File> project, List<File> spare) {

    /** The libraries without which no model can be read: provider, its API, and the scanner. */
    private static final Set<String> SPARES = Set.of(
            "org.eclipse.persistence:eclipselink",
            "jakarta.persistence:jakarta.persistence-api",
            "org.easymodel:easymodel-jpa",
            "org.atteo:evo-inflector",
            "jakarta.data:jakarta.data-api",
            "org.jspecify:jspecify");

    static ProjectClassPath of(
            File classes, List<String> compile, List<String> runtime, Collection<Artifact> pluginArtifacts) {
        Set<File> project = new LinkedHashSet<>();
        project.add(classes);
        Stream.concat(compile.stream(), runtime.stream()).map(File::new).forEach(project::add);
        List<File> spare = pluginArtifacts.stream()
                .filter(artifact -> SPARES.contains(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .map(Artifact::getFile)
                .toList();
        return new ProjectClassPath(List.copyOf(project), spare);
    }

    /** A class loader over the project's classes and libraries; the caller closes it. */
    URLClassLoader open() {
        URLClassLoader own = loader(project);
        if (has(own, "org.eclipse.persistence.jpa.PersistenceProvider")
                && has(own, "jakarta.persistence.Persistence")
                && has(own, ModelReader.SCANNER)) {
            return own;
        }
        List<File> all = Stream.concat(project.stream(), spare.stream()).toList();
        return loader(all);
    }

    private static URLClassLoader loader(List<File> files) {
        URL[] urls = files.stream().map(ProjectClassPath::url).toArray(URL[]::new);
        return new URLClassLoader("easymodel-project", urls, ClassLoader.getPlatformClassLoader());
    }

    private static boolean has(URLClassLoader loader, String type) {
        return loader.findResource(type.replace('.', '/') + ".class") != null;
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
