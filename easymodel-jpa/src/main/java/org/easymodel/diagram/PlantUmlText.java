package org.easymodel.diagram;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.easymodel.schema.ColumnType;

/** Names and texts as PlantUML reads them. */
final class PlantUmlText {

    /**
     * What means something to PlantUML, or may: all signs but a few, and these where they stand together, first or last.
     */
    private static final Pattern MEANT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\x{10000}-\\x{10FFFF} _.,:'-]"
            + "|(?<=[_.,:'-])[_.,:'-]|[_.,:'-](?=[_.,:'-])|^[_.,:'-]|[_:'-]$");

    private static final Pattern END_OF_NOTE = Pattern.compile("(?i)end ?note");

    private PlantUmlText() {}

    /** A text of which PlantUML takes nothing for an order; the signs that it might are written by their numbers. */
    static String plain(String text) {
        return MEANT.matcher(text)
                .replaceAll(sign ->
                        String.format(Locale.ROOT, "<U+%04X>", sign.group().codePointAt(0)));
    }

    /** A line of a note; one that would end the note does not. */
    static String remark(String text) {
        String remark = plain(text);
        return END_OF_NOTE.matcher(remark).matches() ? "<U+0065>" + remark.substring(1) : remark;
    }

    /** A line of a comment: it neither goes on in the next line nor begins a longer comment. */
    static String comment(String text) {
        return text.replace('\\', '|').replace("/'", "/ '");
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
