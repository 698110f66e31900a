package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** EclipseLink 5.0.0 with Jakarta Persistence 3.2.0, beside the versions of the tests. */
public final class EclipseLinkFive {

    private static final Path JARS = Path.of("target/eclipselink5");

    private EclipseLinkFive() {}

    /** The class path of the tests with these two instead of their own; nothing is shared with the tests. */
    public static URLClassLoader loader() throws IOException, ReflectiveOperationException {
        try (Stream<Path> jars = Files.list(JARS);
                Stream<Path> asm = Files.list(Path.of("target/eclipselink5-asm"))) {
            List<URI> ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(path -> !path.matches(".*[/\\\\](eclipselink|jakarta\\.persistence-api)-[^/\\\\]*\\.jar"))
                    .map(path -> Path.of(path).toUri())
                    .toList();
            URLClassLoader five = new URLClassLoader(
                    Stream.of(jars.map(Path::toUri), asm.map(Path::toUri), ours.stream())
                            .flatMap(uris -> uris)
                            .map(EclipseLinkFive::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
            assertThat(five.loadClass("org.eclipse.persistence.Version")
                            .getMethod("getVersion")
                            .invoke(null))
                    .isEqualTo("5.0.0");
            return five;
        }
    }

    /** The jar of Jakarta Persistence 3.2.0. */
    public static Path persistence() {
        return JARS.resolve("jakarta.persistence-api-3.2.0.jar");
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
