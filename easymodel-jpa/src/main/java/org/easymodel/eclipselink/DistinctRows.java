package org.easymodel.eclipselink;

import java.util.List;
import java.util.Vector;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.internal.queries.IndirectListContainerPolicy;
import org.eclipse.persistence.internal.queries.ListContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Lets a relationship over a link name each row once, however often the link leads to it. Not by {@code DISTINCT}: Derby
 * and others refuse that for rows with large objects.
 */
final class DistinctRows {

    private DistinctRows() {}

    static void of(ManyToManyMapping mapping) {
        mapping.setContainerPolicy(new Held());
        ((ReadAllQuery) mapping.getSelectionQuery()).setContainerPolicy(new Read());
    }

    /** From the end, for rows that come in the order of their ids are beside each other. */
    private static boolean holds(Object container, Object row) {
        if (container instanceof List<?> list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i) == row) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the entity holds. */
    private static final class Held extends IndirectListContainerPolicy {

        private static final long serialVersionUID = 1L;

        Held() {
            super(IndirectList.class);
        }

        @Override
        public boolean addInto(Object key, Object element, Object container, AbstractSession session) {
            return !holds(container, element) && super.addInto(key, element, container, session);
        }
    }

    /** What the query of one entity's rows gives. */
    private static final class Read extends ListContainerPolicy {

        private static final long serialVersionUID = 1L;

        Read() {
            super(Vector.class);
        }

        @Override
        public boolean addInto(Object key, Object element, Object container, AbstractSession session) {
            return !holds(container, element) && super.addInto(key, element, container, session);
        }
    }
}
