package org.easymodel.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paints dangers, codes and marks where the terminal shows colours. Immutable. */
final class Colours {

    private static final Colours NONE = new Colours(false);
    private static final Colours ALL = new Colours(true);

    /** The danger that begins a line of a table, the code of a problem, the count of a step, the mark of a revision. */
    private static final Pattern PAINTED = Pattern.compile(
            "^(?<loss>data-loss)\\b|^(?<lock>lock)\\b|^(?<safe>safe)\\b|(?<code>\\bEM-?\\d{3,4}\\b)|^(?<count>\\[\\d+/\\d+\\])|^(?<done>\\[x\\])");

    private final boolean painting;

    private Colours(boolean painting) {
        this.painting = painting;
    }

    /**
     * The colours for a build.
     *
     * @param style Maven's own switch: {@code always}, {@code never}, or anything else to look at the terminal
     * @param interactive whether a person runs the build
     */
    static Colours of(String style, boolean interactive) {
        if ("always".equals(style)) {
            return ALL;
        }
        boolean shown =
                !"never".equals(style) && interactive && System.console() != null && System.getenv("NO_COLOR") == null;
        return shown ? ALL : NONE;
    }

    String painted(String line) {
        if (!painting) {
            return line;
        }
        Matcher matcher = PAINTED.matcher(line);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(start(matcher) + matcher.group() + "\033[0m"));
        }
        return matcher.appendTail(out).toString();
    }

    private static String start(Matcher matcher) {
        if (matcher.group("loss") != null) {
            return "\033[1;31m";
        } else if (matcher.group("lock") != null) {
            return "\033[33m";
        } else if (matcher.group("safe") != null || matcher.group("done") != null) {
            return "\033[32m";
        }
        return matcher.group("code") != null ? "\033[1m" : "\033[36m";
    }
}
