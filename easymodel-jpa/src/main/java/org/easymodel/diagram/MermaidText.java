package org.easymodel.diagram;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;

/** Names and texts as Mermaid reads them inside of an entity relationship diagram. */
final class MermaidText {

    /**
     * What means something to Mermaid inside of quotes: signs; then emphasis, lists and links of Markdown, which it sees in
     * names; then "direction TB", which it takes for an order wherever it stands.
     */
    private static final Pattern MEANT = Pattern.compile("[\\x00-\\x7F&&[^A-Za-z0-9 _.,()/'-]]"
            + "|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"
            + "|^-|(?<=^\\d{1,9})[.)](?= )|(?i)(?<=www)\\."
            + "|(?i)(?<=direction) (?=TB|BT|RL|LR)");

    /** A key, to Mermaid, even where more letters follow that it does not know. */
    private static final Pattern KEY = Pattern.compile("(?i)[PFU]K(?![A-Za-z0-9_]).*");

    private static final Pattern LEADING_WORD = Pattern.compile("([A-Za-z]\\w*).*", Pattern.DOTALL);

    private MermaidText() {}

    /** A text in quotes; what means something to Mermaid is written by its number, and read as itself. */
    static String quoted(String text) {
        return '"'
                + MEANT.matcher(text)
                        .replaceAll(sign -> "#" + (int) sign.group().charAt(0) + ";")
                + '"';
    }

    /** The title as YAML takes it in double quotes. */
    static String title(String title) {
        return '"' + title.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The name of an attribute, or its type: letters, digits and underscores; no word of the language. */
    static String word(String name) {
        String word = Words.word(name, letter -> letter >= 0xC0 && Words.isLetter(letter));
        return KEY.matcher(word).matches() ? "_" + word : word;
    }

    /** The type of a column, without sizes. */
    static String type(ColumnType type) {
        if (type.kind() != ColumnType.Kind.NATIVE) {
            return type.kind().name().toLowerCase(Locale.ROOT);
        }
        Matcher leading = LEADING_WORD.matcher(type.definition());
        return leading.matches() ? word(leading.group(1).toLowerCase(Locale.ROOT)) : "native";
    }
}
