package org.easymodel.eclipselink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;
import org.jspecify.annotations.Nullable;

/** The names that EclipseLink's mappings give to tables, columns, keys and indexes, as neutral identifiers. */
public final class SqlNames {

    private SqlNames() {}

    /** The name of a column. */
    public static Identifier column(DatabaseField field) {
        return field.shouldUseDelimiters() ? Identifier.delimited(field.getName()) : Identifier.of(field.getName());
    }

    /** The names of columns, in their order. */
    public static List<Identifier> columns(List<DatabaseField> fields) {
        return fields.stream().map(SqlNames::column).toList();
    }

    /** The name of a table. Where the mapping gives catalog and schema, the schema counts. */
    public static TableName table(DatabaseTable table) {
        return new TableName(
                schema(table.getTableQualifier()),
                table.shouldUseDelimiters() ? Identifier.delimited(table.getName()) : Identifier.of(table.getName()));
    }

    /** The schema in a qualifier, which EclipseLink joins of catalog and schema by a dot. */
    public static Optional<Identifier> schema(String qualifier) {
        if (qualifier == null || qualifier.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Identifier.of(qualifier.substring(qualifier.lastIndexOf('.') + 1)));
    }

    /**
     * The table of an entity's rows: its own first one, else that of the nearest superclass that has one. Works on
     * descriptors that are not initialized yet; afterwards, they list the tables of their superclasses too.
     */
    static TableName tableOf(ClassDescriptor descriptor, Session session) {
        return databaseTableOf(descriptor, session)
                .map(SqlNames::table)
                .orElseGet(() -> TableName.of(descriptor.getAlias().toUpperCase(Locale.ROOT)));
    }

    /** The same as EclipseLink has it; empty if none has one, as the abstract root of a hierarchy with a table for each class. */
    static Optional<DatabaseTable> databaseTableOf(ClassDescriptor descriptor, Session session) {
        ClassDescriptor each = descriptor;
        while (Lists.tables(each).isEmpty() && parent(each, session) != null) {
            each = parent(each, session);
        }
        return Lists.tables(each).stream().findFirst();
    }

    /** The descriptor of the superclass, by its class, since the descriptor itself is not known before initialization. */
    private static @Nullable ClassDescriptor parent(ClassDescriptor descriptor, Session session) {
        if (!descriptor.hasInheritance() || descriptor.getInheritancePolicy().getParentClass() == null) {
            return null;
        }
        return session.getDescriptor(descriptor.getInheritancePolicy().getParentClass());
    }

    /** Whether two fields are the same column, whatever their tables. */
    public static boolean sameColumn(DatabaseField left, DatabaseField right) {
        return column(left).equals(column(right));
    }

    /** The unique constraints that a mapping gives to a table, by name; columns as the mapping spells them. */
    public static Map<Identifier, List<Identifier>> uniqueKeys(DatabaseTable table) {
        Map<Identifier, List<Identifier>> keys = new TreeMap<>();
        TableName owner = table(table);
        table.getUniqueConstraints()
                .forEach((name, columnLists) -> columnLists.forEach(columns -> {
                    List<Identifier> identifiers = columns.stream()
                            .flatMap(SqlNames::several)
                            .map(Identifier::of)
                            .distinct()
                            .toList();
                    keys.put(nameOr(name, ConstraintNames.uniqueKey(owner, identifiers)), identifiers);
                }));
        return keys;
    }

    /** The indexes that a mapping gives to a table; columns as the mapping spells them. */
    public static List<Index> indexes(DatabaseTable table) {
        TableName owner = table(table);
        return table.getIndexes().stream().map(index -> index(owner, index)).toList();
    }

    /** The name that the mapping gives; EclipseLink makes up one of its own, which is not taken. */
    private static Index index(TableName table, IndexDefinition index) {
        List<IndexPart> parts =
                index.getFields().stream().map(SqlNames::indexPart).distinct().toList();
        List<Identifier> columns = parts.stream()
                .flatMap(part -> part.column().stream())
                .distinct()
                .toList();
        String madeUp = "INDEX_" + index.getTargetTable() + "_" + String.join("_", index.getFields());
        String given = letters(madeUp).equals(letters(index.getName())) ? "" : index.getName();
        return new Index(
                nameOr(given, ConstraintNames.index(table, columns)),
                parts,
                index.isUnique(),
                Optional.empty(),
                Optional.empty());
    }

    private static String letters(String name) {
        return name == null ? "" : name.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A list that someone wrote as one text: EclipseLink pastes it into its statement, where it works. */
    private static Stream<String> several(String columns) {
        return columns.startsWith("\"") ? Stream.of(columns) : Stream.of(columns.split(","));
    }

    /** An expression, such as {@code upper(name)}, is what only the database understands. */
    private static IndexPart indexPart(String text) {
        String[] words = text.strip().split("\\s+(?=(?i:asc|desc)$)");
        if (words[0].indexOf('(') >= 0) {
            return IndexPart.ofExpression(words[0]);
        }
        Identifier column = Identifier.of(words[0]);
        return words.length > 1 && words[1].equalsIgnoreCase("desc")
                ? IndexPart.descending(column)
                : IndexPart.of(column);
    }

    /** The name that a mapping gives, or another one where it gives none. */
    public static Identifier nameOr(String given, Identifier otherwise) {
        return given == null || given.isBlank() ? otherwise : Identifier.of(given);
    }
}
