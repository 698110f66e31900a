package org.easymodel.migrate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a changelog can be written; revisions of one unit may mix them. */
public enum ChangelogFormat {
    /** YAML, unless told otherwise. */
    YAML,
    /** XML, checked by Liquibase's own schema. */
    XML,
    /** JSON. */
    JSON,
    /** Formatted SQL: statements with what Liquibase must know in comments. */
    SQL;

    private static final String NAME = "changelog.";

    /** The name of the file of a changelog. */
    public String file() {
        return NAME + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that name, in any case.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is none
     */
    public static ChangelogFormat of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> MergeProblems.unknownFormat(name));
    }

    /** The format of a file, if its name is that of a changelog. */
    static Optional<ChangelogFormat> ofFile(String file) {
        return Arrays.stream(values()).filter(each -> each.file().equals(file)).findFirst();
    }
}
