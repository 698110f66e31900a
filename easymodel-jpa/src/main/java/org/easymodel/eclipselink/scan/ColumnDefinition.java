package org.easymodel.eclipselink.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;

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

    private static final String LITERAL = "'(?:[^']|'')*'(?:::[\\w ]+)?";
    private static final String CALL = "[\\w.]+\\s*\\((?:[^()]|\\([^()]*\\))*\\)";
    private static final String WORD = "-?[\\w.]+";
    private static final Pattern DEFAULT =
            Pattern.compile("\\bDEFAULT\\s+(" + LITERAL + "|" + CALL + "|" + WORD + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_NULL = Pattern.compile("\\bNOT\\s+NULL\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NULL = Pattern.compile("(?<!\\bNOT\\s{1,9})\\bNULL\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIQUE = Pattern.compile("\\bUNIQUE\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIMARY_KEY = Pattern.compile("\\bPRIMARY\\s+KEY\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_A_TYPE =
            Pattern.compile("[\\w ]+(?:\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\)[\\w ]*)?");
    private static final Pattern NUMBERED = Pattern.compile(
            "\\b(?:SERIAL|BIGSERIAL|SMALLSERIAL|IDENTITY|GENERATED|AUTO_INCREMENT)\\b", Pattern.CASE_INSENSITIVE);

    /** Takes a definition apart; a definition that is nothing but such parts is taken whole. */
    static ColumnDefinition of(String text) {
        String rest = text;
        Matcher byDefault = DEFAULT.matcher(rest);
        Optional<String> defaultValue = Optional.empty();
        if (!NUMBERED.matcher(text).find()
                && byDefault.find()
                && !byDefault.group(1).equalsIgnoreCase("NULL")) {
            defaultValue = Optional.of(byDefault.group(1).strip());
            rest = byDefault.replaceFirst(" ");
        }
        boolean required = NOT_NULL.matcher(rest).find();
        boolean unique = UNIQUE.matcher(rest).find();
        for (Pattern part : new Pattern[] {NOT_NULL, PRIMARY_KEY, UNIQUE, NULL}) {
            rest = part.matcher(rest).replaceFirst(" ");
        }
        return rest.isBlank()
                ? new ColumnDefinition(ColumnType.ofDefinition(text), false, false, Optional.empty())
                : new ColumnDefinition(ColumnType.ofDefinition(rest), required, unique, defaultValue);
    }

    /** Whether the text can be a type at all: that of every database begins with a letter, or is quoted. */
    static boolean isType(String text) {
        return text.strip().matches("(?s)[\\p{L}_\"].*");
    }

    /** Whether another column can have this type: it numbers no rows and makes no rule of its own. */
    static boolean isShareable(ColumnType type) {
        return ONLY_A_TYPE.matcher(type.definition()).matches()
                && !NUMBERED.matcher(type.definition()).find();
    }
}
