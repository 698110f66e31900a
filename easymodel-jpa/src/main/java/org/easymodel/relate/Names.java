package org.easymodel.relate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How relationships are named: bean style, with real English plurals. */
public final class Names {

    private Names() {}

    /** The name without the ending that says "key", if it has one and more than that; of a path its last name. In camel case. */
    static Optional<String> stem(String attribute) {
        String name = last(attribute);
        return Stream.of("_id", "Id")
                .filter(ending -> name.length() > ending.length() && name.endsWith(ending))
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .findFirst()
                .map(Names::camelOfWords);
    }

    /** {@code order_item} to {@code orderItem}. */
    private static String camelOfWords(String name) {
        String[] words =
                Stream.of(name.split("_")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        return words.length < 2 ? name : camel(String.join(".", words));
    }

    /** Whether two names have the same letters: {@code vatRate} and {@code VATRate}. */
    static boolean alike(String name, String other) {
        return name.replace("_", "").equalsIgnoreCase(other.replace("_", ""));
    }

    /** The last word of an entity's name: {@code line} of {@code orderLine}. */
    static String lastWord(String name) {
        String word = name.substring(lastWordAt(name));
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private static int lastWordAt(String name) {
        int word = name.length() - 1;
        while (word > 0 && !Character.isUpperCase(name.charAt(word))) {
            word--;
        }
        return word;
    }

    /** Whether a name is longer than a word and begins with it: {@code lineNumber} with {@code line}. */
    static boolean beginsWith(String name, String word) {
        return name.length() > word.length()
                && name.startsWith(word)
                && Character.isUpperCase(name.charAt(word.length()));
    }

    /** {@code country} of {@code shippingCountry} without {@code shipping}; a name that does not begin so stays. */
    static String without(String word, String name) {
        return beginsWith(name, word)
                ? name.substring(word.length(), word.length() + 1).toLowerCase(Locale.ROOT)
                        + name.substring(word.length() + 1)
                : name;
    }

    /** The last name of a path. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What is before the last name of a path; empty if it has only one. */
    static String before(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    /** {@code delivery.address} to {@code deliveryAddress}. */
    static String camel(String path) {
        String[] names = path.split("\\.");
        return names[0] + Stream.of(names).skip(1).map(Names::capitalized).collect(Collectors.joining());
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code OrderItem} to {@code orderItem}; {@code URLEntry} stays, as a bean property would; of a nested class the last name counts. */
    static String singular(EntityDescription entity) {
        String name = entity.name().substring(entity.name().lastIndexOf('$') + 1);
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code OrderItem} to {@code orderItems}. */
    static String plural(EntityDescription entity) {
        return plural(singular(entity));
    }

    /** The plural of the last word of a name in camel case, or in words with underscores. */
    public static String plural(String name) {
        if (name.length() > 1 && isCapital(name, name.length() - 1) && isCapital(name, name.length() - 2)) {
            return Plurals.ofAcronym(name);
        }
        int word = Math.max(lastWordAt(name), Math.min(name.lastIndexOf('_') + 1, name.length() - 1));
        return name.substring(0, word) + Plurals.of(name.substring(word));
    }

    /** Whether the last word of a name is the plural of another one: that of {@code OrderItems}, but not of {@code Bus}. */
    static boolean isPlural(String name) {
        return Plurals.isOfAnother(name.substring(lastWordAt(name)));
    }

    /** What the name may be the regular plural of: {@code box} and {@code boxe} of {@code boxes}. */
    static Stream<String> singulars(String name) {
        return Stream.of("ies", "es", "s")
                .filter(ending -> isPlural(name) && name.endsWith(ending))
                .map(ending -> name.substring(0, name.length() - ending.length()) + (ending.equals("ies") ? "y" : ""))
                .filter(candidate -> !candidate.isEmpty() && plural(candidate).equals(name));
    }

    private static boolean isCapital(String name, int index) {
        return Character.isUpperCase(name.charAt(index));
    }
}
