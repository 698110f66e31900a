package org.easymodel.eclipselink.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;
import org.eclipse.persistence.internal.helper.DatabaseField;

/**
 * The {@code columnDefinition} of a mapping, taken apart: a type, and what people write behind it although it is no part of
 * the type. Immutable.
 *
 * @param type the type, with everything that is not one of the other parts
 * @param required whether it says {@code NOT NULL}
 * @param unique whether it says {@code UNIQUE}
 * @param defaultValue what it says behind {@code DEFAULT}, as SQL text
 */
record ColumnDefinition(ColumnType type, boolean required, boolean unique, Optional<String> defaultValue) {

    private static final String KEYWORD =
            "(?:NOT|NULL|UNIQUE|PRIMARY|DEFAULT|CHECK|CONSTRAINT|COMMENT|REFERENCES|COLLATE|GENERATED|IDENTITY|ON|AS)\\b";
    private static final String WORDS = "(?!" + KEYWORD + ")[A-Z_]\\w*(?:\\s+(?!" + KEYWORD + ")[A-Z_]\\w*)*";
    private static final String TYPE = WORDS + "(?:\\s*\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\)(?:\\s+" + WORDS + ")?)?";
    private static final String VALUE = "'(?:[^']|'')*'(?:::\\w+)?|[A-Z_]\\w*\\(\\)|-?\\d+(?:\\.\\d+)?|[A-Z_]\\w*";

    /** The whole of a definition that is understood; any other is taken as it stands. */
    private static final Pattern SIMPLE = Pattern.compile(
            "(" + TYPE + ")((?:\\s+(?:NOT\\s+NULL|NULL|UNIQUE|PRIMARY\\s+KEY|DEFAULT\\s+(?:" + VALUE + ")))*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DEFAULT = Pattern.compile("\\bDEFAULT\\s+(" + VALUE + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_NULL = Pattern.compile("\\bNOT\\s+NULL\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIQUE = Pattern.compile("\\bUNIQUE\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_A_TYPE =
            Pattern.compile("[\\w ]+(?:\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\)[\\w ]*)?");
    private static final Pattern NUMBERED = Pattern.compile(
            "\\b(?:SERIAL|BIGSERIAL|SMALLSERIAL|IDENTITY|GENERATED|AUTO_INCREMENT)\\b", Pattern.CASE_INSENSITIVE);

    /** Takes a definition apart if all of it is understood; otherwise all of it is the type. */
    static ColumnDefinition of(String text) {
        Matcher simple = SIMPLE.matcher(text.strip());
        if (!simple.matches()) {
            return new ColumnDefinition(ColumnType.ofDefinition(text), false, false, Optional.empty());
        }
        String rest = simple.group(2);
        Matcher byDefault = DEFAULT.matcher(rest);
        Optional<String> defaultValue = byDefault.find()
                ? Optional.of(byDefault.group(1)).filter(value -> !value.equalsIgnoreCase("NULL"))
                : Optional.empty();
        String rules = DEFAULT.matcher(rest).replaceAll(" ");
        return new ColumnDefinition(
                ColumnType.ofDefinition(simple.group(1)),
                NOT_NULL.matcher(rules).find(),
                UNIQUE.matcher(rules).find(),
                defaultValue);
    }

    /** The definition of a column, if the mapping gives one that can be a type. */
    static Optional<ColumnDefinition> of(DatabaseField column) {
        return Optional.ofNullable(column.getColumnDefinition())
                .filter(ColumnDefinition::isType)
                .map(ColumnDefinition::of);
    }

    /** Whether the text can be a type at all: that of every database begins with a letter, or is quoted. */
    private static boolean isType(String text) {
        return text.strip().matches("(?s)[\\p{L}_\"].*");
    }

    /** Whether another column can have this type: it numbers no rows and makes no rule of its own. */
    static boolean isShareable(ColumnType type) {
        return ONLY_A_TYPE.matcher(type.definition()).matches()
                && !NUMBERED.matcher(type.definition()).find();
    }
}
