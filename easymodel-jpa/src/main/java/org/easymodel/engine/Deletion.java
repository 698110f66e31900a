package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Deletes rows with what goes with them, children first. Where other rows go or change too, the keys are read first: a
 * condition over relationships would no longer select the same rows afterwards.
 */
final class Deletion {

    private final Model model;
    private final String place;
    private final Map<String, Set<List<Object>>> met = new HashMap<>();

    /** The entities of which rows that go lead to each other in a circle. */
    private final Set<String> circular = new HashSet<>();

    Deletion(Model model, String place) {
        this.model = model;
        this.place = place;
    }

    /** The work of deleting the rows that meet a condition, checked as far as that needs no database. */
    Function<EntityManager, Long> of(EntityDescription entity, Condition condition) {
        RowSet rows = RowSet.of(new Statement(model, place).scope(entity, "e"), condition);
        if (rows.clause().isAlways()) {
            throw Problems.emptyCriteria(place);
        }
        return rows.clause().isNever() ? entityManager -> 0L : planned(entity, condition);
    }

    /** The work of deleting all rows. */
    Function<EntityManager, Long> ofEverything(EntityDescription entity) {
        return planned(entity, Conditions.all());
    }

    private Function<EntityManager, Long> planned(EntityDescription entity, Condition condition) {
        DeletePlan plan = DeletePlan.of(model, place, entity);
        return plan.needsKeys() || model.isSpread(entity)
                ? entityManager -> new Deletion(model, place).withOthers(entityManager, plan, entity, condition)
                : entityManager -> alone(entityManager, plan, entity, condition);
    }

    private Long alone(EntityManager entityManager, DeletePlan plan, EntityDescription entity, Condition condition) {
        for (RelationshipDescription leading : plan.refusing(entity.name())) {
            refuse(leading, count(entityManager, leading, Conditions.related(leading.path(), condition)));
        }
        return delete(entityManager, entity, condition);
    }

    private Long withOthers(
            EntityManager entityManager, DeletePlan plan, EntityDescription entity, Condition condition) {
        Map<String, List<List<Condition>>> going = new LinkedHashMap<>();
        List<List<Object>> ids = ids(entityManager, entity, List.of(condition));
        if (ids.isEmpty()) {
            return 0L;
        }
        met(entity).addAll(ids);
        collect(entityManager, plan, entity, ids, new HashSet<>(), going);
        for (String name : plan.order()) {
            if (going.containsKey(name)) {
                settle(entityManager, plan, model.entity(name));
                levelsLastFirst(going.get(name))
                        .forEach(level -> level.forEach(each -> delete(entityManager, model.entity(name), each)));
            }
        }
        return (long) ids.size();
    }

    private static <L> List<L> levelsLastFirst(List<L> levels) {
        List<L> reversed = new ArrayList<>(levels);
        Collections.reverse(reversed);
        return reversed;
    }

    /**
     * Notes which rows go: these, those that cascade from them, and each level of a tree below its parents.
     *
     * @param above the levels of the same entity above these rows
     */
    private void collect(
            EntityManager entityManager,
            DeletePlan plan,
            EntityDescription entity,
            Collection<List<Object>> ids,
            Set<Set<List<Object>>> above,
            Map<String, List<List<Condition>>> going) {
        going.computeIfAbsent(entity.name(), name -> new ArrayList<>())
                .add(idOf(entity).conditions(ids));
        for (RelationshipDescription leading : plan.cascading(entity.name())) {
            EntityDescription child = model.entity(leading.entity());
            List<Condition> children = leadingTo(leading, ids);
            if (child.equals(entity)) {
                branch(entityManager, plan, entity, ids(entityManager, child, children), above, going);
            } else if (plan.endsAt(child.name())) {
                going.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(children);
            } else {
                List<List<Object>> further = new ArrayList<>(ids(entityManager, child, children));
                further.removeIf(id -> !met(child).add(id));
                if (!further.isEmpty()) {
                    collect(entityManager, plan, child, further, new HashSet<>(), going);
                }
            }
        }
        for (RelationshipDescription leading : plan.refusing(entity.name())) {
            if (leading.entity().equals(entity.name())) {
                List<List<Object>> own = new ArrayList<>(ids(entityManager, entity, leadingTo(leading, ids)));
                own.retainAll(met(entity));
                branch(entityManager, plan, entity, own, above, going);
            }
        }
    }

