package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.MapAttribute;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.easymodel.model.DefaultValue;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.PersistentUnit;
import org.jspecify.annotations.Nullable;

/**
 * Of what parts entities and embeddables consist, and how their values are read without the database: the model knows
 * attributes and relationships of entities, the metamodel of Jakarta Persistence the rest. Safe for any number of threads.
 */
final class Anatomy {

    private final ModelDescription model;
    private final PersistentUnit unit;
    private final EntityManagerFactory factory;
    private final Map<Class<?>, List<Part>> known = new ConcurrentHashMap<>();

    Anatomy(PersistentUnit unit, EntityManagerFactory factory) {
        this.model = unit.model();
        this.unit = unit;
        this.factory = factory;
    }

    /** The parts of an entity or embeddable: the key first, then attributes by name, then relationships by name. */
    List<Part> parts(Class<?> type) {
        return known.computeIfAbsent(type, this::read);
    }

    Optional<Part> part(Class<?> type, String name) {
        return parts(type).stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** A part of a class, or of an entity that extends it. */
    Optional<Part> partBelow(Class<?> type, String name) {
        return part(type, name).or(() -> model.entities().stream()
                .map(EntityDescription::type)
                .filter(each -> each != type && type.isAssignableFrom(each))
                .flatMap(each -> part(each, name).stream())
                .findFirst());
    }

    /** The class under which an object's parts are known: a provider may make classes of its own. */
    Class<?> typeOf(Object owner) {
        String entity = unit.entityName(owner);
        return entity == null
                ? owner.getClass()
                : model.entity(entity).orElseThrow().type();
    }

    /** What people call a class: the name of the entity, or of the class. */
    String nameOf(Class<?> type) {
        return model.entity(type).map(EntityDescription::name).orElse(type.getSimpleName());
    }

    /** Whether the value is there without going to the database. */
    boolean isLoaded(Object owner, Part part) {
        if (part.leadsOn() || part instanceof Part.Elements) {
            return unit.isLoaded(owner, part.name());
        }
        PersistenceUnitUtil util = factory.getPersistenceUnitUtil();
        return !isEntity(owner) || util.isLoaded(owner, part.name());
    }

    /** The value, which {@linkplain #isLoaded is loaded}. */
    @Nullable
    Object get(Object owner, Part part) {
        return isEntity(owner) ? unit.get(owner, part.name()) : part.declared().get(owner);
    }

    /** Sets the value in something that is not in the database yet. */
    void set(Object owner, Part part, @Nullable Object value) {
        if (isEntity(owner)) {
            unit.set(owner, part.name(), value);
        } else {
            part.declared().set(owner, value);
        }
    }

    /** Whether an embeddable cannot be without a value: a column of it, or a constraint, says so. */
    boolean isRequired(Part.Embedded part) {
        return part.isKey()
                || part.declared().constraints().required()
                || parts(part.type()).stream()
                        .anyMatch(each -> each instanceof Part.Embedded below
                                ? isRequired(below)
                                : each.declared().isRequiredColumn());
    }

    /** What a new embeddable must be given: what is required, not initialized by the class, and without a default value. */
    List<String> needed(Class<?> embeddable) {
        Object fresh = newInstance(embeddable);
        return parts(embeddable).stream()
                .filter(part -> part instanceof Part.Embedded below
                        ? isRequired(below)
                        : part.declared().isRequiredColumn()
                                || part.declared().constraints().required())
                .filter(part -> !part.declared().has(DefaultValue.class) && get(fresh, part) == null)
                .map(Part::name)
                .toList();
    }

    /** A new embeddable, by its constructor without parameters. */
    Object newInstance(Class<?> embeddable) {
        try {
            Constructor<?> constructor = embeddable.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Embeddable " + embeddable.getName() + " cannot be created", e);
        }
    }

    /** Whether an attribute or relationship is a part of the primary key. */
    boolean isId(Class<?> entity, String name) {
        for (Attribute<?, ?> attribute : attributes(entity)) {
            if (attribute.getName().equals(name)) {
                return attribute instanceof SingularAttribute<?, ?> single && single.isId();
            }
        }
        return false;
    }

    /** The key of an entity as the provider takes it. */
    Object identifier(Object entity) {
        return parts(typeOf(entity)).stream()
                .filter(part -> part instanceof Part.Embedded embedded && embedded.isKey())
                .map(part -> get(entity, part))
                .findFirst()
                .orElseGet(() -> factory.getPersistenceUnitUtil().getIdentifier(entity));
    }

    private boolean isEntity(Object owner) {
        return unit.entityName(owner) != null;
    }

    /** What a collection or map contains: a list as it stands, a map by its keys, anything else by what tells one from another. */
    List<Object> elements(Part part, Object container) {
        if (container instanceof Map<?, ?> map) {
            return Sorted.entries(map).stream()
                    .map(entry -> (Object) entry.getValue())
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        List<Object> elements = new ArrayList<>((Collection<?>) container);
        boolean ordered = container instanceof List || part.declared().has(OrderBy.class);
        return ordered ? elements : Sorted.elements(elements, this::identity);
    }

    /** The key of an entity, the values of an embeddable, a value itself. */
    private @Nullable Object identity(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        List<Part> parts = parts(typeOf(value));
        List<Part> key = parts.stream().filter(Part::isKey).toList();
        List<Object> identity = new ArrayList<>();
        (key.isEmpty() ? parts : key)
                .stream()
                        .filter(part -> part instanceof Part.Value || part instanceof Part.Embedded)
                        .forEach(part -> identity.add(identity(get(value, part))));
        return parts.isEmpty() ? value : identity;
    }

    private List<Part> read(Class<?> type) {
        Map<String, Part> parts = new TreeMap<>();
        model.entity(type).ifPresent(entity -> described(entity, parts));
        boolean ofEntity = !parts.isEmpty();
        for (Attribute<?, ?> attribute : attributes(type)) {
            if (!parts.containsKey(attribute.getName())) {
                part(attribute, Declared.of(type, attribute.getName()), ofEntity)
                        .ifPresent(part -> parts.put(part.name(), part));
            }
        }
        List<Part> ordered = new ArrayList<>(parts.values());
        ordered.sort(Comparator.comparing((Part part) -> !part.isKey())
                .thenComparing(Part::leadsOn)
                .thenComparing(Part::name));
        return List.copyOf(ordered);
    }

    private void described(EntityDescription entity, Map<String, Part> parts) {
        Lineage lineage = Lineage.of(model, entity);
        lineage.attributes().stream()
                .filter(attribute -> !attribute.name().contains("."))
                .forEach(attribute -> parts.put(
                        attribute.name(),
                        new Part.Value(
                                attribute.name(),
                                Declared.of(entity.type(), attribute.name()),
                                attribute.type(),
                                Optional.of(attribute))));
        lineage.relationships()
                .forEach(relationship -> parts.put(
                        relationship.attribute(),
                        new Part.Relation(
                                relationship.attribute(),
                                Declared.of(entity.type(), relationship.attribute()),
                                model.entity(relationship.target())
                                        .orElseThrow()
                                        .type(),
                                relationship)));
        lineage.polymorphic()
                .forEach(pair -> parts.put(
                        pair.attribute(),
                        new Part.Polymorphic(
                                pair.attribute(),
                                Declared.of(entity.type(), pair.attribute()),
                                pair.entities().stream()
                                        .<Class<?>>map(name ->
                                                model.entity(name).orElseThrow().type())
                                        .toList(),
                                pair)));
    }

    private Iterable<? extends Attribute<?, ?>> attributes(Class<?> type) {
        try {
            ManagedType<?> managed = factory.getMetamodel().managedType(type);
            return managed.getAttributes();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Nobody but the provider knows whether collections inside an embeddable are loaded, so that these are left out. */
    private static Optional<Part> part(Attribute<?, ?> attribute, Declared declared, boolean ofEntity) {
        String name = attribute.getName();
        return switch (attribute.getPersistentAttributeType()) {
            case BASIC ->
                Optional.of(new Part.Value(
                        name, declared, declared.type().orElse(attribute.getJavaType()), Optional.empty()));
            case EMBEDDED ->
                Optional.of(new Part.Embedded(
                        name,
                        declared,
                        attribute.getJavaType(),
                        attribute instanceof SingularAttribute<?, ?> single && single.isId()));
            case ELEMENT_COLLECTION ->
                ofEntity ? Optional.of(elements((PluralAttribute<?, ?, ?>) attribute, declared)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Part elements(PluralAttribute<?, ?, ?> attribute, Declared declared) {
        return new Part.Elements(
                attribute.getName(),
                declared,
                attribute instanceof MapAttribute<?, ?, ?> map ? Optional.of(map.getKeyJavaType()) : Optional.empty(),
                attribute.getElementType().getJavaType(),
                attribute.getElementType() instanceof EmbeddableType);
    }
}
