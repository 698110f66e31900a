package org.easymodel.query;

/**
 * The form of a text: {@code *} stands for any characters, {@code ?} for exactly one. A backslash before one of the two
 * makes it an ordinary character; before such a pair two backslashes stand for one; anywhere else a backslash is itself.
 * Immutable.
 *
 * @param like the form as SQL writes it, with {@code %}, {@code _} and {@link #ESCAPE}
 * @param text the text itself if the form has no wildcard; otherwise empty
 * @param exact whether the form has no wildcard
 */
public record TextPattern(String like, String text, boolean exact) {

    /** What makes the next character of {@link #like} an ordinary one. */
    public static final char ESCAPE = '!';

    /** Reads a form. */
    public static TextPattern parse(String pattern) {
        StringBuilder like = new StringBuilder();
        StringBuilder text = new StringBuilder();
        boolean exact = true;
        int at = 0;
        while (at < pattern.length()) {
            int end = endOfBackslashes(pattern, at);
            boolean beforeWildcard = end < pattern.length() && isWildcard(pattern.charAt(end));
            int backslashes = beforeWildcard ? (end - at) / 2 : end - at;
            append("\\".repeat(backslashes), like, text);
            if (end == pattern.length()) {
                break;
            }
            char next = pattern.charAt(end);
            if (beforeWildcard && (end - at) % 2 == 0) {
                like.append(next == '*' ? '%' : '_');
                exact = false;
            } else {
                append(String.valueOf(next), like, text);
            }
            at = end + 1;
        }
        return new TextPattern(like.toString(), exact ? text.toString() : "", exact);
    }

    static TextPattern of(boolean openStart, String text, boolean openEnd) {
        StringBuilder like = new StringBuilder(openStart ? "%" : "");
        append(text, like, new StringBuilder());
        return new TextPattern(like.append(openEnd ? "%" : "").toString(), "", false);
    }

    private static int endOfBackslashes(String pattern, int from) {
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) == '\\') {
            end++;
        }
        return end;
    }

    private static boolean isWildcard(char letter) {
        return letter == '*' || letter == '?';
    }

    private static void append(String literal, StringBuilder like, StringBuilder text) {
        text.append(literal);
        for (char letter : literal.toCharArray()) {
            if (letter == '%' || letter == '_' || letter == ESCAPE) {
                like.append(ESCAPE);
            }
            like.append(letter);
        }
    }
}