    /** A row that lies below another goes before it, though it was asked for by itself; a circle comes to an end. */
    private void branch(
            EntityManager entityManager,
            DeletePlan plan,
            EntityDescription entity,
            Collection<List<Object>> ids,
            Set<Set<List<Object>>> above,
            Map<String, List<List<Condition>>> going) {
        met(entity).addAll(ids);
        Set<List<Object>> level = new HashSet<>(ids);
        if (above.contains(level) || above.size() > met(entity).size()) {
            circular.add(entity.name());
        } else if (!ids.isEmpty()) {
            above.add(level);
            collect(entityManager, plan, entity, ids, above, going);
            above.remove(level);
        }
    }

    /** The keys of the rows that go and have others leading to them. */
    private Set<List<Object>> met(EntityDescription entity) {
        return met.computeIfAbsent(entity.name(), name -> new LinkedHashSet<>());
    }

    /** Refuses while rows lead to those that go, and empties keys, just before the rows go. */
    private void settle(EntityManager entityManager, DeletePlan plan, EntityDescription entity) {
        for (RelationshipDescription leading : plan.emptying(entity.name())) {
            leadingTo(leading, met(entity)).forEach(rows -> empty(entityManager, leading, rows));
        }
        for (RelationshipDescription leading : plan.refusing(entity.name())) {
            List<Condition> rows = leadingTo(leading, met(entity));
            if (leading.entity().equals(entity.name())) {
                List<List<Object>> others = new ArrayList<>(ids(entityManager, entity, rows));
                others.removeIf(met(entity)::contains);
                refuse(leading, others.size());
            } else {
                refuse(
                        leading,
                        rows.stream()
                                .mapToLong(each -> count(entityManager, leading, each))
                                .sum());
            }
        }
        if (circular.contains(entity.name())) {
            openCircles(entityManager, plan, entity);
        }
    }

    /** In a circle no row could go first. All rows that lead to those that go are among them by now. */
    private void openCircles(EntityManager entityManager, DeletePlan plan, EntityDescription entity) {
        Stream.concat(plan.cascading(entity.name()).stream(), plan.refusing(entity.name()).stream())
                .filter(leading -> leading.entity().equals(entity.name()) && !leading.required())
                .forEach(leading ->
                        leadingTo(leading, met(entity)).forEach(rows -> empty(entityManager, leading, rows)));
    }

    /** The conditions that rows lead to others, whose keys these are. */
    private List<Condition> leadingTo(RelationshipDescription leading, Collection<List<Object>> ids) {
        List<String> holding = idAttributes(model.target(leading)).stream()
                .map(id -> leading.key().holding(id).orElseGet(() -> leading.attribute() + "." + id))
                .toList();
        return new KeyList(holding)
                .conditions(ids).stream()
                        .map(held -> leading.type()
                                .map(type -> held.and(
                                        Conditions.attribute(type.attribute()).equalTo(type.value())))
                                .orElse(held))
                        .toList();
    }

    private KeyList idOf(EntityDescription entity) {
        return new KeyList(idAttributes(entity));
    }

    private List<String> idAttributes(EntityDescription entity) {
        return model.idPaths(entity);
    }

    private void refuse(RelationshipDescription leading, long count) {
        if (count > 0) {
            throw Problems.stillReferenced(place, leading, count);
        }
    }

    private long count(EntityManager entityManager, RelationshipDescription leading, Condition condition) {
        long count = 0;
        for (EntityDescription part : model.parts(model.entity(leading.entity()))) {
            Statement statement = new Statement(model, place);
            Scope scope = statement.scope(part, "e");
            Clause clause = new ConditionCompiler(scope).compile(condition);
            String text =
                    "select count(e) from " + part.name() + " e" + scope.joins().text() + clause.where(scope);
            count += (Long) statement.query(entityManager, text).getSingleResult();
        }
        return count;
    }

