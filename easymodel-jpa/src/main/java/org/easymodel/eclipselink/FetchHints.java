package org.easymodel.eclipselink;

import jakarta.persistence.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.config.QueryType;
import org.eclipse.persistence.queries.LoadGroup;

/**
 * Makes a query load relationships by one further statement a path: a load group says what is loaded, a batch hint for
 * every prefix says how. A query for one id would ignore the group beside the hints, so it is made one for many.
 */
final class FetchHints {

    /** PostgreSQL takes 65,535 parameters in a statement; a result with more roots costs further statements. */
    private static final int KEYS_PER_STATEMENT = 10_000;

    private FetchHints() {}

    static void apply(Query query, String alias, List<String> paths, Batches batches) {
        if (paths.isEmpty()) {
            return;
        }
        LoadGroup group = new LoadGroup();
        Set<String> prefixes = new LinkedHashSet<>();
        for (String path : paths) {
            group.addAttribute(path);
            StringBuilder prefix = new StringBuilder(alias);
            for (String attribute : path.split("\\.")) {
                prefixes.add(prefix.append('.').append(attribute).toString());
            }
        }
        query.setHint(QueryHints.QUERY_TYPE, QueryType.ReadAll);
        query.setHint(QueryHints.BATCH_TYPE, batches.type(paths));
        query.setHint(QueryHints.BATCH_SIZE, String.valueOf(KEYS_PER_STATEMENT));
        prefixes.stream().filter(batches::isBatched).forEach(prefix -> query.setHint(QueryHints.BATCH, prefix));
        query.setHint(QueryHints.LOAD_GROUP, group);
    }
}
