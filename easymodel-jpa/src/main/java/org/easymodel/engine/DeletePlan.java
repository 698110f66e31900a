package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.RelationshipDescription.Origin;

/**
 * Which entities a deletion reaches, and what happens to the rows that lead to each.
 *
 * @param leading the relationships that lead to each reached entity, with what is to happen
 * @param order the reached entities, each after those whose rows lead to it
 */
record DeletePlan(Map<String, Map<RelationshipDescription, OnDelete>> leading, List<String> order) {

    static DeletePlan of(Model model, String place, EntityDescription root) {
        Map<String, Map<RelationshipDescription, OnDelete>> leading = new LinkedHashMap<>();
        visit(model, place, root, leading, new ArrayList<>());
        return new DeletePlan(leading, ordered(leading));
    }

    /** Each entity after those whose rows lead to it; in a circle the first one goes first. */
    private static List<String> ordered(Map<String, Map<RelationshipDescription, OnDelete>> leading) {
        List<String> open = new ArrayList<>(leading.keySet());
        List<String> order = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.stream()
                    .filter(entity -> leading.get(entity).keySet().stream()
                            .map(RelationshipDescription::entity)
                            .noneMatch(child -> !child.equals(entity) && open.contains(child)))
                    .findFirst()
                    .orElse(open.get(open.size() - 1));
            open.remove(next);
            order.add(next);
        }
        return order;
    }

    private static void visit(
            Model model,
            String place,
            EntityDescription entity,
            Map<String, Map<RelationshipDescription, OnDelete>> leading,
            List<String> above) {
        if (above.contains(entity.name())) {
            throw Problems.cascadeCircle(place, entity);
        }
        if (leading.containsKey(entity.name())) {
            return;
        }
        refuseOtherCascades(model, place, entity);
        Map<RelationshipDescription, OnDelete> rules = new LinkedHashMap<>();
        leading.put(entity.name(), rules);
        above.add(entity.name());
        for (RelationshipDescription relationship : model.leadingTo(entity)) {
            OnDelete rule = rule(model, relationship);
            rules.put(relationship, rule);
            if (rule == OnDelete.CASCADE && !relationship.entity().equals(entity.name())) {
                visit(model, place, model.entity(relationship.entity()), leading, above);
            }
        }
        above.remove(entity.name());
    }

    /** A cascade to rows that do not lead back cannot be followed by their keys. */
    private static void refuseOtherCascades(Model model, String place, EntityDescription entity) {
        model.relationships(entity).stream()
                .filter(relationship -> relationship.origin() == Origin.DECLARED_CASCADE)
                .filter(relationship -> model.inverse(relationship)
                        .filter(RelationshipDescription::owner)
                        .isEmpty())
                .findFirst()
                .ifPresent(relationship -> {
                    throw Problems.cascadeWithoutKey(place, relationship);
                });
    }

    private static OnDelete rule(Model model, RelationshipDescription relationship) {
        boolean cascadesFromTarget = model.inverse(relationship)
                .filter(inverse -> inverse.origin() == Origin.DECLARED_CASCADE)
                .isPresent();
        if (cascadesFromTarget || model.isLink(relationship.entity())) {
            return OnDelete.CASCADE;
        }
        return relationship.inferred() ? relationship.onDelete() : OnDelete.REFUSE;
    }

    private List<RelationshipDescription> with(String entity, OnDelete rule) {
        return leading.getOrDefault(entity, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue() == rule)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<RelationshipDescription> cascading(String entity) {
        return with(entity, OnDelete.CASCADE);
    }

    List<RelationshipDescription> refusing(String entity) {
        return with(entity, OnDelete.REFUSE);
    }

    List<RelationshipDescription> emptying(String entity) {
        return with(entity, OnDelete.SET_NULL);
    }

    /** Whether no row leads to those of the entity. */
    boolean endsAt(String entity) {
        return leading.getOrDefault(entity, Map.of()).isEmpty();
    }

    /**
     * Whether one statement is not enough: other rows go or change, rows of a tree lead to each other, or rows lead to these as
     * to those of another entity of their hierarchy.
     */
    boolean needsKeys() {
        return leading.entrySet().stream().anyMatch(each -> each.getValue().entrySet().stream()
                .anyMatch(rule -> rule.getValue() != OnDelete.REFUSE
                        || rule.getKey().entity().equals(rule.getKey().target())
                        || !rule.getKey().target().equals(each.getKey())));
    }
}
