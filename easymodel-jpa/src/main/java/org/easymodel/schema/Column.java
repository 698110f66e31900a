package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a table. Immutable.
 *
 * @param name the name
 * @param type the logical type
 * @param nullable whether the column may be empty
 * @param defaultValue the value that the database gives when a row leaves the column out, as SQL text; the many spellings of a
 *     plain number, of true and false and of the present moment become one
 * @param identity whether the database numbers the rows by this column
 * @param values the values of the enumeration that the column holds, if it holds one
 * @param comment what the model says about the column; no part of the schema's hash
 */
public record Column(
        Identifier name,
        ColumnType type,
        boolean nullable,
        Optional<String> defaultValue,
        boolean identity,
        Optional<EnumValues> values,
        Optional<String> comment)
        implements Comparable<Column> {

    public Column {
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        defaultValue = defaultValue.map(text -> ValueSpelling.of(text, type));
    }

    /** A column without default value, enumeration and comment. */
    public static Column of(Identifier name, ColumnType type, boolean nullable) {
        return new Column(name, type, nullable, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** A column that may be empty. */
    public static Column nullable(String name, ColumnType type) {
        return of(Identifier.of(name), type, true);
    }

    /** A column that must have a value. */
    public static Column required(String name, ColumnType type) {
        return of(Identifier.of(name), type, false);
    }

    /** This column under another name. */
    public Column withName(Identifier newName) {
        return new Column(newName, type, nullable, defaultValue, identity, values, comment);
    }

    /** This column, empty values allowed or not. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, values, comment);
    }

    /** This column with another type. */
    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, values, comment);
    }

    /** This column with that default value, as SQL text, or none. */
    public Column withDefaultValue(Optional<String> newDefaultValue) {
        return new Column(name, type, nullable, newDefaultValue, identity, values, comment);
    }

    /** This column, numbered by the database or not. */
    public Column withIdentity(boolean newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, values, comment);
    }

    /** This column with the values of that enumeration, or none. */
    public Column withValues(Optional<EnumValues> newValues) {
        return new Column(name, type, nullable, defaultValue, identity, newValues, comment);
    }

    /** This column with that comment, or none. */
    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, values, newComment);
    }

    @Override
    public int compareTo(Column other) {
        return name.compareTo(other.name);
    }
}
