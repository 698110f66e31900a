package org.easymodel.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;

/**
 * Which attributes hold the key of another entity: those that say so, and those whose name is an entity's name with
 * {@code Id} and whose type is the type of its key.
 */
final class KeyRules {

    private static final Set<Class<?>> LONGS = Set.of(Long.class, long.class);
    private static final Set<Class<?>> INTEGERS = Set.of(Integer.class, int.class);
    private static final Set<Class<?>> SHORTS = Set.of(Short.class, short.class);

    private final List<EntityDescription> entities;
    private final List<RelationshipDescription> declared;
    private final List<Problem> problems;

    KeyRules(List<EntityDescription> entities, List<RelationshipDescription> declared, List<Problem> problems) {
        this.entities = entities;
        this.declared = declared;
        this.problems = problems;
    }

    List<ForeignKeyAttribute> keys() {
        List<ForeignKeyAttribute> keys = new ArrayList<>();
        for (EntityDescription entity : entities) {
            Set<String> mapped = keysOfDeclared(entity);
            entity.attributes().stream()
                    .filter(attribute -> attribute.inferable() && !mapped.contains(attribute.name()))
                    .forEach(attribute -> key(entity, attribute).ifPresent(keys::add));
        }
        return keys;
    }

    private Set<String> keysOfDeclared(EntityDescription entity) {
        return declared.stream()
                .filter(relationship -> relationship.owner()
                        && relationship.entity().equals(entity.name())
                        && relationship.key().isPresent())
                .map(relationship -> relationship.key().get())
                .collect(Collectors.toSet());
    }

    private Optional<ForeignKeyAttribute> key(EntityDescription entity, AttributeDescription attribute) {
        return attribute.reference().isPresent()
                ? annotated(entity, attribute, attribute.reference().get())
                : named(entity, attribute);
    }

    private Optional<ForeignKeyAttribute> annotated(
            EntityDescription entity, AttributeDescription attribute, Reference reference) {
        Optional<EntityDescription> target = entities.stream()
                .filter(each -> each.type() == reference.target())
                .findFirst();
        if (target.isEmpty()) {
            problems.add(Problems.noEntity(entity, attribute, reference.target()));
            return Optional.empty();
        }
        if (target.get().singleId().isEmpty()) {
            problems.add(Problems.compositeKey(entity, attribute, target.get()));
            return Optional.empty();
        }
        AttributeDescription id = target.get().singleId().get();
        if (!sameType(attribute.type(), id.type())) {
            problems.add(Problems.otherType(entity, attribute, target.get(), id));
            return Optional.empty();
        }
        return Optional.of(new ForeignKeyAttribute(
                entity,
                attribute,
                target.get(),
                stem(attribute.name()).orElse(attribute.name()),
                reference.attribute(),
                reference.inverse(),
                reference.onDelete(),
                true));
    }

    private Optional<ForeignKeyAttribute> named(EntityDescription entity, AttributeDescription attribute) {
        if (!attribute.isPayload() || !attribute.insertable()) {
            return Optional.empty();
        }
        return stem(attribute.name()).flatMap(stem -> entityCalled(Names.capitalized(stem))
                .filter(target -> target.singleId()
                        .filter(id -> sameType(attribute.type(), id.type()))
                        .isPresent())
                .map(target ->
                        new ForeignKeyAttribute(entity, attribute, target, stem, "", "", OnDelete.REFUSE, false)));
    }

    private Optional<EntityDescription> entityCalled(String name) {
        List<EntityDescription> candidates = entities.stream()
                .filter(entity -> entity.name().equals(name)
                        || entity.type().getSimpleName().equals(name))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static Optional<String> stem(String attribute) {
        for (String ending : List.of("_id", "Id")) {
            if (attribute.length() > ending.length() && attribute.endsWith(ending)) {
                return Optional.of(attribute.substring(0, attribute.length() - ending.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean sameType(Class<?> key, Class<?> id) {
        return key == id
                || LONGS.contains(key) && LONGS.contains(id)
                || INTEGERS.contains(key) && INTEGERS.contains(id)
                || SHORTS.contains(key) && SHORTS.contains(id);
    }
}
