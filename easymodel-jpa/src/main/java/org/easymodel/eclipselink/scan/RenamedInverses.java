package org.easymodel.eclipselink.scan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Warns where several keys lead to one entity and rules give the names of the other sides: with the second key the first one's
 * name became another.
 */
final class RenamedInverses {

    private RenamedInverses() {}

    static void warn(ModelDescription model, Drafts drafts) {
        Map<String, List<RelationshipDescription>> byEnds = model.relationships().stream()
                .filter(each ->
                        each.inferred() && each.owner() && each.inverse().isPresent())
                .collect(Collectors.groupingBy(
                        each -> each.entity() + " " + each.target(), TreeMap::new, Collectors.toList()));
        byEnds.values().stream()
                .filter(several -> several.size() > 1)
                .filter(several -> several.stream().allMatch(each -> isNamedByRule(model, each)))
                .forEach(several -> drafts.warn(Problems.renamedInverse(several)));
    }

    private static boolean isNamedByRule(ModelDescription model, RelationshipDescription relationship) {
        return relationship.key().attributes().stream()
                .flatMap(attribute -> model.entity(relationship.entity()).orElseThrow().attribute(attribute).stream())
                .flatMap(attribute -> attribute.reference().stream())
                .allMatch(reference -> reference.inverse().isEmpty());
    }
}
