package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;

/** Entities in other forms: as maps and as records. Touches no database. Safe for any number of threads. */
record Reading(Model model, RecordPlans plans, CursorTokens tokens) {

    static final int USUAL_DEPTH = 4;

    private static final String LEFT_OUT = "-";

    Reading(Model model, CursorTokens tokens) {
        this(model, new RecordPlans(model.anatomy()), tokens);
    }

    Map<String, Object> map(EntityDescription entity, Object given, int depth, String... paths) {
        String place = entity.name() + ".toMap";
        check(place, entity, given);
        if (depth < 0) {
            throw Problems.negative(place, "depth");
        }
        if (depth > Paths.DEEPEST) {
            throw Problems.tooDeep(place, Paths.DEEPEST);
        }
        List<String> included = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        for (String path : paths) {
            if (path.startsWith(LEFT_OUT)) {
                excluded.add(path.substring(LEFT_OUT.length()));
            } else {
                included.add(path);
            }
        }
        List<Problem> problems = new ArrayList<>();
        Paths known = new Paths(model.anatomy(), place, model.anatomy().typeOf(given));
        Branch only = known.branch(included, false, problems);
        Branch without = known.branch(excluded, true, problems);
        Problems.throwIfAny(problems);
        Outline outline = new Outline(included.isEmpty() ? Branch.WHOLE : only, without, depth);
        return new MapWriter(model.anatomy()).write(given, outline);
    }

    <R extends Record> R record(EntityDescription entity, Class<R> type, Object given) {
        Objects.requireNonNull(type, "type");
        String place = entity.name() + ".as";
        check(place, entity, given);
        return new RecordReader(model.anatomy(), plans, place).read(type, given);
    }

    /** A class that extends an entity without being one has no parts of its own. */
    private void check(String place, EntityDescription entity, Object given) {
        if (given == null || !entity.type().isInstance(given) || model.unit().entityName(given) == null) {
            throw Problems.noEntityGiven(place, entity);
        }
    }
}