    private void empty(EntityManager entityManager, RelationshipDescription leading, Condition condition) {
        String nulls =
                emptied(leading).stream().map(each -> "e." + each + " = null").collect(Collectors.joining(", "));
        for (EntityDescription part : model.parts(model.entity(leading.entity()))) {
            Statement statement = new Statement(model, place);
            RowSet rows = RowSet.of(statement.scope(part, "e"), condition);
            statement
                    .query(entityManager, "update " + part.name() + " e set " + nulls + rows.where())
                    .executeUpdate();
        }
    }

    /** What is to be null: of a key of several attributes those that may be, and rather those that no other key has. */
    private List<String> emptied(RelationshipDescription leading) {
        if (leading.key().isEmpty()) {
            return List.of(leading.attribute());
        }
        EntityDescription entity = model.entity(leading.entity());
        List<String> open = leading.attributes().stream()
                .filter(attribute -> !entity.attribute(attribute).orElseThrow().required())
                .toList();
        List<String> own = open.stream()
                .filter(attribute -> model.relationships(entity).stream()
                        .noneMatch(other ->
                                other != leading && other.owner() && other.key().has(attribute)))
                .toList();
        return !own.isEmpty() ? own : open.isEmpty() ? leading.key().attributes() : open;
    }

    private long delete(EntityManager entityManager, EntityDescription entity, Condition condition) {
        deletePairs(entityManager, entity, condition);
        long deleted = 0;
        for (EntityDescription part : model.parts(entity)) {
            Statement statement = new Statement(model, place);
            RowSet rows = RowSet.of(statement.scope(part, "e"), condition);
            deleted += statement
                    .query(entityManager, "delete from " + part.name() + " e" + rows.where())
                    .executeUpdate();
        }
        return deleted;
    }

    /** Pairs go with either end; the provider sees to those of the end that owns their table. */
    private void deletePairs(EntityManager entityManager, EntityDescription entity, Condition condition) {
        List<RelationshipDescription> leading = model.description().relationships().stream()
                .filter(each -> each.toMany()
                        && !each.inferred()
                        && each.inverse().isEmpty()
                        && each.target().equals(entity.name()))
                .filter(each -> model.inverse(each)
                        .filter(inverse -> inverse.owner() && !inverse.toMany())
                        .isEmpty())
                .toList();
        if (leading.isEmpty() || entity.singleId().isEmpty()) {
            return;
        }
        List<Object> ids = ids(entityManager, entity, List.of(condition)).stream()
                .map(id -> id.get(0))
                .toList();
        for (List<Object> some : Slices.of(ids, Slices.KEYS)) {
            leading.forEach(each -> model.unit().deletePairs(entityManager, each.entity(), each.attribute(), some));
        }
    }

    /** The keys of the rows that meet one of the conditions. */
    private List<List<Object>> ids(EntityManager entityManager, EntityDescription entity, List<Condition> conditions) {
        List<String> attributes = idAttributes(entity);
        List<List<Object>> ids = new ArrayList<>();
        for (EntityDescription part : model.parts(entity)) {
            conditions.forEach(condition -> addIds(entityManager, part, attributes, condition, ids));
        }
        return ids;
    }

    private void addIds(
            EntityManager entityManager,
            EntityDescription entity,
            List<String> attributes,
            Condition condition,
            List<List<Object>> ids) {
        Statement statement = new Statement(model, place);
        Scope scope = statement.scope(entity, "e");
        Clause clause = new ConditionCompiler(scope).compile(condition);
        String selected =
                attributes.stream().map(each -> scope.alias() + "." + each).collect(Collectors.joining(", "));
        statement
                .query(
                        entityManager,
                        "select " + selected + " from " + entity.name() + " e"
                                + scope.joins().text() + clause.where(scope))
                .getResultList()
                .forEach(row -> ids.add(row instanceof Object[] several ? List.of(several) : List.of(row)));
    }
}
