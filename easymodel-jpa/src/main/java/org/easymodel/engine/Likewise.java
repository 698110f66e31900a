package org.easymodel.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
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
            if (!leadsTo(row, model.leading(node, attribute), target)) {
                problems.add(GraphProblems.differs(place, node.pathOf(attribute), node.entity));
            }
        });
    }

    /** Of a row that is written: what cannot be changed must be as it is. */
    void checkFixed(Node node) {
        Object row = node.instance();
        node.values.forEach((name, value) -> {
            Optional<AttributeDescription> attribute = node.entity.attribute(name);
            boolean fixed = attribute
                    .filter(each -> each.role() != Role.BASIC || !each.updatable())
                    .isPresent();
            Object current = fixed ? model.unit().get(row, name) : null;
            if (!fixed || same(value, current)) {
                return;
            }
            if (attribute.get().role() == Role.VERSION && node.isChanges()) {
                throw RowProblems.stale(place, node.pathOf(name), node.entity);
            }
            problems.add(GraphProblems.differs(place, node.pathOf(name), node.entity));
        });
    }

    /** Two maps may write one row if they say the same where both speak. */
    void checkBoth(Node node, Node other) {
        Set<String> differing = new TreeSet<>();
        node.values.forEach((name, value) -> {
            if (other.values.containsKey(name) && !same(value, other.values.get(name))) {
                differing.add(name);
            }
        });
        node.toOne.forEach((name, target) -> {
            Node theirs = other.toOne.get(name);
            boolean agree = !other.toOne.containsKey(name)
                    || (target == null
                            ? theirs == null
                            : theirs != null
                                    && (theirs.row() == target.row()
                                            || theirs.instance() != null && theirs.instance() == target.instance()));
            if (!agree) {
                differing.add(name);
            }
        });
        differing.forEach(name ->
                problems.add(GraphProblems.writtenTwice(place, node.pathOf(name), node.entity, other.pathOf(name))));
    }

    private boolean leadsTo(Object row, RelationshipDescription relationship, Node target) {
        if (!relationship.key().isEmpty()) {
            Keys keys = new Keys(model);
            return target == null
                    ? relationship.key().attributes().stream()
                            .anyMatch(attribute -> model.unit().get(row, attribute) == null)
                    : target.isLinked()
                            && relationship
                                    .type()
                                    .filter(type ->
                                            !type.value().equals(model.unit().get(row, type.attribute())))
                                    .isEmpty()
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
