package org.easymodel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person names on the command line. */
final class InputFile {

    private InputFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandProblems.notRead(file, e);
        }
    }
}
