package org.easymodel.eclipselink.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/**
 * What EclipseLink 5 keeps of Jakarta Persistence 3.2 on its tables and columns, of annotations and {@code orm.xml}, overrides
 * included. This library is compiled against EclipseLink 4, which keeps nothing of it.
 */
final class Kept {

    private Kept() {}

    static Optional<String> comment(DatabaseField column) {
        return text(column, "getComment");
    }

    static Optional<String> comment(DatabaseTable table) {
        return text(table, "getComment");
    }

    /** The digits after the second, if the mapping asks for some; EclipseLink keeps 0 where it says nothing, too. */
    static Optional<Integer> secondPrecision(DatabaseField column) {
        return Stated.value(column, "getSecondPrecision")
                .map(Integer.class::cast)
                .filter(digits -> digits > 0);
    }

    /** What is added to the statement that creates the table. */
    static Optional<String> options(DatabaseTable table) {
        return Optional.ofNullable(table.getCreationSuffix()).filter(options -> !options.isBlank());
    }

    /** The check constraints of a table: conditions by name, the name that EclipseLink makes up for one without included. */
    static Map<String, String> checks(DatabaseTable table) {
        Map<String, String> checks = new LinkedHashMap<>();
        Stated.value(table, "getCheckConstraints").filter(Map.class::isInstance).ifPresent(found -> new TreeMap<>(
                        (Map<?, ?>) found)
                .forEach((name, check) -> text(check, "getConstraint")
                        .ifPresent(condition -> checks.put(String.valueOf(name), condition))));
        return checks;
    }

    private static Optional<String> text(Object holder, String getter) {
        return Stated.value(holder, getter)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
