package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.query.Expression;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a change of many rows in one statement changes: attributes to values, and to-one relationships to rows.
 *
 * @param values converted values and expressions, by attribute
 * @param targets the rows to lead to, null for none, by relationship
 */
record Changes(Map<String, Object> values, Map<String, Node> targets) {

    static Changes read(Model model, EntityDescription entity, String place, Map<String, ?> changes) {
        List<Problem> problems = new ArrayList<>();
        Changes read = new Changes(new TreeMap<>(), new TreeMap<>());
        new TreeMap<String, Object>(changes).forEach((key, value) -> {
            Optional<AttributeDescription> attribute = entity.attribute(key);
            Optional<RelationshipDescription> relationship = model.relationship(entity, key);
            Optional<PolymorphicDescription> pair = model.polymorphic(entity, key);
            if (attribute.isPresent()) {
                read.attribute(place, attribute.get(), value, problems);
            } else if (pair.isPresent()) {
                read.toAny(
                        model, place, pair.get(), value, changes.get(pair.get().type()), problems);
            } else if (relationship.isEmpty()) {
                problems.add(GraphProblems.unknownKey(place, key, key, entity.name(), model.names(entity)));
            } else {
                read.relationship(model, place, relationship.get(), value, problems);
            }
        });
        read.targets.keySet().forEach(name -> model.relationship(entity, name)
                .map(relationship -> relationship.key().attributes())
                .or(() -> model.polymorphic(entity, name).map(pair -> List.of(pair.key())))
                .ifPresent(attributes -> attributes.stream()
                        .filter(read.values::containsKey)
                        .forEach(key -> problems.add(GraphProblems.contradiction(place, key, name)))));
        model.polymorphic(entity).forEach(pair -> read.type(model, place, pair, problems));
        Problems.throwIfAny(problems);
        return read;
    }

    /** What says the entity may stand beside the row that is of it, and is then said once. */
    private void type(Model model, String place, PolymorphicDescription pair, List<Problem> problems) {
        if (targets.containsKey(pair.attribute()) && values.containsKey(pair.type())) {
            Object value = Optional.ofNullable(targets.get(pair.attribute()))
                    .flatMap(target -> model.description().target(pair, target.entity.name()))
                    .map(PolymorphicDescription.Target::value)
                    .orElse(null);
            if (Objects.equals(value, values.remove(pair.type()))) {
                return;
            }
            problems.add(GraphProblems.contradiction(place, pair.type(), pair.attribute()));
        }
    }

    private void toAny(
            Model model,
            String place,
            PolymorphicDescription pair,
            @Nullable Object value,
            @Nullable Object said,
            List<Problem> problems) {
        if (value == null) {
            relationship(model, place, pair.toward(pair.targets().get(0)), null, problems);
            return;
        }
        PairValue.of(model, pair, value, said)
                .ifPresentOrElse(
                        given -> relationship(model, place, pair.toward(given.target()), given.value(), problems),
                        () -> problems.add(
                                value instanceof Map<?, ?>
                                        ? PairProblems.whichEntity(
                                                place,
                                                pair.attribute(),
                                                pair,
                                                PairValue.meant(model, pair, value, said))
                                        : PairProblems.noValueOf(place, pair.attribute(), pair, value.getClass())));
    }

    private void attribute(String place, AttributeDescription attribute, Object value, List<Problem> problems) {
        String name = attribute.name();
        if (attribute.role() != Role.BASIC || !attribute.updatable()) {
            problems.add(GraphProblems.notChangeable(place, name));
        } else if (value == null) {
            if (attribute.required()) {
                problems.add(GraphProblems.nullForRequired(place, name));
            } else {
                values.put(name, null);
            }
        } else if (value instanceof Expression) {
            values.put(name, value);
        } else {
            Conversion.to(attribute.type(), value)
                    .ifPresentOrElse(
                            converted -> values.put(name, converted),
                            () -> problems.add(
                                    GraphProblems.wrongValue(place, name, attribute.type(), value.getClass())));
        }
    }

    private void relationship(
            Model model,
            String place,
            RelationshipDescription relationship,
            @Nullable Object value,
            List<Problem> problems) {
        String name = relationship.attribute();
        EntityDescription target = model.target(relationship);
        if (value == null) {
            if (relationship.required()) {
                problems.add(GraphProblems.nullForRequired(place, name));
            } else {
                targets.put(name, null);
            }
        } else {
            MapReader reader = new MapReader(model, place, problems);
            Optional<Node> node = reader.child(name, target, value, 0, Node.Kind.MAP);
            if (node.isEmpty()) {
                problems.add(GraphProblems.noMap(place, name, target, value.getClass()));
            } else {
                node.ifPresent(each -> targets.put(name, each));
            }
        }
    }
}
