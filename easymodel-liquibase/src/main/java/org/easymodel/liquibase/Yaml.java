package org.easymodel.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes maps, lists, texts, numbers and truth values as block-style YAML that reads well in a review. A text is quoted
 * only where YAML would take it for something else.
 */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_ ./()=*<>;+,-]*");

    /** What is written on one line, so that the columns of a table read as a table. */
    private static final String ROW = "column";

    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");

    private Yaml() {}

    /** One element of a list, indented by so many spaces, ended by a line feed. */
    static String item(Object value, int indent) {
        StringBuilder out = new StringBuilder();
        writeItem(out, value, indent);
        return out.toString();
    }

    private static void writeItem(StringBuilder out, Object value, int indent) {
        out.append(" ".repeat(indent)).append("- ");
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            writeMap(out, map, indent + 2, true);
        } else {
            out.append(scalar(value)).append('\n');
        }
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map, int indent, boolean started) {
        boolean first = started;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : " ".repeat(indent)).append(entry.getKey()).append(':');
            first = false;
            if (entry.getKey().equals(ROW) && entry.getValue() instanceof Map<?, ?> row) {
                out.append(' ').append(flow(row)).append('\n');
            } else if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()) {
                out.append('\n');
                writeMap(out, inner, indent + 2, false);
            } else if (entry.getValue() instanceof List<?> list && !list.isEmpty()) {
                out.append('\n');
                list.forEach(each -> writeItem(out, each, indent + 2));
            } else {
                out.append(' ').append(scalar(entry.getValue())).append('\n');
            }
        }
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value instanceof String text && text.indexOf(',') >= 0 ? quoted(text) : scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List) {
            return "[]";
        }
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        boolean plain =
                PLAIN.matcher(text).matches() && !text.endsWith(" ") && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        boolean single =
                text.chars().allMatch(letter -> letter >= ' ' && letter != 0x7f && letter < 0x80 || letter > 0xa0);
        if (single) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder out = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default ->
                    out.append(
                            letter < ' ' || letter >= 0x7f && letter <= 0xa0
                                    ? String.format(Locale.ROOT, "\\x%02x", (int) letter)
                                    : String.valueOf(letter));
            }
        }
        return out.append('"').toString();
    }
}
