package org.easymodel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the result of a goal into a file, with the directories that it needs. */
final class OutputFile {

    private OutputFile() {}

    static void write(Path file, String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandProblems.notWritten(file, e);
        }
    }
}
