package org.easymodel.relate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The entities that a key may lead to, sorted by name. Immutable. */
final class Targets {

    private final List<EntityDescription> entities;
    private final Map<String, EntityDescription> byName = new HashMap<>();

    Targets(List<EntityDescription> entities) {
        this.entities = entities.stream()
                .sorted(Comparator.comparing(EntityDescription::name))
                .toList();
        entities.forEach(entity -> byName.put(entity.name(), entity));
    }

    List<EntityDescription> entities() {
        return entities;
    }

    Optional<EntityDescription> ofClass(Class<?> type) {
        return entities.stream().filter(entity -> entity.type() == type).findFirst();
    }

    /** The entities of that name, or whose class has that simple name. */
    Stream<EntityDescription> called(String name) {
        return entities.stream()
                .filter(entity -> entity.name().equals(name)
                        || entity.type().getSimpleName().equals(name));
    }

    /**
     * The entities that the name of an attribute says with {@code Id} after it: {@code userId} says {@code User}; else {@code
     * vatRateId} says {@code VATRate}, and {@code productId} says {@code Products}.
     */
    List<EntityDescription> saidBy(AttributeDescription attribute) {
        Optional<String> stem = Names.stem(attribute.name()).map(Names::capitalized);
        if (stem.isEmpty()) {
            return List.of();
        }
        List<EntityDescription> called = called(stem.get()).toList();
        if (called.isEmpty()) {
            called = alike(stem.get());
        }
        return called.isEmpty()
                ? alike(Names.plural(stem.get())).stream()
                        .filter(entity -> Names.isPlural(entity.name())
                                || Names.isPlural(entity.type().getSimpleName()))
                        .toList()
                : called;
    }

    private List<EntityDescription> alike(String name) {
        return entities.stream()
                .filter(entity -> Names.alike(entity.name(), name)
                        || Names.alike(entity.type().getSimpleName(), name))
                .toList();
    }

    /** Whether an entity extends another one, directly or not. */
    boolean extendsOther(EntityDescription entity, EntityDescription other) {
        Optional<EntityDescription> above = entity.parent().map(byName::get);
        return above.filter(each -> each == other || extendsOther(each, other)).isPresent();
    }

    /** The attributes of the whole primary key; none if a relationship is a part of it, since no attribute shows that part. */
    List<AttributeDescription> id(EntityDescription entity) {
        return entity.wholeId() ? entity.id() : List.of();
    }
}
