package org.easymodel.eclipselink.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A directory, a jar file, or a folder in one, as the root of classes.
 *
 * @param url where the directory or the jar file is
 * @param folder the folder within the jar file, with a slash at its end; empty for its root
 */
record Archive(URL url, String folder) {

    /** The archive that a server or {@code persistence.xml} names by a URL. */
    static Archive of(URL url) {
        String text = url.toString();
        int folder = text.indexOf("!/");
        if (!url.getProtocol().equals("jar") || folder < 0) {
            return new Archive(url, "");
        }
        try {
            String inner = text.substring(folder + 2);
            return new Archive(
                    new URL(text.substring("jar:".length(), folder)),
                    inner.isEmpty() || inner.endsWith("/") ? inner : inner + "/");
        } catch (MalformedURLException e) {
            return new Archive(url, "");
        }
    }

    /**
     * Reads the files whose path below the root is wanted.
     *
     * @throws IOException if the archive, or a wanted file, cannot be read
     */
    void read(Predicate<String> wanted, BiConsumer<String, byte[]> reader) throws IOException {
        Path path = path();
        if (path != null && Files.isDirectory(path)) {
            readDirectory(path, wanted, reader);
        } else {
            try (ZipInputStream in = new ZipInputStream(url.openStream())) {
                readJar(in, wanted, reader);
            }
        }
    }

    private @Nullable Path path() {
        try {
            return url.getProtocol().equals("file")
                    ? Path.of(new URI(url.toString().replace(" ", "%20")))
                    : null;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private static void readDirectory(Path root, Predicate<String> wanted, BiConsumer<String, byte[]> reader)
            throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (wanted.test(name)) {
                try (InputStream in = Files.newInputStream(file)) {
                    reader.accept(name, in.readAllBytes());
                }
            }
        }
    }

    private void readJar(ZipInputStream in, Predicate<String> wanted, BiConsumer<String, byte[]> reader)
            throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.getName().startsWith(folder)) {
                String name = entry.getName().substring(folder.length());
                if (!entry.isDirectory() && wanted.test(name)) {
                    reader.accept(name, in.readAllBytes());
                }
            }
        }
    }
}
