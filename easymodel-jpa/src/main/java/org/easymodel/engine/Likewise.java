package org.easymodel.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** Checks that what a map says beside the key is what the row says that it links to. */
record Likewise(Model model, String place, List<Problem> problems) {

    void checkLinked(Node node) {
        Object row = node.instance();
        node.values.forEach((attribute, value) -> {
            if (!Compound.same(model.anatomy(), value, model.unit().get(row, attribute))) {
                problems.add(GraphProblems.differs(place, node.pathOf(attribute), node.entity));
            }
        });
        node.toOne.forEach((attribute, target) -> {
            RelationshipDescription relationship =
                    model.relationship(node.entity, attribute).orElseThrow();
            if (!leadsTo(row, relationship, target)) {
                problems.add(GraphProblems.differs(place, node.pathOf(attribute), node.entity));
            }
        });
    }

    private boolean leadsTo(Object row, RelationshipDescription relationship, Node target) {
        if (!relationship.key().isEmpty()) {
            Keys keys = new Keys(model);
            return target == null
                    ? relationship.key().attributes().stream()
                            .anyMatch(attribute -> model.unit().get(row, attribute) == null)
                    : target.isLinked()
                            && relationship.key().parts().stream()
                                    .allMatch(part -> same(
                                            keys.idOf(target, part.id()),
                                            model.unit().get(row, part.attribute())));
        }
        Object current = model.unit().get(row, relationship.attribute());
        return target == null ? current == null : target.isLinked() && target.instance() == current;
    }

    void checkSame(Node node, Node other) {
        EntityDescription entity = node.entity;
        node.values.forEach((attribute, value) -> {
            if (!other.values.containsKey(attribute) || !same(value, other.values.get(attribute))) {
                problems.add(GraphProblems.differsFromOther(place, node.pathOf(attribute), entity, other.path));
            }
        });
        node.toOne.forEach((attribute, target) -> {
            Node theirs = other.toOne.get(attribute);
            boolean agree = target == null ? theirs == null : theirs != null && theirs.row() == target.row();
            if (!agree) {
                problems.add(GraphProblems.differsFromOther(place, node.pathOf(attribute), entity, other.path));
            }
        });
    }

    static boolean same(Object left, Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.deepEquals(left, right);
    }
}
