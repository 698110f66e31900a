package org.easymodel.engine;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.CursoredPageRecord;
import jakarta.data.page.impl.PageRecord;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.jspecify.annotations.Nullable;

/** The pages of a query: by their numbers, or from a row on. */
record Pages<E>(JpaQuery<E> query) {

    /** Without a total, one row more tells whether there is another page. */
    Page<E> page(PageRequest request) {
        checkRequest(request);
        if (request.mode() != Mode.OFFSET) {
            throw PageProblems.cursorInPage(place());
        }
        boolean far = request.page() - 1 > Integer.MAX_VALUE / request.size();
        long offset = far ? Integer.MAX_VALUE : (request.page() - 1) * request.size();
        if (offset > Integer.MAX_VALUE - request.size() - 1L) {
            throw PageProblems.tooFar(place());
        }
        boolean counted = request.requestTotal();
        int wanted = request.size() + (counted ? 0 : 1);
        List<E> rows = query.with(query.selection().withOffset((int) offset).withLimit(wanted))
                .list();
        if (!counted) {
            boolean more = rows.size() > request.size();
            return new PageRecord<>(request, more ? rows.subList(0, request.size()) : rows, -1, more);
        }
        long total = query.count();
        return new PageRecord<>(request, rows, total, offset + rows.size() < total);
    }

    private String place() {
        return query.entities().place(JpaQuery.VERB);
    }

    private void checkRequest(@Nullable PageRequest request) {
        if (request == null) {
            throw PageProblems.noRequest(place());
        }
        if (query.selection().isPart()) {
            throw PageProblems.pageOfPart(place());
        }
    }

    /** One row of the page: what it is ordered by, which contains its key. */
    record Place(List<? extends @Nullable Object> position, List<Object> key) {}

    CursoredPage<E> cursor(PageRequest request) {
        checkRequest(request);
        if (request.mode() == Mode.OFFSET && request.page() > 1) {
            throw PageProblems.numberInCursor(place());
        }
        if (query.isSpread()) {
            throw QueryProblems.spread(
                    place(), query.entities().model(), query.entities().entity(), "ordered or limited");
        }
        Entities<E> entities = query.entities();
        boolean backwards = request.mode() == Mode.CURSOR_PREVIOUS;
        Statement statement = entities.statement(JpaQuery.VERB);
        Scope root = statement.scope(entities.entity(), "e");
        Clause condition = new ConditionCompiler(root).compile(query.selection().condition());
        List<OrderStep> steps = new OrderCompiler(root).steps(query.selection().orders(), true);
        steps.stream()
                .filter(step -> !CursorValues.serves(step.type()))
                .findFirst()
                .ifPresent(step -> {
                    throw PageProblems.noPosition(place(), step.type());
                });
        String identity = identity(condition, steps, statement);
        List<OrderStep> directed =
                backwards ? steps.stream().map(OrderStep::reversed).toList() : steps;
        Optional<Clause> after = request.cursor()
                .map(cursor -> new Keyset(statement, directed, position(cursor, identity, steps)).clause());
        long total = request.requestTotal() ? query.count() : -1;
        if (condition.isNever()) {
            return page(request, List.of(), List.of(), total, false);
        }
        Clause both = Clause.all(after.map(clause -> List.of(condition, clause)).orElse(List.of(condition)));
        String columns = steps.stream().map(OrderStep::text).collect(Collectors.joining(", "));
        String text = JpaQuery.text(columns, root, both) + OrderCompiler.text(directed);
        List<String> paths = query.selection().fetch().paths(entities.model(), entities.entity());
        return entities.call(JpaQuery.VERB, entityManager -> {
            List<?> found = statement
                    .query(entityManager, text)
                    .setMaxResults(request.size() + 1)
                    .getResultList();
            List<Place> places = found.stream()
                    .limit(request.size())
                    .map(row -> place(row, steps))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (backwards) {
                Collections.reverse(places);
            }
            return page(
                    request,
                    rows(entityManager, places, paths),
                    places.stream()
                            .map(each -> Cursor.forKey(
                                    query.reading().tokens().token(CursorValues.write(each.position()), identity)))
                            .toList(),
                    total,
                    found.size() > request.size());
        });
    }

