package org.easymodel.diagram;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Texts made fit for diagram languages. */
final class Words {

    private static final String REPLACEMENT = "\uFFFD";

    private Words() {}

    /** The text as one line that every file can hold: white space and control characters are one space each run. */
    static String line(String text) {
        return text.codePoints()
                .mapToObj(Words::printable)
                .collect(Collectors.joining())
                .replaceAll(" +", " ")
                .strip();
    }

    /** The text as one line that is not empty. */
    static String name(String text) {
        String line = line(text);
        return line.isEmpty() ? "_" : line;
    }

    private static String printable(int letter) {
        int type = Character.getType(letter);
        if (type == Character.SURROGATE || (letter & 0xFFFE) == 0xFFFE) {
            return REPLACEMENT;
        }
        return type == Character.CONTROL || Character.isWhitespace(letter) || Character.isSpaceChar(letter)
                ? " "
                : Character.toString(letter);
    }

    /** The text as a word of letters, digits and underscores, whose first character is no digit. */
    static String word(String text, IntPredicate letters) {
        String word = text.codePoints()
                .mapToObj(letter -> isAsciiWord(letter) || letters.test(letter) ? Character.toString(letter) : "_")
                .collect(Collectors.joining());
        return word.isEmpty() || Character.isDigit(word.codePointAt(0)) ? "_" + word : word;
    }

    static boolean isAsciiWord(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_';
    }

    /** Whether it is a letter or digit of any script, or a mark that belongs to one. */
    static boolean isLetter(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * A name for each key, no name twice. A key whose own text is a good name has it; others are counted where their names
     * would be the same.
     *
     * @param keys the keys, in a stable order
     * @param text the text that a key would have
     * @param clean makes a good name of it, and nothing else of a good name
     */
    static <K> Map<K, String> names(Collection<K> keys, Function<K, String> text, UnaryOperator<String> clean) {
        Set<String> taken = new HashSet<>();
        Map<K, String> names = new LinkedHashMap<>();
        for (K key : keys) {
            String name = text.apply(key);
            if (clean.apply(name).equals(name) && taken.add(name)) {
                names.put(key, name);
            }
        }
        for (K key : keys) {
            if (!names.containsKey(key)) {
                names.put(key, firstFree(clean.apply(text.apply(key)), taken));
            }
        }
        return names;
    }

    private static String firstFree(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
