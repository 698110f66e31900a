package org.easymodel.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The to-one relationships that a query walks: each is joined once, and rows without a target stay. */
final class Joins {

    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> entities = new LinkedHashMap<>();
    private final Aliases names;

    Joins(Aliases names) {
        this.names = names;
    }

    /** The name of the row at the other end. */
    String to(String alias, String relationship) {
        return aliases.computeIfAbsent(alias + "." + relationship, path -> names.next("j"));
    }

    /**
     * The name of the row at the other end of a relationship that the provider does not know.
     *
     * @param path tells it from others
     * @param entity the entity at the other end
     * @param condition on the name of the row
     */
    String to(String path, String entity, UnaryOperator<String> condition) {
        return aliases.computeIfAbsent(path, each -> {
            String alias = names.next("j");
            entities.put(path, entity + " " + alias + " on " + condition.apply(alias));
            return alias;
        });
    }

    /** The joins as text that follows the root. */
    String text() {
        StringBuilder text = new StringBuilder();
        aliases.forEach(
                (path, alias) -> text.append(" left join ").append(entities.getOrDefault(path, path + " " + alias)));
        return text.toString();
    }

    /** Whether a row is joined that the provider does not join in a subquery. */
    boolean leadOverPairs() {
        return !entities.isEmpty();
    }

    /** The same in a subquery, in which the provider joins only what it knows. */
    String textInside(String place) {
        if (!entities.isEmpty()) {
            throw PairProblems.joinedInside(place);
        }
        return text();
    }

    boolean isEmpty() {
        return aliases.isEmpty();
    }
}
