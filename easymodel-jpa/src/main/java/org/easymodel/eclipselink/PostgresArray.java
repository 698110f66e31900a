package org.easymodel.eclipselink;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.spi.ManyValues;

/**
 * One array of PostgreSQL, bound as text.
 *
 * @param array the values as PostgreSQL reads them
 */
record PostgresArray(String type, String array, boolean ignoreCase) implements ManyValues {

    static PostgresArray of(String type, List<Object> values, boolean ignoreCase) {
        String array = values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        return new PostgresArray(type, array, ignoreCase);
    }

    @Override
    public String condition(String subject, boolean negated, Function<Object, String> bind) {
        String value = ignoreCase ? "lower(v)" : "v";
        // The provider converts parameters like what they are compared with; behind SQL it does not know what that is.
        return "SQL('?', " + subject + ")" + (negated ? " not in " : " in ") + "(SQL('select " + value
                + " from unnest(cast(? as " + type + "[])) as x(v)', " + bind.apply(array) + "))";
    }
}
