package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.constraints.Bound;
import org.easymodel.constraints.Constraints;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;

/** Conditions for the values of a column: the constants of an enumeration, and the ranges of Bean Validation. */
final class Checks {

    private Checks() {}

    /** The condition of a column; empty if its values are free, or are not those that the class speaks of. */
    static Optional<String> of(Identifier column, DirectColumn bound) {
        Optional<String> ofEnum = ofEnum(column, bound.enumValues());
        boolean asDeclared = bound.converter().isEmpty() && bound.definition().isEmpty();
        return ofEnum.isPresent() || !asDeclared ? ofEnum : ofConstraints(column, bound);
    }

    /** Names can be told from anything else; positions and numbers stay free, so that a constant is added without a change. */
    static Optional<String> ofEnum(Identifier column, Optional<EnumValues> values) {
        return values.filter(found ->
                        found.kind() == EnumValues.Kind.TEXT && !found.values().isEmpty())
                .map(found -> column.sql() + " IN ("
                        + found.values().stream().map(Literals::quoted).collect(Collectors.joining(", ")) + ")");
    }

    private static Optional<String> ofConstraints(Identifier column, DirectColumn bound) {
        Constraints constraints = bound.constraints();
        Kind kind = bound.type("", ignored -> {}).kind();
        List<String> conditions = new ArrayList<>();
        if (isNumber(kind)) {
            constraints.minimum().ifPresent(minimum -> conditions.add(compared(column, minimum, ">")));
            constraints.maximum().ifPresent(maximum -> conditions.add(compared(column, maximum, "<")));
        }
        if (kind == Kind.STRING && constraints.minimumSize() > 0) {
            conditions.add("LENGTH(" + column.sql() + ") >= " + constraints.minimumSize());
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    private static String compared(Identifier column, Bound bound, String operator) {
        return column.sql() + " " + operator + (bound.inclusive() ? "= " : " ")
                + bound.value().toPlainString();
    }

    private static boolean isNumber(Kind kind) {
        return switch (kind) {
            case INT16, INT32, INT64, DECIMAL, FLOAT32, FLOAT64 -> true;
            default -> false;
        };
    }
}
