package org.easymodel.eclipselink.scan;

import java.util.Optional;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EnumValues;

/**
 * What one mapping wants of one column. Several mappings may share a column: an attribute and a relationship, or the classes
 * of a hierarchy. Immutable.
 *
 * @param writer whose rows the claim is about: an entity, or the attribute that owns a collection or join table
 * @param source the attribute, or what else wants the column
 * @param type the type
 * @param required why the column must have a value; empty if it need not
 * @param key whether the column holds the key of another row, so that its type is that of the other column
 * @param identity whether the database numbers the rows by it
 * @param values the values of the enumeration
 * @param defaultValue the default value as SQL text
 * @param check the condition that its values meet, as SQL text
 * @param comment what the model says about it
 */
record Claim(
        String writer,
        String source,
        ColumnType type,
        Optional<String> required,
        boolean key,
        boolean identity,
        Optional<EnumValues> values,
        Optional<String> defaultValue,
        Optional<String> check,
        Optional<String> comment) {

    static Claim of(String writer, String source, ColumnType type) {
        return new Claim(
                writer,
                source,
                type,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Claim withRequired(Optional<String> because) {
        return new Claim(writer, source, type, because, key, identity, values, defaultValue, check, comment);
    }

    Claim asKey() {
        return new Claim(writer, source, type, required, true, identity, values, defaultValue, check, comment);
    }

    Claim withIdentity(boolean newIdentity) {
        return new Claim(writer, source, type, required, key, newIdentity, values, defaultValue, check, comment);
    }

    Claim withValues(Optional<EnumValues> newValues) {
        return new Claim(writer, source, type, required, key, identity, newValues, defaultValue, check, comment);
    }

    Claim withDefaultValue(Optional<String> sql) {
        return new Claim(writer, source, type, required, key, identity, values, sql, check, comment);
    }

    Claim withCheck(Optional<String> condition) {
        return new Claim(writer, source, type, required, key, identity, values, defaultValue, condition, comment);
    }

    Claim withComment(Optional<String> newComment) {
        return new Claim(writer, source, type, required, key, identity, values, defaultValue, check, newComment);
    }
}
