package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of the change sets of a changelog, read from its text alone, so that a start with nothing to do needs no Liquibase.
 * Whatever is not plain is left to Liquibase.
 */
final class ChangeSetIds {

    /** The beginnings of a change set in YAML, JSON, XML and formatted SQL. */
    private static final Pattern BEGIN =
            Pattern.compile("(?m)^\\s*- changeSet:\\s*$|\"changeSet\"\\s*:|<changeSet\\b|^\\s*--\\s*changeset\\s");

    private static final Pattern ID = Pattern.compile("(?m)^ {4,}(?:- )?id: ['\"]?([\\w-]+)['\"]?\\s*$"
            + "|\"changeSet\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*\"([\\w-]+)\""
            + "|<changeSet\\b[^>]*?\\bid=\"([\\w-]+)\""
            + "|^\\s*--\\s*changeset\\s+easymodel:([\\w-]+)");

    /** Words that let more run than is written here, or run it again. */
    private static final Pattern MORE = Pattern.compile("\\binclude(All)?\\b|runAlways|runOnChange");

    private ChangeSetIds() {}

    /** The ids in their order; empty if the text must be read by Liquibase. */
    static Optional<List<String>> of(String changelog) {
        if (MORE.matcher(changelog).find()) {
            return Optional.empty();
        }
        long begun = BEGIN.matcher(changelog).results().count();
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(changelog);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    ids.add(matcher.group(group));
                }
            }
        }
        // In formatted SQL an id stands once for each database that needs its own statements.
        return ids.size() == begun ? Optional.of(ids.stream().distinct().toList()) : Optional.empty();
    }
}
