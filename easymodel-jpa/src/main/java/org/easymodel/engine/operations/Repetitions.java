package org.easymodel.engine.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.easymodel.observe.Operation;

/** Warns once of each operation that sends the same select again and again: what one statement could read, each row reads. */
final class Repetitions {

    private static final Logger LOGGER = System.getLogger("org.easymodel.operations");

    /** Warnings that are remembered; an application has far fewer places. */
    private static final int MOST_TOLD = 1000;

    /** A select with more parameters than this reads many rows at once, however often it is sent. */
    private static final int FEW_PARAMETERS = 16;

    private final int most;
    private final UnaryOperator<String> withoutValues;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Repetitions(int most, UnaryOperator<String> withoutValues) {
        this.most = most;
        this.withoutValues = withoutValues;
    }

    /** Whether a statement is a select for few values. */
    static boolean isOfInterest(String sql) {
        return sql.regionMatches(true, 0, "select", 0, "select".length())
                && sql.chars()
                                .filter(each -> each == '?')
                                .limit(FEW_PARAMETERS + 1L)
                                .count()
                        <= FEW_PARAMETERS;
    }

    void check(Operation operation, Map<String, Integer> selects) {
        if (most > 0) {
            selects.forEach((sql, times) -> {
                if (times > most) {
                    tell(operation, sql, times);
                }
            });
        }
    }

    private void tell(Operation operation, String sql, int times) {
        String place = operation.entity() + "." + operation.verb();
        if (told.size() < MOST_TOLD && told.add(place + ' ' + sql)) {
            LOGGER.log(Level.WARNING, OperationProblems.repeated(place, times, withoutValues.apply(sql)));
        }
    }
}
