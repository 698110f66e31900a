package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.relate.EntityDescription;

/** The paths that a result has in any case: what the provider loads with every row is fetched together. */
record AlwaysLoaded(Model model) {

    /** The paths with what is always loaded at their ends. */
    List<String> with(EntityDescription root, List<String> paths) {
        Set<String> all = new LinkedHashSet<>(paths);
        Set<String> prefixes = new LinkedHashSet<>();
        for (String path : paths) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                prefixes.add(path.substring(0, dot));
            }
            prefixes.add(path);
        }
        add(root, "", List.of(root.name()), all);
        for (String prefix : prefixes) {
            end(root, prefix).ifPresent(end -> add(end, prefix + ".", List.of(end.name()), all));
        }
        return List.copyOf(all);
    }

    /** The entity at the end of a path; a collection of values leads to none. */
    private Optional<EntityDescription> end(EntityDescription root, String path) {
        Optional<EntityDescription> end = Optional.of(root);
        for (String attribute : path.split("\\.")) {
            end = end.flatMap(entity -> model.relationship(entity, attribute)).map(model::target);
        }
        return end;
    }

    private void add(EntityDescription entity, String prefix, List<String> above, Set<String> paths) {
        for (String attribute : model.unit().alwaysLoaded(entity.name())) {
            EntityDescription target =
                    model.target(model.relationship(entity, attribute).orElseThrow());
            paths.add(prefix + attribute);
            if (!above.contains(target.name())) {
                List<String> below = new ArrayList<>(above);
                below.add(target.name());
                add(target, prefix + attribute + ".", below, paths);
            }
        }
    }
}
