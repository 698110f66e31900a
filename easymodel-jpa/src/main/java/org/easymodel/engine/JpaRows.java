package org.easymodel.engine;

import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.easymodel.BlockingRows;

/** The rows of a query as records. */
record JpaRows<R extends Record>(JpaQuery<?> query, Class<R> type) implements BlockingRows<R> {

    @Override
    public Optional<R> first() {
        Selection selection = query.selection();
        return rows(query.isSpread() && !selection.isPart() ? selection : selection.atMost(1)).stream()
                .findFirst();
    }

    @Override
    public List<R> list() {
        return rows(query.selection());
    }

    private List<R> rows(Selection selection) {
        Entities<?> entities = query.entities();
        Statement statement = entities.statement(JpaQuery.VERB);
        Scope root = statement.scope(entities.entity(), "e");
        Optional<Projection<R>> projection = Projection.of(root, query.reading().plans(), type);
        if (projection.isEmpty() || query.isSpread()) {
            return ofEntities(selection);
        }
        Clause clause = new ConditionCompiler(root).compile(selection.condition());
        String order = new OrderCompiler(root).compile(selection.orders(), selection.isPart());
        if (clause.isNever() || selection.limit().orElse(1) == 0) {
            return List.of();
        }
        String columns = projection.get().columns().isEmpty()
                ? root.id()
                : String.join(", ", projection.get().columns());
        String text = JpaQuery.text(columns, root, clause) + order;
        return entities.call(JpaQuery.VERB, entityManager -> {
            Query run = statement.query(entityManager, text).setFirstResult(selection.offset());
            selection.limit().ifPresent(run::setMaxResults);
            return ((List<?>) run.getResultList())
                    .stream().map(projection.get()::read).toList();
        });
    }

    private List<R> ofEntities(Selection selection) {
        Entities<?> entities = query.entities();
        List<String> paths =
                Projection.includes(query.reading().plans(), entities.entity().type(), type);
        return query.with(selection.fetching(FetchPlan.depth(0).including(paths))).list().stream()
                .map(each -> query.reading().record(entities.entity(), type, each))
                .toList();
    }
}
