package org.easymodel.schema;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The little JSON that canonical text needs: objects, arrays, strings, whole numbers, booleans and null, read into and
 * written from {@link Map}, {@link List}, {@link String}, {@link Long} and {@link Boolean}.
 *
 * <p>Written keys are sorted by their UTF-16 code units, so that equal values have equal bytes.
 */
public final class Json {

    private Json() {}

    /** The value without any white space. */
    public static String compact(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, -1);
        return out.toString();
    }

    /** The value with two spaces of indentation and a line feed at the end; an array of scalars stays on one line. */
    public static String pretty(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, 0);
        return out.append('\n').toString();
    }

    /**
     * Reads one value; objects keep the order of their keys.
     *
     * @throws IllegalArgumentException if the text is not this JSON, with line and column
     */
    public static @Nullable Object parse(String text) {
        return new JsonReader(text).read();
    }

    private static void write(StringBuilder out, @Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof List<?> list) {
            writeArray(out, list, depth);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(out, map, depth);
        } else {
            throw new IllegalArgumentException(
                    "Canonical JSON has no " + value.getClass().getName());
        }
    }

    private static void writeObject(StringBuilder out, Map<?, ?> map, int depth) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        Iterator<Map.Entry<String, Object>> entries = sorted.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Object> entry = entries.next();
            newLine(out, depth, 1);
            writeText(out, entry.getKey());
            out.append(depth < 0 ? ":" : ": ");
            write(out, entry.getValue(), depth < 0 ? depth : depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        if (!sorted.isEmpty()) {
            newLine(out, depth, 0);
        }
        out.append('}');
    }

    private static void writeArray(StringBuilder out, List<?> list, int depth) {
        boolean nested = list.stream().anyMatch(each -> each instanceof Map || each instanceof List);
        int inner = nested ? depth : -1;
        out.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext()) {
            newLine(out, inner, 1);
            write(out, values.next(), inner < 0 ? inner : depth + 1);
            out.append(values.hasNext() ? depth >= 0 && !nested ? ", " : "," : "");
        }
        if (nested) {
            newLine(out, inner, 0);
        }
        out.append(']');
    }

    private static void newLine(StringBuilder out, int depth, int deeper) {
        if (depth >= 0) {
            out.append('\n').append("  ".repeat(depth + deeper));
        }
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < 0x20) {
                        out.append("\\u00").append(letter < 0x10 ? "0" : "").append(Integer.toHexString(letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }
}
