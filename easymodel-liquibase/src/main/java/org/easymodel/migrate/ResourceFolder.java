package org.easymodel.migrate;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A directory of the class path that can list its files, wherever a class loader found it: {@code file}, {@code jar} (also
 * nested ones), WildFly's {@code vfs} and Liberty's {@code wsjar}. Immutable.
 */
final class ResourceFolder {

    private final URL url;

    private ResourceFolder(URL url) {
        this.url = url;
    }

    static ResourceFolder of(URL directory) {
        return new ResourceFolder(directory);
    }

    /** A directory in an archive or directory that is the root of a unit. */
    static ResourceFolder within(URL root, String directory) {
        String text = root.toString();
        boolean archive = root.getProtocol().equals("file")
                && text.toLowerCase(Locale.ROOT).matches(".*\\.(jar|war|zip|ear)");
        String base = archive ? "jar:" + text + "!/" : text.endsWith("/") ? text : text + "/";
        try {
            return new ResourceFolder(new URL(base + directory + "/"));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The same for all spellings of one place. */
    String place() {
        return place(url);
    }

    boolean isIn(URL root) {
        return place().startsWith(place(root) + "/");
    }

    private static String place(URL url) {
        String text = url.toString().replaceFirst("^((jar|wsjar|zip|war|file|vfs|nested):/*)+", "/");
        return text.replace("!/", "/").replaceAll("/+", "/").replaceAll("/$", "");
    }

    boolean exists() {
        try {
            Path path = path();
            if (path != null) {
                return Files.isDirectory(path);
            }
            boolean[] found = {false};
            read(file -> found[0] = true, (file, text) -> {});
            return found[0];
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads the files that are wanted by their path in this directory.
     *
     * @throws IOException if the directory cannot be listed, or a wanted file cannot be read
     */
    void read(Predicate<String> wanted, BiConsumer<String, String> reader) throws IOException {
        Path path = path();
        if (path != null) {
            readDirectory(path, wanted, reader);
        } else if (url.getProtocol().equals("wsjar")) {
            String inner = url.toString().substring("wsjar:".length());
            int end = inner.lastIndexOf("!/");
            try (JarFile jar = new JarFile(new File(uri(inner.substring(0, end))))) {
                readArchive(jar, inner.substring(end + 2), wanted, reader);
            }
        } else if (url.getProtocol().equals("vfs")) {
            readVirtual(wanted, reader);
        } else {
            readConnected(wanted, reader);
        }
    }

    private @Nullable Path path() throws IOException {
        return url.getProtocol().equals("file") ? Path.of(uri(url.toString())) : null;
    }

    private static URI uri(String text) throws IOException {
        try {
            return new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void readDirectory(Path root, Predicate<String> wanted, BiConsumer<String, String> reader)
            throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (wanted.test(name)) {
                reader.accept(name, Files.readString(file));
            }
        }
    }

    /** The platform's own protocol for archives, and those that servers model on it. */
    private void readConnected(Predicate<String> wanted, BiConsumer<String, String> reader) throws IOException {
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection archive)) {
            throw new IOException("The class path has a directory with the protocol " + url.getProtocol()
                    + ", which cannot be listed");
        }
        archive.setUseCaches(false);
        JarFile jar;
        try {
            jar = archive.getJarFile();
        } catch (FileNotFoundException e) {
            return;
        }
        try (jar) {
            String entry = url.toString().substring(url.toString().lastIndexOf("!/") + 2);
            readArchive(jar, uri("file:/" + entry).getPath().substring(1), wanted, reader);
        }
    }

    private static void readArchive(
            ZipFile archive, String directory, Predicate<String> wanted, BiConsumer<String, String> reader)
            throws IOException {
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                String name = entry.getName().substring(prefix.length());
                if (wanted.test(name)) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        reader.accept(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    /** WildFly's virtual file system, which the application does not see at compile time. */
    private void readVirtual(Predicate<String> wanted, BiConsumer<String, String> reader) throws IOException {
        Object directory = url.openConnection().getContent();
        try {
            Class<?> type = directory.getClass();
            for (Object file :
                    (List<?>) type.getMethod("getChildrenRecursively").invoke(directory)) {
                if (Boolean.TRUE.equals(type.getMethod("isFile").invoke(file))) {
                    String name = (String)
                            type.getMethod("getPathNameRelativeTo", type).invoke(file, directory);
                    if (wanted.test(name)) {
                        try (InputStream in =
                                (InputStream) type.getMethod("openStream").invoke(file)) {
                            reader.accept(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
