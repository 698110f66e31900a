package org.easymodel.eclipselink.naming;

import java.util.Locale;
import java.util.stream.Stream;
import org.easymodel.relate.Names;

/** How a unit names the tables and columns that its mapping does not name: the values of {@code easymodel.naming}. */
enum NamingStrategy {
    /** As Jakarta Persistence says; nothing changes. */
    JPA("jpa"),
    /** Words in snake case. */
    SNAKE("snake"),
    /** Words in snake case, and the tables of entities in the plural. */
    SNAKE_PLURAL("snake-plural"),
    /** Words in snake case, and the last segment of the package before the tables of entities. */
    PACKAGE_PREFIX("package-prefix");

    private final String word;

    NamingStrategy(String word) {
        this.word = word;
    }

    /**
     * The strategy of that name.
     *
     * @throws org.easymodel.failure.ConfigurationException if there is none
     */
    static NamingStrategy of(String unit, String setting) {
        String word = setting.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Problems.unknownNaming(unit, setting));
    }

    /** The value of the setting. */
    String word() {
        return word;
    }

    /** The table of an entity. */
    String table(String entity, Class<?> type) {
        String name = prefix(type) + SnakeCase.of(simple(entity));
        return this == SNAKE_PLURAL ? plural(name) : name;
    }

    /** The table of a collection of values: named after the entity, as Jakarta Persistence says, not after its table. */
    String collectionTable(String entity, Class<?> type, String attribute) {
        return prefix(type) + SnakeCase.of(simple(entity)) + "_" + SnakeCase.of(attribute);
    }

    /** The column of an attribute, or the first part of the name of a column that refers to an entity. */
    static String column(String name) {
        return SnakeCase.of(simple(name));
    }

    private String prefix(Class<?> type) {
        String packageName = type.getPackageName();
        return this != PACKAGE_PREFIX || packageName.isEmpty()
                ? ""
                : SnakeCase.of(packageName.substring(packageName.lastIndexOf('.') + 1)) + "_";
    }

    /** Of a nested class the last name counts. */
    private static String simple(String entity) {
        return entity.substring(entity.lastIndexOf('$') + 1);
    }

    private static String plural(String name) {
        int word = name.lastIndexOf('_') + 1;
        return name.substring(0, word)
                + Names.plural(name.substring(word).toLowerCase(Locale.ROOT)).toUpperCase(Locale.ROOT);
    }
}
