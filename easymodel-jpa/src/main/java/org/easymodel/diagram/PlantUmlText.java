package org.easymodel.diagram;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.easymodel.schema.ColumnType;

/** Names and texts as PlantUML reads them. */
final class PlantUmlText {

    private static final Pattern END_OF_NOTE = Pattern.compile("(?i)end ?note");

    private PlantUmlText() {}

    /** A text of which PlantUML takes no character for an order: what is no letter, digit or space is written by its number. */
    static String plain(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean lonely = (i == 0 || letters[i - 1] != letters[i])
                    && (i == letters.length - 1 || letters[i + 1] != letters[i]);
            boolean inside = i > 0 && i < letters.length - 1;
            if (Words.isLetter(letters[i])
                    || letters[i] > 0xFFFF
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

    /** A line of a note; one that would end the note does not. */
    static String remark(String text) {
        String remark = plain(text);
        return END_OF_NOTE.matcher(remark).matches() ? "<U+0065>" + remark.substring(1) : remark;
    }

    /** The name of a table, in quotes; its end must not look like the type parameter of a class. */
    static String name(String text) {
        String name = plain(text);
        return '"' + name + (name.endsWith(">") ? " \"" : "\"");
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
