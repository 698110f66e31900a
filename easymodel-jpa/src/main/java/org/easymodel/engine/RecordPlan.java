package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the components of a record come from.
 *
 * @param slots one for each component
 */
record RecordPlan(Canonical<?> record, List<Slot> slots) {

    /**
     * Where one component comes from.
     *
     * @param route the parts to go through, the last of which is what the component takes
     */
    record Slot(RecordComponent component, List<Part> route, RecordForm form) {

        String path() {
            return route.stream().map(Part::name).collect(Collectors.joining("."));
        }

        Part last() {
            return route.get(route.size() - 1);
        }
    }
}
