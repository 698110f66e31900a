package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.easymodel.NestedMaps;
import org.easymodel.Retry;
import org.easymodel.engine.concurrent.WorkStage;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;

/** Inserts rows from a source of any length in one transaction, some thousands at a time, and forgets them. */
record BulkLoad<E>(Entities<E> entities) {

    private static final String VERB = "bulkLoad";

    /** More save no time, and need more memory. */
    private static final int TOGETHER = 2000;

    /** The application's own source has failed, which is neither ours nor the provider's. */
    private static final class OfSource extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException failure;

        OfSource(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }

    /** How many rows there were. */
    Long run(Iterator<?> source) {
        EntityDescription entity = entities.entity();
        if (!entities.unit().loads(entity.name())) {
            throw RowProblems.notLoadable(place(), entity);
        }
        // What was taken from the source does not come again.
        Work once = entities.work().with(Retry.NEVER);
        try {
            return once.call(place(), entityManager -> load(entityManager, source));
        } catch (EasyModelException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof OfSource ofSource) {
                    throw ofSource.failure;
                }
            }
            throw e;
        }
    }

    private String place() {
        return entities.place(VERB);
    }

    private Long load(EntityManager entityManager, Iterator<?> source) {
        long count = 0;
        List<Object> some = next(source);
        while (!some.isEmpty()) {
            WorkStage.requireWanted();
            graph(count, some).load(entityManager);
            entityManager.clear();
            count += some.size();
            some = next(source);
        }
        return count;
    }

    private static List<Object> next(Iterator<?> source) {
        List<Object> some = new ArrayList<>();
        try {
            while (some.size() < TOGETHER && source.hasNext()) {
                some.add(source.next());
            }
        } catch (RuntimeException e) {
            throw new OfSource(e);
        }
        return some;
    }

    private Graph graph(long before, List<Object> some) {
        EntityDescription entity = entities.entity();
        List<Problem> problems = new ArrayList<>();
        MapReader maps = new MapReader(entities.model(), place(), problems);
        ObjectReader objects = new ObjectReader(entities.model(), place(), problems);
        List<Node> roots = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Object row = some.get(i);
            String path = "[" + (before + i) + "]";
            if (row instanceof Map<?, ?> map) {
                roots.add(maps.root(path, entity, map));
            } else if (entity.type().isInstance(row)) {
                roots.add(objects.root(path, entity, row));
            } else {
                problems.add(RowProblems.noRow(place(), path, entity, row));
            }
        }
        Graph graph = Graph.of(entities.model(), place(), roots, NestedMaps.LINK);
        graph.check(problems);
        return graph;
    }
}
