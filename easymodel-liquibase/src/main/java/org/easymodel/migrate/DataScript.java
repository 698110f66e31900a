package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the script of a data step: quotes and comments are known, SQL is not. For one script and one thread. */
final class DataScript {

    /** A text in quotes, a comment, an end of a statement, or anything else. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|(\\$\\w*\\$).*?\\1|--[^\\n]*+|/\\*.*?\\*/|;|[^;'\"$/-]++|.",
            Pattern.DOTALL);

    private static final Pattern DATABASE =
            Pattern.compile("--\\s*database\\s*:\\s*(.+?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACK = Pattern.compile("--\\s*back\\s*", Pattern.CASE_INSENSITIVE);
    private static final String ALL = "all";

    private final List<DataStep.Part> parts = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private final List<String> statements = new ArrayList<>();
    private final List<String> back = new ArrayList<>();
    private List<String> databases = List.of();
    private boolean goingBack;

    private DataScript() {}

    static List<DataStep.Part> parts(String script) {
        DataScript reading = new DataScript();
        Matcher tokens = TOKEN.matcher(script.replace("\r\n", "\n"));
        while (tokens.find()) {
            reading.take(tokens.group());
        }
        reading.endPart();
        return reading.parts;
    }

    private void take(String token) {
        if (token.equals(";")) {
            endStatement();
        } else if (token.startsWith("--")) {
            comment(token);
        } else {
            statement.append(token);
        }
    }

    private void comment(String text) {
        Matcher database = DATABASE.matcher(text);
        if (database.matches()) {
            endPart();
            databases = database.group(1).equalsIgnoreCase(ALL)
                    ? List.of()
                    : Stream.of(database.group(1).toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
                            .toList();
        } else if (BACK.matcher(text).matches()) {
            endStatement();
            goingBack = true;
        }
    }

    private void endStatement() {
        String text = statement.toString().strip();
        statement.setLength(0);
        if (!text.isEmpty()) {
            (goingBack ? back : statements).add(text);
        }
    }

    private void endPart() {
        endStatement();
        if (!statements.isEmpty() || !back.isEmpty()) {
            parts.add(new DataStep.Part(databases, statements, back));
        }
        statements.clear();
        back.clear();
        goingBack = false;
    }
}
