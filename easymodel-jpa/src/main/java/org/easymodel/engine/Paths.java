package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Checks paths that may lead to any part of an entity, through relationships and embeddables.
 *
 * @param root the class at which the paths begin
 */
record Paths(Anatomy anatomy, String place, Class<?> root) {

    /** Deeper than this nothing is followed. */
    static final int DEEPEST = 64;

    /**
     * The paths as a tree.
     *
     * @param hidden whether they may name what is hidden
     * @param problems gets what is wrong with them
     */
    Branch branch(List<String> paths, boolean hidden, List<Problem> problems) {
        List<String> right = new ArrayList<>();
        for (String path : paths) {
            int before = problems.size();
            check(path, hidden, problems);
            if (problems.size() == before) {
                right.add(path);
            }
        }
        return Branch.of(right);
    }

    private void check(String path, boolean hidden, List<Problem> problems) {
        String[] segments = path.split("\\.", -1);
        if (segments.length > DEEPEST) {
            problems.add(Problems.tooDeepPath(place, DEEPEST));
            return;
        }
        List<Class<?>> owners = List.of(root);
        int from = 0;
        for (String segment : segments) {
            Optional<Part> part = owners.stream()
                    .flatMap(owner -> anatomy.partBelow(owner, segment).stream())
                    .findFirst();
            if (part.isEmpty()) {
                Class<?> owner = owners.isEmpty() ? null : owners.get(0);
                problems.add(Problems.noPart(anatomy, place, path, from, segment, owner));
                return;
            }
            if (part.get().isHidden() && !hidden) {
                problems.add(Problems.hidden(place, path));
                return;
            }
            owners = allBelow(part.get());
            from += segment.length() + 1;
        }
    }

    /** The classes whose parts lie below a part: several below a polymorphic pair. */
    static List<Class<?>> allBelow(Part part) {
        if (part instanceof Part.Polymorphic pair) {
            return pair.targets();
        }
        Class<?> below = below(part);
        return below == null ? List.of() : List.of(below);
    }

    /** The class whose parts lie below a part; null below a plain value, and where there are several. */
    static @Nullable Class<?> below(Part part) {
        if (part instanceof Part.Embedded embedded) {
            return embedded.type();
        }
        if (part instanceof Part.Relation relation) {
            return relation.target();
        }
        return part instanceof Part.Elements elements && elements.embeddable() ? elements.element() : null;
    }
}
