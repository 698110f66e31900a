package org.easymodel.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the directory of the revisions where nobody names the persistence unit: that of the only one. */
final class UnitDirectory {

    private static final Pattern UNIT = Pattern.compile("<persistence-unit\\s[^>]*?name\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final String DEFAULT = "default";

    private UnitDirectory() {}

    /** The directory below {@code all} of the unit that {@code META-INF/persistence.xml} of the classes names. */
    static File only(File all, File classes) {
        File file = new File(classes, "META-INF/persistence.xml");
        if (!file.isFile()) {
            return new File(all, DEFAULT);
        }
        try {
            Matcher unit = UNIT.matcher(Files.readString(file.toPath()).replaceAll("(?s)<!--.*?-->", ""));
            List<String> names = unit.results().map(match -> match.group(1)).toList();
            if (names.size() > 1) {
                throw Problems.severalUnits(names);
            }
            return new File(all, names.isEmpty() ? DEFAULT : names.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
