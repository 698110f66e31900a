package org.easymodel.engine;

import org.easymodel.query.Condition;
import org.easymodel.relate.AttributeDescription;

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
        AttributeDescription id = Values.singleId(statement.place(), root.entity());
        Scope inner = statement.scope(root.entity(), statement.aliases().next("s"));
        Clause met = new ConditionCompiler(inner).compile(condition);
        Clause listed = Clause.of(root.alias() + "." + id.name() + " in (select " + inner.id() + " from "
                + root.entity().name() + " " + inner.alias() + inner.joins().textInside(statement.place())
                + met.where(inner) + ")");
        return new RowSet(root, met.isAlways() || met.isNever() ? met : listed, true);
    }

    String where() {
        return clause.where(root);
    }
}
