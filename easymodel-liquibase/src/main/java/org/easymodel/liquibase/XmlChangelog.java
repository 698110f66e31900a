package org.easymodel.liquibase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A changelog in XML. Scalars become attributes, but for those that are SQL or prose, which become text; a list of maps
 * becomes elements, without an element around them where the schema of Liquibase has none.
 */
final class XmlChangelog {

    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";

    /** Lists whose elements stand directly in their parent. */
    private static final Set<String> BARE = Set.of("columns", "changes", "params");

    /** Scalars that are elements of their own, with text. */
    private static final Set<String> ELEMENTS = Set.of("comment", "where");

    private final StringBuilder out = new StringBuilder();

    private XmlChangelog() {}

    static String write(ChangelogTree tree) {
        return new XmlChangelog().text(tree);
    }

    private String text(ChangelogTree tree) {
        out.append("<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n<!--\n");
        tree.header().forEach(line -> out.append(("  " + line.replace("--", "- -")).stripTrailing())
                .append('\n'));
        out.append("-->\n<databaseChangeLog\n    xmlns=\"")
                .append(NAMESPACE)
                .append("\"\n    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n    xsi:schemaLocation=\"")
                .append(NAMESPACE)
                .append(' ')
                .append(NAMESPACE)
                .append("/dbchangelog-latest.xsd\"\n    logicalFilePath=\"")
                .append(escaped(tree.path()))
                .append("\">\n");
        if (!tree.preConditions().isEmpty()) {
            out.append('\n');
            element("preConditions", merged(tree.preConditions()), 1);
        }
        for (Map<String, Object> changeSet : tree.changeSets()) {
            out.append('\n');
            element("changeSet", ordered(changeSet), 1);
        }
        return out.append("\n</databaseChangeLog>\n").toString();
    }

    /** The schema wants preconditions first, then the comment. */
    private static Map<String, Object> ordered(Map<String, Object> changeSet) {
        Map<String, Object> ordered = new LinkedHashMap<>(changeSet);
        Object comment = ordered.remove("comment");
        Object preConditions = ordered.remove("preConditions");
        Map<String, Object> result = new LinkedHashMap<>();
        ordered.forEach((key, value) -> {
            if (key.equals("changes")) {
                if (preConditions instanceof List<?> list) {
                    result.put("preConditions", merged(list));
                }
                result.put("comment", comment);
            }
            result.put(key, value);
        });
        return result;
    }

    /** A list of maps of which some are attributes of the whole. */
    private static Map<String, Object> merged(List<?> parts) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<Object> elements = parts.stream()
                .filter(part -> !isAttribute(part))
                .map(part -> (Object) part)
                .toList();
        parts.stream().filter(XmlChangelog::isAttribute).forEach(part -> ((Map<?, ?>) part)
                .forEach((key, value) -> attributes.put((String) key, value)));
        attributes.put("changes", elements);
        return attributes;
    }

    private static boolean isAttribute(Object part) {
        return part instanceof Map<?, ?> map
                && map.values().stream().noneMatch(value -> value instanceof Map || value instanceof List);
    }

    private void element(String name, Object value, int depth) {
        String indent = "    ".repeat(depth);
        out.append(indent).append('<').append(name);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (isScalar(each) && !isText(name, key)) {
                    out.append(' ')
                            .append(key)
                            .append("=\"")
                            .append(escaped(String.valueOf(each)))
                            .append('"');
                }
            });
        }
        int start = out.length();
        children(name, value, depth);
        if (out.length() == start) {
            out.append("/>\n");
            return;
        }
        boolean lines = out.charAt(out.length() - 1) == '\n';
        out.insert(start, lines ? ">\n" : ">");
        out.append(lines ? indent : "").append("</").append(name).append(">\n");
    }

    private void children(String name, Object value, int depth) {
        if (value instanceof List<?> list) {
            list.forEach(each -> item(each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (isScalar(each)) {
                    if (isText(name, key) && key.equals("sql")) {
                        out.append(escaped(String.valueOf(each)));
                    } else if (isText(name, key)) {
                        element((String) key, each, depth + 1);
                    }
                } else if (BARE.contains(key) && each instanceof List<?> list) {
                    list.forEach(part -> item(part, depth + 1));
                } else {
                    element((String) key, each, depth + 1);
                }
            });
        } else {
            out.append(escaped(String.valueOf(value)));
        }
    }

    private void item(Object item, int depth) {
        ((Map<?, ?>) item).forEach((key, value) -> element((String) key, value, depth));
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static boolean isText(String element, Object key) {
        return ELEMENTS.contains(key) || key.equals("sql") && (element.equals("sql") || element.equals("sqlCheck"));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (letter < ' ' || letter >= 0x7f && letter < 0xa0) {
                        out.append("&#").append(letter).append(';');
                    } else {
                        out.appendCodePoint(letter);
                    }
                }
            }
        });
        return out.toString();
    }
}
