package org.easymodel.diagram;

import java.util.Locale;
import java.util.stream.Collectors;
import org.easymodel.schema.ColumnType;

/** Names and texts as PlantUML reads them. */
final class PlantUmlText {

    private PlantUmlText() {}

    /** A text of which PlantUML takes no character for an order: what is no letter, digit or space is written by its number. */
    static String plain(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean lonely = (i == 0 || letters[i - 1] != letters[i])
                    && (i == letters.length - 1 || letters[i + 1] != letters[i]);
            boolean inside = i > 0 && i < letters.length - 1;
            if (Character.isLetterOrDigit(letters[i])
                    || letters[i] == ' '
                    || letters[i] == ',' && lonely
                    || "_.-".indexOf(letters[i]) >= 0 && lonely && inside) {
                plain.appendCodePoint(letters[i]);
            } else {
                plain.append(String.format(Locale.ROOT, "<U+%04X>", letters[i]));
            }
        }
        return plain.toString();
    }

    /** A word that stands for a table where it is connected; the first letters keep it apart from words of the language. */
    static String alias(String name) {
        return "t_"
                + name.codePoints()
                        .mapToObj(letter -> Words.isAsciiWord(letter) ? Character.toString(letter) : "_")
                        .collect(Collectors.joining());
    }

    /** The type of a column with its sizes. */
    static String type(ColumnType type) {
        return type.kind() == ColumnType.Kind.NATIVE
                ? plain(Words.line(type.definition()))
                : type.toString().toLowerCase(Locale.ROOT);
    }
}
