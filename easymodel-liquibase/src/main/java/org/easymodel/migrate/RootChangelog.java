package org.easymodel.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The changelog over all revisions for those who run them with plain Liquibase. It lists none of them, so that it never
 * changes and two branches do not meet in it.
 */
final class RootChangelog {

    private static final String FILE = "root.yaml";

    private static final String HEAD = """
            # For users of plain Liquibase: all revisions in their order. EasyModel itself does not read this file.
            databaseChangeLog:
            """;

    private RootChangelog() {}

    /**
     * Sees to it that the file includes revisions of this one's format. One that is there is kept, and gets a further part for
     * a further format, whose revisions then run after those of the others.
     */
    static void keep(Path directory, Revision revision) throws IOException {
        Path file = directory.resolve(FILE);
        String text = Files.exists(file) ? Files.readString(file) : HEAD;
        String filter = "endsWithFilter: " + revision.changelogFile();
        if (!text.contains(filter)) {
            Files.writeString(file, text + part(filter));
        }
    }

    /** The depths keep Liquibase from reading the other files of a revision as changelogs. */
    private static String part(String filter) {
        return """
              - includeAll:
                  path: .
                  relativeToChangelogFile: true
                  minDepth: 2
                  maxDepth: 2
                  %s
            """.formatted(filter);
    }
}
