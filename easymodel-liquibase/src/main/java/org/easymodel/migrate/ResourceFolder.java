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

    /** A file that is there; its text is read only when it is asked for. */
    interface Content {
        long size() throws IOException;

        String text() throws IOException;
    }

    /** Gets the files of a folder one after the other. */
    interface Visitor {
        void visit(String path, Content content) throws IOException;
    }

    /**
     * Reads the files that are wanted by their path in this directory.
     *
     * @throws IOException if the directory cannot be listed, or a wanted file cannot be read
     */
    void read(Predicate<String> wanted, BiConsumer<String, String> reader) throws IOException {
        visit(Integer.MAX_VALUE, (path, content) -> {
            if (wanted.test(path)) {
                reader.accept(path, content.text());
            }
        });
    }

    /**
     * Goes through the files.
     *
     * @param depth how deep, where that saves time; deeper ones may come too
     * @throws IOException if the directory cannot be listed
     */
    void visit(int depth, Visitor visitor) throws IOException {
        Path path = path();
        if (path != null) {
            visitDirectory(path, depth, visitor);
        } else if (isArchiveFile()) {
            String inner = url.toString().substring(url.getProtocol().length() + 1);
            int end = inner.indexOf("!/");
            try (JarFile jar = new JarFile(new File(uri(inner.substring(0, end))))) {
                visitArchive(
                        jar, uri("file:/" + inner.substring(end + 2)).getPath().substring(1), visitor);
            }
        } else if (url.getProtocol().equals("vfs")) {
            visitVirtual(visitor);
        } else {
            visitConnected(visitor);
        }
    }

    /** A directory in an archive that is a file itself; a class loader finds it even without an entry of its own. */
    private boolean isArchiveFile() {
        String text = url.toString();
        return text.matches("(jar|wsjar|zip):file:[^!]*!/.*") && text.indexOf("!/") == text.lastIndexOf("!/");
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

    private static void visitDirectory(Path root, int depth, Visitor visitor) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root, depth)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            visitor.visit(root.relativize(file).toString().replace('\\', '/'), new Content() {
                @Override
                public long size() throws IOException {
                    return Files.size(file);
                }

                @Override
                public String text() throws IOException {
                    return Files.readString(file);
                }
            });
        }
    }

    /** The platform's own protocol for archives, and those that servers model on it. */
    private void visitConnected(Visitor visitor) throws IOException {
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
            visitArchive(jar, uri("file:/" + entry).getPath().substring(1), visitor);
        }
    }

    private static void visitArchive(ZipFile archive, String directory, Visitor visitor) throws IOException {
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                visitor.visit(entry.getName().substring(prefix.length()), new Content() {
                    @Override
                    public long size() {
                        return entry.getSize();
                    }

                    @Override
                    public String text() throws IOException {
                        return ResourceFolder.text(archive.getInputStream(entry));
                    }
                });
            }
        }
    }

    /** WildFly's virtual file system, which the application does not see at compile time. */
    private void visitVirtual(Visitor visitor) throws IOException {
        Object directory = url.openConnection().getContent();
        for (Object file : (List<?>) call(directory, "getChildrenRecursively")) {
            if (Boolean.TRUE.equals(call(file, "isFile"))) {
                visitor.visit((String) pathWithin(file, directory), new Content() {
                    @Override
                    public long size() throws IOException {
                        return (long) call(file, "getSize");
                    }

                    @Override
                    public String text() throws IOException {
                        return ResourceFolder.text((InputStream) call(file, "openStream"));
                    }
                });
            }
        }
    }

    private static Object pathWithin(Object file, Object directory) throws IOException {
        try {
            return file.getClass()
                    .getMethod("getPathNameRelativeTo", directory.getClass())
                    .invoke(file, directory);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static Object call(Object target, String method) throws IOException {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
