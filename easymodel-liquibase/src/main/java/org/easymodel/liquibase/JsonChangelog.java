package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.easymodel.schema.Json;

/** A changelog in JSON, which has no comments: what people read is in the comments of the change sets. */
final class JsonChangelog {

    private JsonChangelog() {}

    static String write(ChangelogTree tree) {
        List<Object> items = new ArrayList<>();
        items.add(Map.of("logicalFilePath", tree.path()));
        if (!tree.preConditions().isEmpty()) {
            items.add(Map.of("preConditions", tree.preConditions()));
        }
        tree.changeSets().forEach(changeSet -> items.add(Map.of("changeSet", changeSet)));
        StringBuilder out = new StringBuilder();
        write(out, Map.of("databaseChangeLog", items), 0);
        return out.append('\n').toString();
    }

    /** Keys stay in their order, since that is the order in which a change set is read. */
    private static void write(StringBuilder out, Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            write(out, '{', map.entrySet().iterator(), '}', depth);
        } else if (value instanceof List<?> list) {
            write(out, '[', list.iterator(), ']', depth);
        } else {
            out.append(Json.compact(value));
        }
    }

    private static void write(StringBuilder out, char open, Iterator<?> values, char close, int depth) {
        out.append(open);
        boolean any = values.hasNext();
        while (values.hasNext()) {
            Object value = values.next();
            out.append('\n').append("  ".repeat(depth + 1));
            if (value instanceof Map.Entry<?, ?> entry) {
                out.append(Json.compact(entry.getKey())).append(": ");
                write(out, entry.getValue(), depth + 1);
            } else {
                write(out, value, depth + 1);
            }
            out.append(values.hasNext() ? "," : "");
        }
        out.append(any ? "\n" + "  ".repeat(depth) : "").append(close);
    }
}
