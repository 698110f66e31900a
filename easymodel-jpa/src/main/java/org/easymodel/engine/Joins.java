package org.easymodel.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** The to-one relationships that a query walks: each is joined once, and rows without a target stay. */
final class Joins {

    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Aliases names;

    Joins(Aliases names) {
        this.names = names;
    }

    /** The name of the row at the other end. */
    String to(String alias, String relationship) {
        return aliases.computeIfAbsent(alias + "." + relationship, path -> names.next("j"));
    }

    /** The joins as text that follows the root. */
    String text() {
        StringBuilder text = new StringBuilder();
        aliases.forEach((path, alias) ->
                text.append(" left join ").append(path).append(' ').append(alias));
        return text.toString();
    }

    boolean isEmpty() {
        return aliases.isEmpty();
    }
}
