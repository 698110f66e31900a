package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of queries that run before the statement that asks for them, since a statement takes no limit inside of another. The
 * text holds a mark until then.
 */
final class EarlyValues {

    private static final Pattern MARK = Pattern.compile("\\{v\\d+}");

    private final Map<String, Asked> asked = new LinkedHashMap<>();

    /** A subject that must be among the values of a query. */
    private record Asked(Subject subject, JpaGrouping query, Column column, boolean negated) {

        String text(EntityManager entityManager) {
            Set<Object> values = new LinkedHashSet<>(query.values(entityManager, column));
            ValueList list = new ValueList(subject);
            Clause clause = negated ? list.notIn(values) : list.in(values);
            return switch (clause.kind()) {
                case ALWAYS -> subject.present().orElse("1 = 1");
                case NEVER -> "1 = 0";
                case DEPENDS -> "(" + clause.text() + ")";
            };
        }
    }

    /** The condition that a subject is among the values, or is not. */
    Clause among(Subject subject, JpaGrouping query, Column column, boolean negated) {
        return Clause.of(
                mark(new Asked(subject, query, column, negated)), mark(new Asked(subject, query, column, !negated)));
    }

    private String mark(Asked condition) {
        String mark = "{v" + asked.size() + "}";
        asked.put(mark, condition);
        return mark;
    }

    /** The text with values in place of the marks; each of their queries has run. */
    String complete(EntityManager entityManager, String text) {
        return MARK.matcher(text)
                .replaceAll(
                        mark -> Matcher.quoteReplacement(asked.get(mark.group()).text(entityManager)));
    }
}
