package org.easymodel.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.easymodel.spi.WholeText;

/**
 * A statement whose parameters have names. Text in quotes, comments, and the double colon of a cast are left alone.
 *
 * @param text what JDBC takes
 * @param values in the order of the marks
 */
record NamedSql(String text, List<Object> values) {

    /**
     * Binds the values by name.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the names of text and map differ
     */
    static NamedSql of(String place, String text, Map<String, ?> parameters) {
        Reader reader = new Reader(text, parameters);
        reader.read();
        Set<String> unused = new TreeSet<>(parameters.keySet());
        unused.removeAll(reader.used);
        if (!reader.missing.isEmpty() || !unused.isEmpty()) {
            throw TransactionProblems.parameters(place, reader.missing, unused);
        }
        return new NamedSql(reader.out.toString(), Collections.unmodifiableList(reader.values));
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            String database = connection.getMetaData().getDatabaseProductName();
            if (database.equals("PostgreSQL")) {
                WholeText.require(values);
            }
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, bindable(values.get(i), database));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** What the drivers take: enum constants by name, moments in UTC, and on Derby the text of a UUID. */
    private static Object bindable(Object value, String database) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof java.time.Instant instant) {
            return java.time.LocalDateTime.ofInstant(instant, java.time.ZoneOffset.UTC);
        }
        return value instanceof UUID && database.contains("Derby") ? value.toString() : value;
    }

    /** One pass over the text. */
    private static final class Reader {

        private final String text;
        private final Map<String, ?> parameters;
        private final StringBuilder out = new StringBuilder();
        private final List<Object> values = new ArrayList<>();
        private final Set<String> used = new LinkedHashSet<>();
        private final Set<String> missing = new TreeSet<>();
        private int at;

        Reader(String text, Map<String, ?> parameters) {
            this.text = text;
            this.parameters = parameters;
        }

        void read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\'' || c == '"') {
                    copyThrough(String.valueOf(c), 1);
                } else if (text.startsWith("--", at)) {
                    copyThrough("\n", 2);
                } else if (text.startsWith("/*", at)) {
                    copyThrough("*/", 2);
                } else if (c == '$' && dollarTag() != null) {
                    String tag = dollarTag();
                    copyThrough(tag, tag.length());
                } else if (text.startsWith("::", at)) {
                    copy(2);
                } else if (c == ':' && at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
                    parameter();
                } else {
                    copy(1);
                }
            }
        }

        private String dollarTag() {
            if (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
                return null;
            }
            int end = text.indexOf('$', at + 1);
            return end > 0 && text.substring(at + 1, end).matches("\\p{Alpha}?\\w*")
                    ? text.substring(at, end + 1)
                    : null;
        }

        private void copy(int length) {
            out.append(text, at, at + length);
            at += length;
        }

        private void copyThrough(String end, int from) {
            int found = text.indexOf(end, at + from);
            copy(found < 0 ? text.length() - at : found + end.length() - at);
        }

        private void parameter() {
            int end = at + 1;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            String name = text.substring(at + 1, end);
            at = end;
            used.add(name);
            if (!parameters.containsKey(name)) {
                missing.add(name);
            } else if (parameters.get(name) instanceof Collection<?> several) {
                out.append(several.isEmpty() ? "null" : String.join(", ", Collections.nCopies(several.size(), "?")));
                values.addAll(several);
            } else {
                out.append('?');
                values.add(parameters.get(name));
            }
        }
    }
}
