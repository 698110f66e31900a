package org.easymodel.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.NestedMaps;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.TypeValue;

/** Changes every row that meets a condition, in one statement as long as the changes touch only columns of these rows. */
record BulkUpdate(Entities<?> entities) {

    private static final String VERB = "updateWhere";

    Long run(Condition condition, Map<String, ?> changes) {
        String place = entities.place(VERB);
        EntityDescription entity = entities.entity();
        if (new Reach(entities.model(), entity, changes).isFurther()) {
            return new RowUpdate<>(entities, VERB, NestedMaps.LINK).runWhere(condition, changes);
        }
        Changes read = Changes.read(entities.model(), entity, place, changes);
        if (changes.isEmpty()) {
            throw Problems.nothingToChange(place);
        }
        List<Change> parts = entities.model().parts(entity).stream()
                .map(part -> change(part, condition, read))
                .toList();
        if (parts.get(0).rows().clause().isNever()) {
            return 0L;
        }
        return entities.call(VERB, entityManager -> parts.stream()
                .mapToLong(part ->
                        part.statement().query(entityManager, part.text()).executeUpdate())
                .sum());
    }

    /** What changes the rows of one table. */
    private record Change(Statement statement, String text, RowSet rows) {}

    private Change change(EntityDescription entity, Condition condition, Changes read) {
        String place = entities.place(VERB);
        Statement statement = entities.statement(VERB);
        Scope root = statement.scope(entity, "e");
        List<String> steps = new ArrayList<>();
        read.values().forEach((name, value) -> steps.add("e." + name + " = " + value(root, name, value)));
        read.targets().forEach((name, target) -> steps.add(target(root, name, target)));
        steps.addAll(movements(root));
        if (!root.joins().isEmpty()) {
            throw Problems.relatedInExpression(place);
        }
        RowSet rows = RowSet.of(root, condition);
        if (rows.clause().isAlways()) {
            throw Problems.emptyCriteria(place);
        }
        String text = "update " + entity.name() + " e set " + String.join(", ", steps) + rows.where();
        return new Change(statement, text, rows);
    }

    private static String value(Scope root, String name, Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Expression expression) {
            ExpressionCompiler compiler = new ExpressionCompiler(root, name);
            AttributeDescription attribute = root.entity().attribute(name).orElseThrow();
            return Conversion.isNumber(attribute.type()) ? compiler.number(expression) : compiler.any(expression);
        }
        return root.statement().bind(value);
    }

    /** A row is named by its key, which this one holds. */
    private String target(Scope root, String name, Node target) {
        Model model = entities.model();
        RelationshipDescription relationship = model.relationship(entities.entity(), name)
                .or(() -> model.polymorphic(entities.entity(), name)
                        .flatMap(pair -> target == null
                                ? Optional.of(pair.toward(pair.targets().get(0)))
                                : model.toward(pair, target.entity)))
                .orElseThrow();
        KeyDescription key = relationship.key();
        if (target == null) {
            List<String> attributes = key.isEmpty() ? List.of(relationship.attribute()) : emptied(relationship);
            return attributes.stream()
                    .map(attribute -> "e." + attribute + " = null")
                    .collect(Collectors.joining(", "));
        }
        Stream<String> type = relationship.type().stream()
                .map(each -> "e." + each.attribute() + " = " + root.statement().bind(each.value()));
        return Stream.concat(
                        key.parts().stream()
                                .map(part -> "e." + part.attribute() + " = "
                                        + root.statement().bind(target.values.get(part.id()))),
                        type)
                .collect(Collectors.joining(", "));
    }

    /** The attributes of a key; and beside it what says its entity, if that may be null. */
    private List<String> emptied(RelationshipDescription relationship) {
        return Stream.concat(
                        relationship.key().attributes().stream(),
                        relationship.type().stream().map(TypeValue::attribute).filter(name -> !entities.entity()
                                .attribute(name)
                                .orElseThrow()
                                .required()))
                .toList();
    }

    private static List<String> movements(Scope root) {
        List<String> movements = new ArrayList<>();
        for (AttributeDescription attribute : root.entity().attributes()) {
            String name = "e." + attribute.name();
            if (attribute.role() == Role.UPDATED_AT) {
                movements.add(name + " = " + root.statement().bind(Instant.now().truncatedTo(ChronoUnit.MICROS)));
            } else if (attribute.role() == Role.VERSION && Conversion.isNumber(attribute.type())) {
                movements.add(name + " = " + name + " + 1");
            }
        }
        return movements;
    }
}
