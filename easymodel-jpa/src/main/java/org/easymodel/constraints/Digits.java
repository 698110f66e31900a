package org.easymodel.constraints;

/**
 * The most digits that a number may have. Immutable.
 *
 * @param integer before the decimal point
 * @param fraction behind it
 */
public record Digits(int integer, int fraction) {

    /** The digits that both admit. */
    Digits and(Digits other) {
        return new Digits(Math.min(integer, other.integer), Math.min(fraction, other.fraction));
    }
}
