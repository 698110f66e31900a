package org.easymodel.engine;

import java.util.Optional;
import org.easymodel.query.Expression;

/**
 * A column of a grouped query.
 *
 * @param label its name in the row
 * @param aggregate the function, empty for the value that the group has in common
 * @param expression what is aggregated or grouped; empty for a count of rows
 */
record Column(String label, Optional<String> aggregate, Optional<Expression> expression) {}
