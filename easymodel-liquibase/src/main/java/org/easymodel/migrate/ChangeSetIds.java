package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of the change sets of a changelog, read line by line from its text alone, so that a start with nothing to do needs
 * no Liquibase. Whatever is not plain is left to Liquibase.
 */
final class ChangeSetIds {

    /** Words that let more run than is written here, or run it again. */
    private static final List<String> MORE = List.of("include", "runAlways", "runOnChange");

    /** The id of a change set, as YAML, JSON and XML write it after the change set has begun, and as formatted SQL does. */
    private static final Pattern ID = Pattern.compile("(?:^|\\W)id['\"]?\\s*[:=]\\s*['\"]?([\\w-]+)['\"]?");

    private static final Pattern SQL = Pattern.compile("--\\s*changeset\\s+easymodel:([\\w-]+).*");

    private ChangeSetIds() {}

    /** The ids in their order; empty if the text must be read by Liquibase. */
    static Optional<List<String>> of(String changelog) {
        if (MORE.stream().anyMatch(changelog::contains)) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        boolean begun = false;
        for (int from = 0; from < changelog.length(); ) {
            int end = changelog.indexOf('\n', from);
            end = end < 0 ? changelog.length() : end;
            int start = textOf(changelog, from, end);
            if (isBegin(changelog, start, end)) {
                if (begun) {
                    return Optional.empty();
                }
                begun = true;
            }
            if (begun) {
                Optional<String> id = id(changelog.substring(start, end).strip());
                id.ifPresent(ids::add);
                begun = id.isEmpty();
            }
            from = end + 1;
        }
        boolean plain = !begun && new HashSet<>(ids).size() == ids.size();
        return plain ? Optional.of(List.copyOf(ids)) : Optional.empty();
    }

    private static int textOf(String text, int from, int end) {
        int start = from;
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    /** Looks only at lines that begin with one of four letters: a changelog may have a hundred thousand. */
    private static boolean isBegin(String text, int start, int end) {
        if (start == end) {
            return false;
        }
        return switch (text.charAt(start)) {
            case '-' ->
                text.startsWith("- changeSet:", start)
                        || text.startsWith("--changeset ", start)
                        || text.startsWith("-- changeset ", start);
            case '{' -> text.substring(start, end).contains("\"changeSet\"");
            case '"' -> text.startsWith("\"changeSet\"", start);
            case '<' -> text.startsWith("<changeSet", start);
            default -> false;
        };
    }

    private static Optional<String> id(String line) {
        Matcher matcher = line.startsWith("--") ? SQL.matcher(line) : ID.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
