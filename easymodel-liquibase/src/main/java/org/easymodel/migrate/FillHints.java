package org.easymodel.migrate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/** The values that a person gives for rows that have none; remembers which were asked for. For one diff and thread. */
final class FillHints {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private final boolean dataSteps;

    /**
     * @param options the values, as {@link RevisionOptions} has them
     * @param dataSteps whether steps by hand may fill columns, too
     */
    FillHints(List<String> options, boolean dataSteps) {
        this.dataSteps = dataSteps;
        for (String option : options) {
            int equals = option.indexOf('=');
            try {
                List<Identifier> parts = SqlName.parts(option.substring(0, Math.max(equals, 0)));
                String target = SqlName.tableOfColumn(parts).orElseThrow(IllegalArgumentException::new) + "."
                        + SqlName.last(parts);
                texts.put(target, option);
                values.put(target, option.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw Problems.malformed("default", option, "TABLE.COLUMN=value");
            }
        }
    }

    Optional<String> take(TableName table, Identifier column) {
        String target = table + "." + column;
        taken.add(target);
        return Optional.ofNullable(values.get(target));
    }

    /** Whether a column that gets no value here may get one by a step that a person wrote. */
    boolean mayBeFilledByHand() {
        return dataSteps;
    }

    List<Problem> leftOver() {
        return texts.entrySet().stream()
                .filter(entry -> !taken.contains(entry.getKey()))
                .map(entry -> Problems.defaultFindsNothing(entry.getKey()))
                .toList();
    }
}
