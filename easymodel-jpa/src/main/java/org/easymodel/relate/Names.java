package org.easymodel.relate;

import org.atteo.evo.inflector.English;

/** How relationships are named: bean style, with real English plurals. */
public final class Names {

    private Names() {}

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    /** {@code OrderItem} to {@code orderItem}; {@code URLEntry} stays, as a bean property would; of a nested class the last name counts. */
    static String singular(EntityDescription entity) {
        String name = entity.name().substring(entity.name().lastIndexOf('$') + 1);
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    /** {@code OrderItem} to {@code orderItems}. */
    static String plural(EntityDescription entity) {
        return plural(singular(entity));
    }

    /** The plural of the last word of a name in camel case; the inflector would say "persons". */
    public static String plural(String name) {
        int word = name.length() - 1;
        while (word > 0 && !Character.isUpperCase(name.charAt(word))) {
            word--;
        }
        String last = name.substring(word);
        return name.substring(0, word) + (last.matches("[Pp]erson") ? last.charAt(0) + "eople" : English.plural(last));
    }
}
