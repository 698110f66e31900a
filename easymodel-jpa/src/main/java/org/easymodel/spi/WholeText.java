package org.easymodel.spi;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Texts as PostgreSQL has them: a surrogate without its other half is no character there, and the driver would send a
 * question mark in its place.
 */
public final class WholeText {

    /** The state that PostgreSQL gives for a character that it does not have. */
    private static final String NO_CHARACTER = "22021";

    private WholeText() {}

    /**
     * Refuses values that the driver would send as others.
     *
     * @param values the values of a statement; texts may be in arrays and collections
     * @throws SQLException as PostgreSQL itself refuses a character that it cannot keep; its message does not hold the text
     */
    public static void require(Collection<?> values) throws SQLException {
        for (Object value : values) {
            require(value);
        }
    }

    /**
     * Refuses a value that the driver would send as another.
     *
     * @param value the value of a parameter
     * @throws SQLException as {@link #require(Collection)}
     */
    public static void require(@Nullable Object value) throws SQLException {
        if (value instanceof CharSequence text && !isWhole(text)
                || value instanceof Character letter && Character.isSurrogate(letter)
                || value instanceof char[] letters && !isWhole(java.nio.CharBuffer.wrap(letters))) {
            throw new SQLException("a text holds half of a surrogate pair", NO_CHARACTER);
        } else if (value instanceof Object[] several) {
            require(Arrays.asList(several));
        } else if (value instanceof Collection<?> several) {
            require(several);
        }
    }

    private static boolean isWhole(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
