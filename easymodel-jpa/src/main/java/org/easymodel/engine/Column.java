package org.easymodel.engine;

import java.util.Optional;
import org.easymodel.query.Expression;

/**
 * One column of a grouped query.
 *
 * @param aggregate what is made of the group; empty for what it is grouped by
 * @param expression of what; empty where the rows themselves are counted
 */
record Column(String label, Optional<Aggregate> aggregate, Optional<Expression> expression) {

    boolean isGroup() {
        return aggregate.isEmpty();
    }
}
