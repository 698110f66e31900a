package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a table, with its schema if the mapping gives one. Ordered by schema, then by the letters of the name. Immutable.
 *
 * @param schema the schema, empty for the connection's own
 * @param name the table
 */
public record TableName(Optional<Identifier> schema, Identifier name) implements Comparable<TableName> {

    private static final Pattern SQL = Pattern.compile("(?:(\"[^\"]+\"|[^\".]+)\\.)?(\"[^\"]+\"|[^\".]+)");

    public TableName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** A table of the connection's own schema. */
    public static TableName of(Identifier name) {
        return new TableName(Optional.empty(), name);
    }

    /** A table of the connection's own schema, its name as a mapping writes it. */
    public static TableName of(String name) {
        return of(Identifier.of(name));
    }

    /**
     * Reads {@link #sql()} back.
     *
     * @throws IllegalArgumentException if the text is no name, with or without a schema
     */
    public static TableName parse(String sql) {
        Matcher name = SQL.matcher(sql);
        if (!name.matches()) {
            throw new IllegalArgumentException("Not the name of a table: " + sql);
        }
        return new TableName(Optional.ofNullable(name.group(1)).map(Identifier::of), Identifier.of(name.group(2)));
    }

    /** The name as SQL needs it, schema first. */
    public String sql() {
        return schema.map(qualifier -> qualifier.sql() + "." + name.sql()).orElseGet(name::sql);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schemaText().compareTo(other.schemaText());
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    private String schemaText() {
        return schema.map(Identifier::sql).orElse("");
    }

    /** The name as SQL needs it. */
    @Override
    public String toString() {
        return sql();
    }
}
