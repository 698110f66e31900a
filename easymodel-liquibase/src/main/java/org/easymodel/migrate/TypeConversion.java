package org.easymodel.migrate;

import java.util.Optional;
import java.util.Set;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;

/**
 * What happens to the values of a column that gets another type. Immutable.
 *
 * @param from the type so far
 * @param to the type from now on
 */
public record TypeConversion(ColumnType from, ColumnType to) {

    /** How values fare, from the most harmless on. */
    public enum Effect {
        /** Every value fits, and PostgreSQL changes its catalogue only. */
        FREE,
        /** Every value fits; every row is written anew. */
        REWRITE,
        /** Values that do not fit stop the change; those that do come back as they were. */
        NARROWING,
        /** Every value is cut. */
        CUT,
        /** There is no rule that makes one of the other. */
        NONE
    }

    /** What PostgreSQL stores as text without a limit. */
    private static final int LONGEST = 10_485_760;

    private static final Set<Kind> WHOLE = Set.of(Kind.INT16, Kind.INT32, Kind.INT64);
    private static final Set<Kind> BROKEN = Set.of(Kind.FLOAT32, Kind.FLOAT64);
    private static final Set<Kind> TEXT = Set.of(Kind.STRING, Kind.CHAR, Kind.LOB_TEXT);
    private static final Set<Kind> MOMENT = Set.of(Kind.TIMESTAMP, Kind.TIMESTAMP_TZ);

    /** SQL text of a mapping that means one of the logical types counts as that type. */
    public TypeConversion {
        from = SqlTypes.logical(from);
        to = SqlTypes.logical(to);
    }

    /** The way back. */
    public TypeConversion reversed() {
        return new TypeConversion(to, from);
    }

    /** What happens to the values. */
    public Effect effect() {
        if (from.equals(to)) {
            return Effect.FREE;
        } else if (isText(from)) {
            return ofText();
        } else if (WHOLE.contains(from.kind())) {
            return ofWhole();
        } else if (from.kind() == Kind.DECIMAL) {
            return ofDecimal();
        } else if (BROKEN.contains(from.kind())) {
            return ofBroken();
        }
        return switch (from.kind()) {
            case BOOL ->
                WHOLE.contains(to.kind()) ? Effect.REWRITE : isText(to) ? toText("false".length()) : Effect.NONE;
            case DATE ->
                to.kind() == Kind.TIMESTAMP ? Effect.REWRITE : isText(to) ? toText("2026-01-31".length()) : Effect.NONE;
            case TIMESTAMP, TIMESTAMP_TZ, TIME -> ofTime();
            case UUID -> isText(to) ? toText(36) : Effect.NONE;
            case LOB_BIN -> to.kind() == Kind.LOB_BIN ? Effect.FREE : Effect.NONE;
            default -> Effect.NONE;
        };
    }

    /** Whether the database makes the new value by itself, without being told how. */
    public boolean isWithinFamily() {
        return isText(from) && isText(to)
                || isNumber(from) && isNumber(to)
                || from.kind() == to.kind()
                || from.kind() == Kind.DATE && to.kind() == Kind.TIMESTAMP
                || from.kind() == Kind.TIMESTAMP && to.kind() == Kind.DATE;
    }

    /** Why there is no rule, and the way out; empty if there is one. */
    Optional<String[]> refusal() {
        if (effect() != Effect.NONE) {
            return Optional.empty();
        }
        boolean zone = from.kind() == Kind.TIMESTAMP_TZ != (to.kind() == Kind.TIMESTAMP_TZ)
                && (MOMENT.contains(from.kind()) || from.kind() == Kind.DATE)
                && (MOMENT.contains(to.kind()) || to.kind() == Kind.DATE);
        if (zone) {
            return Optional.of(new String[] {
                "the rows do not say in which time zone their values are meant",
                "Add a column of another name, fill it by a data step with the zone that you mean, and accept the drop of the"
                        + " old one."
            });
        }
        boolean text = from.kind() == Kind.NATIVE || to.kind() == Kind.NATIVE;
        return Optional.of(new String[] {
            text
                    ? "what the SQL text of a mapping means is known to the database alone"
                    : "no value of one is one of the other",
            "Keep the type; or add a column of another name, fill it by a data step, and accept the drop of the old one."
        });
    }