    /** The query itself: a position in another one means nothing. */
    private String identity(Clause condition, List<OrderStep> steps, Statement statement) {
        Entities<E> entities = query.entities();
        return entities.unit().name() + "\n" + entities.entity().name() + "\n" + condition.kind() + condition.text()
                + "\n" + OrderCompiler.text(steps) + "\n"
                + statement.parameters().written();
    }

    private List<@Nullable Object> position(Cursor cursor, String identity, List<OrderStep> steps) {
        if (cursor.size() != 1 || !(cursor.get(0) instanceof String token)) {
            throw PageProblems.noToken(place());
        }
        byte[] position = query.reading()
                .tokens()
                .position(token, identity)
                .orElseThrow(() -> PageProblems.foreignToken(place()));
        return CursorValues.read(
                position, steps.stream().<Class<?>>map(OrderStep::type).toList());
    }

    Place place(Object row, List<OrderStep> steps) {
        List<@Nullable Object> values = new ArrayList<>();
        if (row instanceof Object[] several && steps.size() > 1) {
            Collections.addAll(values, several);
        } else {
            values.add(row);
        }
        List<Object> key = query.entities().entity().id().stream()
                .map(id -> values.get(indexOf(steps, "e." + id.name())))
                .map(Objects::requireNonNull)
                .toList();
        return new Place(values, key);
    }

    private static int indexOf(List<OrderStep> steps, String text) {
        return steps.stream().map(OrderStep::text).toList().indexOf(text);
    }

    /** A row that somebody has deleted meanwhile is not there any more. */
    List<E> rows(EntityManager entityManager, List<Place> places, List<String> paths) {
        if (places.isEmpty()) {
            return List.of();
        }
        Entities<E> entities = query.entities();
        List<String> id =
                entities.entity().id().stream().map(AttributeDescription::name).toList();
        List<Map<String, Object>> keys = new ArrayList<>();
        for (Place place : places) {
            Map<String, Object> key = new LinkedHashMap<>();
            for (int i = 0; i < id.size(); i++) {
                key.put(id.get(i), place.key().get(i));
            }
            keys.add(key);
        }
        Statement statement = entities.statement(JpaQuery.VERB);
        Scope root = statement.scope(entities.entity(), "e");
        Clause clause = new ConditionCompiler(root).compile(RowKey.condition(keys));
        String text = JpaQuery.text("e", root, clause);
        Map<List<Object>, E> byKey = new HashMap<>();
        for (E row : entities.results(entityManager, statement.query(entityManager, text), paths)) {
            byKey.put(
                    id.stream()
                            .map(name -> RowKey.get(entities.model(), row, name))
                            .map(Objects::requireNonNull)
                            .toList(),
                    row);
        }
        return places.stream().map(place -> byKey.get(place.key())).toList();
    }

    private CursoredPage<E> page(
            PageRequest request, List<E> found, List<Cursor> cursors, long total, boolean moreInDirection) {
        boolean backwards = request.mode() == Mode.CURSOR_PREVIOUS;
        boolean next = backwards || moreInDirection;
        boolean previous = backwards ? moreInDirection : request.cursor().isPresent();
        List<E> rows = found.stream().filter(Objects::nonNull).toList();
        List<Cursor> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != null) {
                kept.add(cursors.get(i));
            }
        }
        PageRequest after = cursors.isEmpty() || !next
                ? null
                : PageRequest.afterCursor(
                        cursors.get(cursors.size() - 1), request.page() + 1, request.size(), request.requestTotal());
        PageRequest before = cursors.isEmpty() || !previous
                ? null
                : PageRequest.beforeCursor(
                        cursors.get(0), Math.max(1, request.page() - 1), request.size(), request.requestTotal());
        return new CursoredPageRecord<>(rows, kept, total, request, after, before);
    }
}
