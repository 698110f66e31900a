package org.easymodel.engine;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a query in its order, some at a time, each time in a transaction of its own and from the last row on.
 * Used by one thread at a time.
 */
final class RowWalk<E> {

    private final JpaQuery<E> query;
    private final Entities<E> entities;
    private @Nullable List<? extends @Nullable Object> position;
    private long left;
    private boolean over;

    RowWalk(JpaQuery<E> query) {
        this.query = query;
        this.entities = query.entities();
        this.left = query.selection().limit().orElse(Integer.MAX_VALUE);
        if (query.selection().limit().isEmpty()) {
            left = Long.MAX_VALUE;
        }
    }

    /** Whether nothing comes any more. */
    boolean isOver() {
        return over;
    }

    /** The next rows; at most so many, and possibly none before the end. */
    List<E> next(int most) {
        int wanted = (int) Math.min(most, left);
        Statement statement = entities.statement(JpaQuery.VERB);
        Scope root = statement.scope(entities.entity(), "e");
        Clause condition = new ConditionCompiler(root).compile(query.selection().condition());
        List<OrderStep> steps = new OrderCompiler(root).steps(query.selection().orders(), true);
        Clause both = position == null
                ? condition
                : Clause.all(List.of(condition, new Keyset(statement, steps, position).clause()));
        if (both.isNever() || wanted == 0) {
            over = true;
            return List.of();
        }
        int offset = position == null ? query.selection().offset() : 0;
        List<String> paths = query.selection().fetch().paths(entities.model(), entities.entity());
        List<String> names = steps.stream().map(this::attribute).toList();
        List<E> rows = names.contains(null)
                ? overKeys(statement, root, both, steps, paths, offset, wanted)
                : direct(statement, root, both, steps, names, paths, offset, wanted);
        return rows;
    }

    /** The attribute of the row itself that a step is, or null. */
    private @Nullable String attribute(OrderStep step) {
        String name = step.text().startsWith("e.") ? step.text().substring(2) : "";
        return entities.entity().attribute(name).isPresent() ? name : null;
    }

    /** One statement, whose last row tells the position. */
    private List<E> direct(
            Statement statement,
            Scope root,
            Clause clause,
            List<OrderStep> steps,
            List<String> names,
            List<String> paths,
            int offset,
            int wanted) {
        String text = JpaQuery.text("e", root, clause) + OrderCompiler.text(steps);
        List<E> rows = entities.call(JpaQuery.VERB, entityManager -> {
            Query run = statement.query(entityManager, text);
            run.setFirstResult(offset).setMaxResults(wanted);
            return entities.results(entityManager, run, paths);
        });
        if (!rows.isEmpty()) {
            E last = rows.get(rows.size() - 1);
            List<@Nullable Object> found = new ArrayList<>();
            names.forEach(name -> found.add(RowKey.get(entities.model(), last, name)));
            position = found;
        }
        count(rows.size(), wanted);
        return rows;
    }

    /** The position may be of another row, or computed by the database, so that it is read first. */
    private List<E> overKeys(
            Statement statement,
            Scope root,
            Clause clause,
            List<OrderStep> steps,
            List<String> paths,
            int offset,
            int wanted) {
        String columns = steps.stream().map(OrderStep::text).collect(Collectors.joining(", "));
        String text = JpaQuery.text(columns, root, clause) + OrderCompiler.text(steps);
        Pages<E> pages = new Pages<>(query);
        List<Pages.Place> places = new ArrayList<>();
        List<E> rows = entities.call(JpaQuery.VERB, entityManager -> {
            places.clear();
            Query run = statement.query(entityManager, text);
            run.setFirstResult(offset).setMaxResults(wanted);
            run.getResultList().forEach(row -> places.add(pages.place(row, steps)));
            return pages.rows(entityManager, places, paths);
        });
        if (!places.isEmpty()) {
            position = places.get(places.size() - 1).position();
        }
        count(places.size(), wanted);
        return rows.stream().filter(Objects::nonNull).toList();
    }

    private void count(int found, int wanted) {
        left -= left == Long.MAX_VALUE ? 0 : found;
        over = found < wanted || left == 0;
    }
}
