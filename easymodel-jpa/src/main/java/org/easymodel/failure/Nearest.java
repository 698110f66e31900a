package org.easymodel.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name was probably meant by one that is written wrong. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate that takes the fewest single-letter edits, if they are few enough to be a slip.
     *
     * @param written the name as it was written
     * @param candidates the names that there are
     */
    public static Optional<String> to(String written, Collection<String> candidates) {
        int slip = Math.max(1, written.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(written, candidate) <= slip)
                .min(Comparator.comparingInt((String candidate) -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String written, String candidate) {
        String left = written.toLowerCase(Locale.ROOT);
        String right = candidate.toLowerCase(Locale.ROOT);
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int line = 0; line <= left.length(); line++) {
            for (int column = 0; column <= right.length(); column++) {
                edits[line][column] = line == 0 || column == 0 ? line + column : edit(edits, left, right, line, column);
            }
        }
        return edits[left.length()][right.length()];
    }

    private static int edit(int[][] edits, String left, String right, int line, int column) {
        boolean same = left.charAt(line - 1) == right.charAt(column - 1);
        int least = Math.min(
                edits[line - 1][column - 1] + (same ? 0 : 1),
                1 + Math.min(edits[line - 1][column], edits[line][column - 1]));
        boolean swapped = line > 1
                && column > 1
                && left.charAt(line - 1) == right.charAt(column - 2)
                && left.charAt(line - 2) == right.charAt(column - 1);
        return swapped ? Math.min(least, edits[line - 2][column - 2] + 1) : least;
    }
}
