package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.model.Link;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.easymodel.model.Timestamped;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicReference;
import org.easymodel.relate.Reference;
import org.easymodel.relate.UniqueAttributes;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Describes one entity from its descriptor. Works on a descriptor that is not initialized yet, since relationships are
 * installed before that.
 */
final class EntityReader {

    private final ClassDescriptor descriptor;
    private final Session session;
    private final TableName table;
    private final Optional<EntityDescription> parent;
    private final ClaimedColumns claimed;
    private final List<Problem> problems;

    /**
     * @param parent the entity that the class extends, if there is one
     * @param claimed what declared relationships have as their keys
     * @param problems gets what is asked of attributes and cannot be
     */
    EntityReader(
            ClassDescriptor descriptor,
            Session session,
            Optional<EntityDescription> parent,
            ClaimedColumns claimed,
            List<Problem> problems) {
        this.descriptor = descriptor;
        this.session = session;
        this.parent = parent;
        this.claimed = claimed;
        this.problems = problems;
        this.table = SqlNames.tableOf(descriptor, session);
    }

    EntityDescription read() {
        List<AttributeDescription> attributes = new ArrayList<>();
        List<AttributeDescription> embedded = new ArrayList<>();
        Silence silence = new Silence(descriptor.getJavaClass());
        for (BasicAttribute attribute : BasicAttribute.of(descriptor, session)) {
            (attribute.isEmbedded() ? embedded : attributes).add(attribute(attribute, !silence.isOf(attribute.path())));
        }
        Set<String> inherited = new HashSet<>();
        parent.ifPresent(above -> {
            inherit(above.attributes(), attributes, inherited);
            inherit(above.embedded(), embedded, inherited);
        });
        attributes.sort(Comparator.comparing((AttributeDescription attribute) -> attribute.role() != Role.ID)
                .thenComparing(AttributeDescription::name));
        embedded.sort(Comparator.comparing(AttributeDescription::name));
        Optional<Link> link = Optional.ofNullable(descriptor.getJavaClass().getAnnotation(Link.class));
        return new EntityDescription(
                descriptor.getAlias(),
                descriptor.getJavaClass(),
                table,
                parent.map(EntityDescription::name),
                attributes,
                inherited,
                embedded,
                isWholeId(attributes, embedded),
                FreeMembers.of(descriptor.getJavaClass(), mapped()),
                uniqueKeys(attributes),
                link.isPresent(),
                link.filter(mark -> !mark.unique()).isPresent());
    }

    /** What a subclass does not map itself; with a table for each class it maps all anew. */
    private static void inherit(
            List<AttributeDescription> above, List<AttributeDescription> attributes, Set<String> inherited) {
        Set<String> own = attributes.stream().map(AttributeDescription::name).collect(Collectors.toSet());
        above.stream().filter(attribute -> !own.contains(attribute.name())).forEach(attributes::add);
        above.forEach(attribute -> inherited.add(attribute.name()));
    }

    private Set<String> mapped() {
        Set<String> mapped = new HashSet<>();
        Optional<ClassDescriptor> each = Optional.of(descriptor);
        while (each.isPresent()) {
            Lists.mappings(each.get()).stream()
                    .filter(mapping -> !(mapping.getAttributeAccessor() instanceof RelationshipAccessor))
                    .map(DatabaseMapping::getAttributeName)
                    .forEach(mapped::add);
            each = Parents.of(each.get(), session);
        }
        return mapped;
    }

    private boolean isWholeId(List<AttributeDescription> attributes, List<AttributeDescription> embedded) {
        long parts = Stream.concat(attributes.stream(), embedded.stream())
                .filter(attribute -> attribute.role() == Role.ID)
                .map(AttributeDescription::column)
                .distinct()
                .count();
        boolean joined = parent.isPresent() && !descriptor.hasTablePerClassPolicy();
        return joined
                ? parent.get().wholeId()
                : parts == descriptor.getPrimaryKeyFields().size();
    }

    private AttributeDescription attribute(BasicAttribute attribute, boolean inferable) {
        AbstractDirectMapping mapping = attribute.mapping();
        DatabaseField field = attribute.field();
        Members members = attribute.members();
        Class<?> type = type(members);
        Role role = role(field, members, attribute.path());
        boolean generated = role == Role.ID && isSequenced(field);
        boolean written = !mapping.isReadOnly();
        boolean free = inferable && !claimed.has(descriptor.getJavaClass(), field);
        boolean open = free && isSuitable(attribute, members, type, role);
        return new AttributeDescription(
                attribute.path(),
                type,
                role,
                SqlNames.column(field),
                isRequired(mapping, field, type, role, members) && (role == Role.ID || !attribute.isEmbedded()),
                field.isUnique() || isUniqueByTable(field),
                generated,
                written && field.isInsertable(),
                written && field.isUpdatable(),
                type == String.class ? length(field, members) : 0,
                members.annotation(References.class).map(EntityReader::reference),
                open,
                members.annotation(Polymorphic.class).filter(annotation -> free).map(EntityReader::reference));
    }

