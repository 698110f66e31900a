package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.failure.Problem;
import org.easymodel.query.Expression;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** Changes one row through its managed entity, so that callbacks run and the version moves. */
record RowUpdate<E>(Entities<E> entities) {

    private static final String VERB = "update";

    E run(Object id, Map<String, ?> changes) {
        String place = entities.place(VERB);
        EntityDescription entity = entities.entity();
        Model model = entities.model();
        Object key = Values.id(place, entity, id);
        Changes read = Changes.read(model, entity, place, changes);
        List<Problem> problems = new ArrayList<>();
        read.values().forEach((name, value) -> {
            if (value instanceof Expression) {
                problems.add(GraphProblems.expressionForOneRow(place, name));
            }
        });
        List<Node> nodes = read.targets().values().stream()
                .filter(Objects::nonNull)
                .flatMap(node -> node.all().stream())
                .toList();
        Graph graph = new Graph(model, place, nodes);
        graph.check(problems);
        List<String> further = new ArrayList<>(read.targets().keySet());
        further.addAll(graph.paths());
        List<String> paths = entities.fetch().pathsWith(further, model, entity);
        return entities.call(VERB, entityManager -> {
            Object row = entityManager.find(entity.type(), key);
            if (row == null) {
                throw Problems.noRowToUpdate(place, entity);
            }
            graph.write(entityManager, problems);
            change(entityManager, row, read);
            return entities.again(entityManager, row, paths);
        });
    }

    private void change(EntityManager entityManager, Object row, Changes changes) {
        Model model = entities.model();
        changes.values().forEach((name, value) -> {
            if (!Likewise.same(model.unit().get(row, name), value)) {
                model.unit().set(row, name, value);
            }
        });
        GraphWriter writer = new GraphWriter(model, entityManager, entities.place(VERB));
        changes.targets().forEach((name, target) -> {
            RelationshipDescription relationship =
                    model.relationship(entities.entity(), name).orElseThrow();
            writer.lead(row, relationship, target);
        });
    }
}