    private Effect ofText() {
        if (!isText(to)) {
            boolean castable = WHOLE.contains(to.kind())
                    || Set.of(Kind.DECIMAL, Kind.BOOL, Kind.UUID).contains(to.kind());
            return castable ? Effect.NARROWING : Effect.NONE;
        }
        if (length(to) < length(from) || to.kind() == Kind.CHAR && from.kind() != Kind.CHAR) {
            return Effect.NARROWING;
        }
        return from.kind() == Kind.CHAR || to.kind() == Kind.CHAR ? Effect.REWRITE : Effect.FREE;
    }

    private Effect ofWhole() {
        return switch (to.kind()) {
            case INT16, INT32, INT64 -> fits(digits(from.kind()) <= digits(to.kind()));
            case DECIMAL -> fits(digits(from.kind()) <= precision(to) - to.scale());
            case FLOAT32 -> fits(from.kind() == Kind.INT16);
            case FLOAT64 -> fits(from.kind() != Kind.INT64);
            case BOOL -> Effect.NARROWING;
            default -> isText(to) ? toText(digits(from.kind()) + 1) : Effect.NONE;
        };
    }

    private Effect ofDecimal() {
        return switch (to.kind()) {
            case INT16, INT32, INT64 -> fits(from.scale() == 0 && precision(from) < digits(to.kind()));
            case DECIMAL -> {
                boolean fits =
                        precision(to) - to.scale() >= precision(from) - from.scale() && to.scale() >= from.scale();
                yield fits && to.scale() == from.scale() ? Effect.FREE : fits(fits);
            }
            case FLOAT32 -> fits(precision(from) <= 6);
            case FLOAT64 -> fits(precision(from) <= 15);
            default -> isText(to) ? toText(precision(from) + 3) : Effect.NONE;
        };
    }

    private Effect ofBroken() {
        return switch (to.kind()) {
            case FLOAT32, FLOAT64 -> fits(to.kind() == Kind.FLOAT64);
            case INT16, INT32, INT64, DECIMAL -> Effect.NARROWING;
            default -> Effect.NONE;
        };
    }

    private Effect ofTime() {
        if (from.kind() == Kind.TIMESTAMP && to.kind() == Kind.DATE) {
            return Effect.CUT;
        } else if (from.kind() != to.kind()) {
            return Effect.NONE;
        }
        return secondDigits(to) >= secondDigits(from) ? Effect.FREE : Effect.NARROWING;
    }

    private Effect toText(int needed) {
        return fits(length(to) >= needed);
    }

    private static Effect fits(boolean always) {
        return always ? Effect.REWRITE : Effect.NARROWING;
    }

    private static boolean isText(ColumnType type) {
        return TEXT.contains(type.kind());
    }

    private static boolean isNumber(ColumnType type) {
        return WHOLE.contains(type.kind()) || BROKEN.contains(type.kind()) || type.kind() == Kind.DECIMAL;
    }

    private static int digits(Kind kind) {
        return switch (kind) {
            case INT16 -> 5;
            case INT32 -> 10;
            default -> 19;
        };
    }

    /** How many letters fit; as many as can be where there is no limit. */
    private static int length(ColumnType type) {
        return switch (type.kind()) {
            case CHAR -> Math.max(type.size(), 1);
            case STRING -> type.size() == 0 ? 255 : type.size() > LONGEST ? Integer.MAX_VALUE : type.size();
            default -> Integer.MAX_VALUE;
        };
    }

    private static int precision(ColumnType decimal) {
        return decimal.size() == 0 ? 38 : decimal.size();
    }

    private static int secondDigits(ColumnType type) {
        return type.size() == 0 ? (type.kind() == Kind.TIME ? 0 : 6) : type.size();
    }
}
