package org.easymodel.eclipselink.scan;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.tools.schemaframework.ForeignKeyConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the mappings say of foreign key constraints: names, and that there is to be none. EclipseLink loses some of it on
 * the way to its own tables, so annotations are asked first, and what it keeps of {@code orm.xml} after them.
 */
final class KeyRules {

    private static final Pattern ON_DELETE = Pattern.compile(
            "\\bON\\s+DELETE\\s+(CASCADE|SET\\s+NULL|NO\\s+ACTION|RESTRICT)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern USUAL_PART = Pattern.compile(
            "(?:\\bCONSTRAINT\\s+\\S+\\s+)?\\bFOREIGN\\s+KEY\\s*\\([^)]*\\)\\s*REFERENCES\\s+[^\\s(]+\\s*(?:\\([^)]*\\))?",
            Pattern.CASE_INSENSITIVE);

    private KeyRules() {}

    /** Of the columns that a relationship has in the table of its entity, or of its target. */
    static KeyRule joinColumns(
            MappedAttribute attribute, ClassDescriptor entity, DatabaseTable table, List<Identifier> columns) {
        return first(
                        overridden(attribute, entity)
                                .flatMap(override -> Stream.concat(
                                        Stream.of(override.foreignKey()),
                                        Stream.of(override.joinColumns()).map(JoinColumn::foreignKey))),
                        annotations(attribute, JoinColumns.class).map(JoinColumns::foreignKey),
                        annotations(attribute, JoinColumns.class)
                                .flatMap(all -> Stream.of(all.value()))
                                .map(JoinColumn::foreignKey),
                        annotations(attribute, JoinColumn.class).map(JoinColumn::foreignKey),
                        annotations(attribute, PrimaryKeyJoinColumns.class).map(PrimaryKeyJoinColumns::foreignKey),
                        annotations(attribute, PrimaryKeyJoinColumn.class).map(PrimaryKeyJoinColumn::foreignKey))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    /** Of the columns of a join table that lead back to the owner, or to the target. */
    static KeyRule joinTable(
            MappedAttribute attribute,
            ClassDescriptor entity,
            DatabaseTable table,
            List<Identifier> columns,
            boolean target) {
        return first(
                        overridden(attribute, entity)
                                .map(AssociationOverride::joinTable)
                                .flatMap(joined -> ofJoinTable(joined, target)),
                        annotations(attribute, JoinTable.class).flatMap(joined -> ofJoinTable(joined, target)))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    private static Stream<ForeignKey> ofJoinTable(JoinTable table, boolean target) {
        return target
                ? Stream.concat(
                        Stream.of(table.inverseForeignKey()),
                        Stream.of(table.inverseJoinColumns()).map(JoinColumn::foreignKey))
                : Stream.concat(
                        Stream.of(table.foreignKey()),
                        Stream.of(table.joinColumns()).map(JoinColumn::foreignKey));
    }

    /** Of the columns of a collection table that lead back to the owner. */
    static KeyRule collectionTable(MappedAttribute attribute, DatabaseTable table, List<Identifier> columns) {
        return first(
                        annotations(attribute, CollectionTable.class).map(CollectionTable::foreignKey),
                        annotations(attribute, CollectionTable.class)
                                .flatMap(all -> Stream.of(all.joinColumns()))
                                .map(JoinColumn::foreignKey))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    /** Of the columns that hold the key of a map whose keys are entities. */
    static KeyRule mapKey(MappedAttribute attribute, DatabaseTable table, List<Identifier> columns) {
        return first(
                        annotations(attribute, MapKeyJoinColumns.class).map(MapKeyJoinColumns::foreignKey),
                        annotations(attribute, MapKeyJoinColumn.class).map(MapKeyJoinColumn::foreignKey))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    /** Of the key of a secondary table. */
    static KeyRule secondaryTable(Class<?> entity, TableName name, DatabaseTable table, List<Identifier> columns) {
        return first(secondaryTables(entity)
                        .filter(each -> Identifier.of(each.name()).equals(name.name()))
                        .flatMap(each -> Stream.concat(
                                Stream.of(each.foreignKey()),
                                Stream.of(each.pkJoinColumns()).map(PrimaryKeyJoinColumn::foreignKey))))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    private static Stream<SecondaryTable> secondaryTables(Class<?> entity) {
        return Stream.concat(
                Stream.of(entity.getAnnotationsByType(SecondaryTable.class)),
                Stream.of(entity.getAnnotationsByType(SecondaryTables.class)).flatMap(all -> Stream.of(all.value())));
    }

    /** Of the key that joins the table of a subclass to that of its superclass. */
    static KeyRule superclass(Class<?> entity, DatabaseTable table, List<Identifier> columns) {
        return first(
                        Stream.ofNullable(entity.getAnnotation(PrimaryKeyJoinColumns.class))
                                .map(PrimaryKeyJoinColumns::foreignKey),
                        Stream.of(entity.getAnnotationsByType(PrimaryKeyJoinColumn.class))
                                .map(PrimaryKeyJoinColumn::foreignKey))
                .or(() -> kept(table, columns))
                .orElse(KeyRule.USUAL);
    }

    private static <A extends Annotation> Stream<A> annotations(MappedAttribute attribute, Class<A> type) {
        return attribute.members().stream()
                .flatMap(members -> members.annotations().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The overrides of the entity, of its superclasses, and of the attribute that embeds. */
    private static Stream<AssociationOverride> overridden(MappedAttribute attribute, ClassDescriptor entity) {
        Class<?> type = entity.getJavaClass();
        Stream<AssociationOverride> ofClass = Stream.concat(
                Stream.of(type.getAnnotationsByType(AssociationOverride.class)),
                Stream.ofNullable(type.getAnnotation(AssociationOverrides.class))
                        .flatMap(all -> Stream.of(all.value())));
        return ofClass.filter(override -> override.name().equals(attribute.path()));
    }

    /** The first annotation that says something; one that was left out has an empty name and the provider's choice. */
    @SafeVarargs
    private static Optional<KeyRule> first(Stream<ForeignKey>... keys) {
        return Stream.of(keys)
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .filter(key -> key.value() != ConstraintMode.PROVIDER_DEFAULT
                        || !key.name().isEmpty()
                        || !key.foreignKeyDefinition().isEmpty())
                .map(key -> rule(key.value() != ConstraintMode.NO_CONSTRAINT, key.name(), key.foreignKeyDefinition()))
                .findFirst();
    }

    /** What EclipseLink keeps on the table; it names the columns only of some. */
    private static Optional<KeyRule> kept(DatabaseTable table, List<Identifier> columns) {
        if (!table.hasForeignKeyConstraints()) {
            return Optional.empty();
        }
        Map<String, ForeignKeyConstraint> constraints = table.getForeignKeyConstraints();
        return constraints.values().stream()
                .filter(key -> !key.getSourceFields().isEmpty()
                        && columns.equals(key.getSourceFields().stream()
                                .map(Identifier::of)
                                .toList()))
                .map(key -> rule(!key.isDisableForeignKey(), key.getName(), key.getForeignKeyDefinition()))
                .findFirst();
    }

    private static KeyRule rule(boolean wanted, @Nullable String name, @Nullable String definition) {
        Optional<Identifier> named =
                name == null || name.isBlank() ? Optional.empty() : Optional.of(Identifier.of(name));
        if (definition == null || definition.isBlank()) {
            return new KeyRule(wanted, named, org.easymodel.schema.ForeignKey.OnDelete.NO_ACTION, "");
        }
        Matcher onDelete = ON_DELETE.matcher(definition);
        String rest =
                USUAL_PART.matcher(onDelete.replaceAll(" ")).replaceFirst(" ").strip();
        onDelete.reset();
        return new KeyRule(wanted, named, onDelete.find() ? onDelete(onDelete.group(1)) : onDelete(""), rest);
    }

    private static org.easymodel.schema.ForeignKey.OnDelete onDelete(String words) {
        return switch (words.toUpperCase(java.util.Locale.ROOT).replaceAll("\\s+", " ")) {
            case "CASCADE" -> org.easymodel.schema.ForeignKey.OnDelete.CASCADE;
            case "SET NULL" -> org.easymodel.schema.ForeignKey.OnDelete.SET_NULL;
            default -> org.easymodel.schema.ForeignKey.OnDelete.NO_ACTION;
        };
    }
}
