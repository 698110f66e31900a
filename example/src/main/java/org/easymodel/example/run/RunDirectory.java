package org.easymodel.example.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that one shop works in: its database, its revisions, its diagram. Immutable.
 *
 * @param root the directory
 */
record RunDirectory(Path root) {

    Path database() {
        return root.resolve("database");
    }

    Path revisions() {
        return root.resolve("revisions");
    }

    Path takenBack() {
        return root.resolve("taken-back");
    }

    Path diagram() {
        return root.resolve("shop.mmd");
    }

    /** Deletes everything in it. */
    void clear() {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void create() {
        try {
            Files.createDirectories(revisions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
