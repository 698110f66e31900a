package org.easymodel.constraints;

import java.math.BigDecimal;

/**
 * One end of a range of numbers. Immutable.
 *
 * @param value the number; kept without trailing zeros, so that equal numbers make equal bounds
 * @param inclusive whether the number itself is in the range
 */
public record Bound(BigDecimal value, boolean inclusive) {

    /** A number written with an exponent, such as 1E+1000000, stays so if it has more digits than this. */
    private static final int MOST_DIGITS = 100;

    public Bound {
        BigDecimal stripped = value.stripTrailingZeros();
        boolean round = stripped.scale() < 0 && stripped.precision() - (long) stripped.scale() <= MOST_DIGITS;
        value = round ? stripped.setScale(0) : stripped;
    }

    /** The bound that admits fewer numbers, where both are lower ends. */
    Bound higher(Bound other) {
        int order = value.compareTo(other.value);
        return order > 0 || order == 0 && !inclusive ? this : other;
    }

    /** The bound that admits fewer numbers, where both are upper ends. */
    Bound lower(Bound other) {
        int order = value.compareTo(other.value);
        return order < 0 || order == 0 && !inclusive ? this : other;
    }
}
