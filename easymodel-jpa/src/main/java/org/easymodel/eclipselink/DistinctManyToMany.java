package org.easymodel.eclipselink;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * A relationship over a link that names each row once, however often the link leads to it. Not by {@code DISTINCT}: Derby
 * and others refuse that for rows with large objects. A fetch join leaves them out by itself.
 */
public final class DistinctManyToMany extends ManyToManyMapping {

    private static final long serialVersionUID = 1L;

    DistinctManyToMany() {
        selectionQuery = new Read();
    }

    /** Keeps the first of each row; in one pass, by identity, for a session has each row once. */
    static void distinct(Collection<?> rows) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.removeIf(row -> !seen.add(row));
    }

    /** The rows of many entities at once, by the keys of these; those of earlier batches are there already. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected void executeBatchQuery(
            DatabaseQuery query,
            CacheKey parentCacheKey,
            Map referenceObjectsByKey,
            AbstractSession session,
            AbstractRecord translationRow) {
        Map<Object, Object> read = new HashMap<>();
        super.executeBatchQuery(query, parentCacheKey, read, session, translationRow);
        read.values().forEach(rows -> distinct((Collection<?>) rows));
        referenceObjectsByKey.putAll(read);
    }

    /** The rows of one entity. */
    static final class Read extends ReadAllQuery {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object executeObjectLevelReadQuery() {
            return distinctOf(super.executeObjectLevelReadQuery());
        }

        @Override
        protected Object executeObjectLevelReadQueryFromResultSet() {
            return distinctOf(super.executeObjectLevelReadQueryFromResultSet());
        }

        private static Object distinctOf(Object result) {
            if (result instanceof Collection<?> rows) {
                distinct(rows);
            }
            return result;
        }
    }
}
