package org.easymodel.contract.inference.matrix;

import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.queries.LoadGroup;

/** The hints by which a query of the application asks for a relationship. Groups load row by row unless they are batched. */
enum MatrixHints {
    BATCH {
        @Override
        void apply(EntityManager em, TypedQuery<?> query, Class<?> type, String attribute) {
            query.setHint(QueryHints.BATCH, "e." + attribute);
        }
    },

    LOAD_GROUP {
        @Override
        void apply(EntityManager em, TypedQuery<?> query, Class<?> type, String attribute) {
            LoadGroup group = new LoadGroup();
            group.addAttribute(attribute);
            query.setHint(QueryHints.LOAD_GROUP, group);
            BATCH.apply(em, query, type, attribute);
        }
    },

    /** Leaves out everything else, which EclipseLink refuses of classes that are not woven. */
    FETCH_GRAPH {
        @Override
        void apply(EntityManager em, TypedQuery<?> query, Class<?> type, String attribute) {
            EntityGraph<?> graph = em.createEntityGraph(type);
            graph.addAttributeNodes("name", "place", attribute);
            query.setHint("jakarta.persistence.fetchgraph", graph);
            BATCH.apply(em, query, type, attribute);
        }
    };

    /** Those that are possible with a class. */
    static List<MatrixHints> of(Class<?> type) {
        boolean groups = FetchGroupTracker.class.isAssignableFrom(type);
        return Stream.of(values()).filter(hint -> groups || !hint.leavesOut()).toList();
    }

    abstract void apply(EntityManager em, TypedQuery<?> query, Class<?> type, String attribute);

    /** Whether the relationship is there with the result, not only when somebody asks. */
    boolean loadsAtOnce() {
        return this != BATCH;
    }

    boolean leavesOut() {
        return this == FETCH_GRAPH;
    }

    List<?> result(EntityManager em, TypedQuery<?> query, Class<?> type, String attribute) {
        apply(em, query, type, attribute);
        return query.getResultList();
    }
}
