package org.easymodel.liquibase;

import java.util.List;
import java.util.Map;

/**
 * A changelog before it is written in a language. Immutable.
 *
 * @param header what people read first, one line each
 * @param path the path by which its change sets are known
 * @param preConditions what must be so for any of them; empty if nothing
 * @param changeSets the change sets as YAML would have them: maps of maps, lists and scalars
 */
record ChangelogTree(
        List<String> header,
        String path,
        List<Map<String, Object>> preConditions,
        List<Map<String, Object>> changeSets) {

    ChangelogTree {
        header = List.copyOf(header);
        preConditions = List.copyOf(preConditions);
        changeSets = List.copyOf(changeSets);
    }
}
