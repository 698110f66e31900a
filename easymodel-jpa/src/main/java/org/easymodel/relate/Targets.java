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

    /** The entities that the name of an attribute says with {@code Id} after it: {@code userId} says {@code User}. */
    Stream<EntityDescription> saidBy(AttributeDescription attribute) {
        return Names.stem(attribute.name()).map(Names::capitalized).stream().flatMap(this::called);
    }

    /** The attributes of the whole primary key; none if a relationship is a part of it, since no attribute shows that part. */
    List<AttributeDescription> id(EntityDescription entity) {
        return entity.wholeId() ? entity.id() : List.of();
    }
}
