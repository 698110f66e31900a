package org.easymodel.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.query.Condition;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * The rows that an update or delete is about, as a condition on their alias without joins.
 *
 * @param root the rows
 * @param overRelationships whether the condition speaks of related rows
 */
record RowSet(Scope root, Clause clause, boolean overRelationships) {

    /** The rows that meet a condition; to-one relationships become a list of ids. */
    static RowSet of(Scope root, Condition condition) {
        Scope probe = new Statement(root.statement().model(), root.statement().place()).scope(root.entity(), "e");
        boolean joined = !new ConditionCompiler(probe).compile(condition).text().isEmpty()
                && !probe.joins().isEmpty();
        if (!joined) {
            Clause clause = new ConditionCompiler(root).compile(condition);
            return new RowSet(root, clause, clause.text().contains("(select "));
        }
        Statement statement = root.statement();
        Scope inner = statement.scope(root.entity(), statement.aliases().next("s"));
        Clause met = new ConditionCompiler(inner).compile(condition);
        String rows = "(select " + inner.id() + " from " + root.entity().name() + " " + inner.alias()
                + inner.joins().textInside(statement.place());
        Clause listed = root.entity()
                .singleId()
                .map(id -> Clause.of(root.alias() + "." + id.name() + " in " + rows + met.where(inner) + ")"))
                .orElseGet(() -> Clause.of("exists " + rows + " where " + same(inner, root)
                        + (met.text().isEmpty() ? "" : " and " + met.text()) + ")"));
        return new RowSet(root, met.isAlways() || met.isNever() ? met : listed, true);
    }

    /** That two names are of one row, where its key has several attributes. */
    private static String same(Scope row, Scope other) {
        return Stream.concat(
                        row.entity().id().stream().map(AttributeDescription::name),
                        row.statement().model().idRelationships(row.entity()).stream()
                                .map(RelationshipDescription::attribute))
                .map(part -> row.alias() + "." + part + " = " + other.alias() + "." + part)
                .collect(Collectors.joining(" and "));
    }

    String where() {
        return clause.where(root);
    }
}