    private Class<?> type(Members members) {
        return members.genericType()
                .flatMap(declared -> GenericTypes.in(descriptor.getJavaClass(), declared))
                .or(members::type)
                .orElse(Object.class);
    }

    private boolean isSuitable(BasicAttribute attribute, Members members, Class<?> type, Role role) {
        Optional<String> obstacle = role == Role.BASIC || role == Role.ID
                ? KeySuitability.obstacle(attribute.mapping(), members, type)
                : Optional.of("is filled by the provider");
        if (members.annotation(References.class).isPresent()) {
            obstacle.ifPresent(
                    fact -> problems.add(Problems.notAKey(descriptor.getAlias() + "." + attribute.path(), fact)));
        }
        return obstacle.isEmpty();
    }

    private Role role(DatabaseField field, Members members, String attribute) {
        if (descriptor.getPrimaryKeyFields().stream().anyMatch(key -> SqlNames.sameColumn(key, field))) {
            return Role.ID;
        }
        if (descriptor.usesOptimisticLocking()
                && descriptor.getOptimisticLockingPolicy().getWriteLockField() != null
                && SqlNames.sameColumn(descriptor.getOptimisticLockingPolicy().getWriteLockField(), field)) {
            return Role.VERSION;
        }
        boolean ours = members.declaringClass()
                .filter(type -> type == Timestamped.class)
                .isPresent();
        if (ours && attribute.equals("createdAt")) {
            return Role.CREATED_AT;
        }
        return ours && attribute.equals("updatedAt") ? Role.UPDATED_AT : Role.BASIC;
    }

    private boolean isSequenced(DatabaseField field) {
        return descriptor.getSequenceNumberField() != null
                && SqlNames.sameColumn(descriptor.getSequenceNumberField(), field);
    }

    private static boolean isRequired(
            AbstractDirectMapping mapping, DatabaseField field, Class<?> type, Role role, Members members) {
        return role == Role.ID
                || role == Role.VERSION
                || type.isPrimitive()
                || !field.isNullable()
                || !mapping.isOptional()
                || members.annotation(jakarta.persistence.Basic.class)
                        .filter(basic -> !basic.optional())
                        .isPresent()
                || members.constraints().required();
    }

    private static int length(DatabaseField field, Members members) {
        if (members.annotation(jakarta.persistence.Lob.class).isPresent()) {
            return 0;
        }
        return TextLength.of(field, members.constraints());
    }

    private static Reference reference(References annotation) {
        return new Reference(
                annotation.value(),
                annotation.key(),
                annotation.attribute(),
                annotation.inverse(),
                annotation.onDelete(),
                annotation.orphanRemoval(),
                annotation.constraint(),
                Optional.empty());
    }

    private static PolymorphicReference reference(Polymorphic annotation) {
        return new PolymorphicReference(
                List.of(annotation.types()),
                List.of(annotation.values()),
                annotation.other(),
                annotation.attribute(),
                annotation.inverse(),
                annotation.onDelete(),
                annotation.orphanRemoval(),
                Optional.empty());
    }

    private boolean isUniqueByTable(DatabaseField field) {
        return uniqueColumns().values().stream()
                .anyMatch(columns -> columns.size() == 1 && columns.get(0).equals(SqlNames.column(field)));
    }

    private List<UniqueAttributes> uniqueKeys(List<AttributeDescription> attributes) {
        Map<Identifier, String> byColumn = new TreeMap<>();
        attributes.forEach(attribute -> byColumn.put(attribute.column(), attribute.name()));
        Map<Identifier, List<Identifier>> keys = uniqueColumns();
        Set<List<Identifier>> named = Set.copyOf(keys.values());
        attributes.stream()
                .filter(attribute -> attribute.unique() && attribute.role() != Role.ID)
                .map(attribute -> List.of(attribute.column()))
                .filter(columns -> !named.contains(columns))
                .forEach(columns -> keys.put(ConstraintNames.uniqueKey(table, columns), columns));
        return keys.entrySet().stream()
                .filter(key -> key.getValue().stream().allMatch(byColumn::containsKey))
                .map(key -> new UniqueAttributes(
                        key.getKey(), key.getValue().stream().map(byColumn::get).toList()))
                .toList();
    }

    /** The unique constraints and unique indexes that the mapping gives to the tables, by name. */
    private Map<Identifier, List<Identifier>> uniqueColumns() {
        Map<Identifier, List<Identifier>> keys = new TreeMap<>();
        for (DatabaseTable each : Lists.tables(descriptor)) {
            keys.putAll(SqlNames.uniqueKeys(each));
            SqlNames.indexes(each).stream()
                    .filter(Index::unique)
                    .forEach(index -> keys.put(index.name(), index.columns()));
        }
        return keys;
    }
}
