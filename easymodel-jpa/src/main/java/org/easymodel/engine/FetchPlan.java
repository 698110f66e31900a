package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Which relationships, and which collections of values, a result contains: the named paths, or all up to a depth.
 *
 * @param depth how far all relationships are loaded; 0 where paths are named
 */
record FetchPlan(List<String> paths, int depth) {

    /** Every path is a statement; a model with circles has paths without end. */
    private static final int MOST_PATHS = 100;

    static FetchPlan depth(int depth) {
        return new FetchPlan(List.of(), depth);
    }

    /** Exactly these paths, besides others that were named before. */
    FetchPlan including(List<String> further) {
        return new FetchPlan(
                Stream.concat(paths.stream(), further.stream()).distinct().toList(), 0);
    }

    /** These paths besides everything that is planned. */
    List<String> pathsWith(List<String> further, Model model, EntityDescription entity) {
        return Stream.concat(paths(model, entity).stream(), further.stream())
                .distinct()
                .toList();
    }

    /** The paths to load, each after its prefixes. */
    List<String> paths(Model model, EntityDescription entity) {
        if (depth == 0) {
            return paths;
        }
        List<String> all = new ArrayList<>();
        collect(model, entity, "", depth, all);
        if (all.size() > MOST_PATHS) {
            throw Problems.tooManyPaths(entity, depth, MOST_PATHS);
        }
        return all;
    }

    private static void collect(Model model, EntityDescription entity, String prefix, int depth, List<String> paths) {
        for (Part part : model.anatomy().parts(entity.type())) {
            if (part instanceof Part.Elements) {
                paths.add(prefix + part.name());
            }
        }
        for (RelationshipDescription relationship : model.relationships(entity)) {
            if (paths.size() > MOST_PATHS) {
                return;
            }
            String path = prefix + relationship.attribute();
            paths.add(path);
            if (depth > 1) {
                collect(model, model.target(relationship), path + ".", depth - 1, paths);
            }
        }
        for (PolymorphicDescription pair : model.polymorphic(entity)) {
            paths.add(prefix + pair.attribute());
            for (RelationshipDescription toward :
                    pair.targets().stream().map(pair::toward).toList()) {
                if (depth > 1 && paths.size() <= MOST_PATHS) {
                    collect(model, model.target(toward), prefix + toward.path() + ".", depth - 1, paths);
                }
            }
        }
    }
}
