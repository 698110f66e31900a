package org.easymodel.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a table, column, constraint or sequence, in one canonical form for all databases.
 *
 * <p>An undelimited name is folded to upper case, since SQL does not tell {@code users} from {@code USERS}. A delimited
 * name keeps its letters and is written in double quotes. A name that SQL reserves, such as {@code ORDER}, or that holds
 * a dot, a space, a hyphen or the like, is folded and delimited: it can be used only in quotes. Letters are composed (Unicode NFC). Ordered by
 * text, then undelimited before delimited. Immutable.
 *
 * @param text the name without quotes
 * @param delimited whether SQL must write it in double quotes
 */
public record Identifier(String text, boolean delimited) implements Comparable<Identifier> {

    private static final Pattern ONLY_IN_QUOTES = Pattern.compile("^[\\p{N}$]|[^\\p{L}\\p{M}\\p{N}_$#@]");

    /** Composes the letters; refuses an empty name and one that could not be written in quotes. */
    public Identifier {
        text = composed(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A database name is not empty");
        }
        if (text.indexOf('"') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A database name holds no double quote and no NUL: " + text);
        }
    }

    /**
     * The identifier that a mapping writes as {@code name}: in double quotes or back quotes it is delimited, otherwise it
     * is folded, and delimited only if SQL could not take it otherwise.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public static Identifier of(String name) {
        String text = composed(name.strip());
        if (text.length() > 2 && (isQuotedWith(text, '"') || isQuotedWith(text, '`'))) {
            return delimited(text.substring(1, text.length() - 1));
        }
        String folded = text.toUpperCase(Locale.ROOT);
        return new Identifier(
                folded,
                ReservedWords.POSTGRESQL.contains(folded)
                        || ONLY_IN_QUOTES.matcher(folded).find());
    }

    /**
     * The delimited identifier with exactly these letters. It differs from the undelimited one even if all letters are in upper
     * case: PostgreSQL folds that one to lower case.
     */
    public static Identifier delimited(String text) {
        return new Identifier(text, true);
    }

    /** The undelimited identifier if the letters are what folding makes of them, else the delimited one. */
    public static Identifier exactly(String text) {
        return isPlain(text) ? of(text) : delimited(text);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isQuotedWith(String text, char quote) {
        return text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }

    private static boolean isPlain(String text) {
        return text.matches("[A-Z_][A-Z0-9_]*");
    }

    /** The name as SQL needs it: in double quotes if delimited. {@link #of} reads it back. */
    public String sql() {
        return delimited ? '"' + text + '"' : text;
    }

    /** The name as SQL of one database needs it: in double quotes, too, if that database reserves it. */
    public String sql(ReservedWords words) {
        return delimited || words.contains(text) ? '"' + text + '"' : text;
    }

    @Override
    public int compareTo(Identifier other) {
        int byText = text.compareTo(other.text);
        return byText != 0 ? byText : Boolean.compare(delimited, other.delimited);
    }

    /** The name as SQL needs it. */
    @Override
    public String toString() {
        return sql();
    }
}
