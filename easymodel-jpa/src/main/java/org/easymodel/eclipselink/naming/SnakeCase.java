package org.easymodel.eclipselink.naming;

import java.util.Locale;

/**
 * The words of a Java name in upper case, joined by underscores.
 *
 * <p>A word starts at an upper-case letter that follows a lower-case letter or a digit, and at the last letter of a run of
 * upper-case letters that a lower-case one follows. Digits belong to the word before them. Underscores stay as they are: {@code
 * isoURLCode2} is {@code ISO_URL_CODE2}, {@code line2Text} is {@code LINE2_TEXT}, {@code created_at} is {@code CREATED_AT}.
 */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(name.charAt(i));
        }
        return snake.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        if (!Character.isUpperCase(name.charAt(at)) || !Character.isLetterOrDigit(before)) {
            return false;
        }
        boolean endsRun = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return !Character.isUpperCase(before) || endsRun;
    }
}
