package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a record of an entity and what of it is loaded. Touches no database. For one call. */
final class RecordReader {

    private final Anatomy anatomy;
    private final RecordPlans plans;
    private final String place;
    private final Deque<Making> above = new ArrayDeque<>();

    /** A record that is being made. */
    private record Making(Object owner, Class<? extends Record> type) {

        boolean isFor(Object other, Class<? extends Record> wanted) {
            return owner == other && type == wanted;
        }
    }

    /** The component that is being filled, and the path from the first entity to what it takes. */
    private record Filling(Class<? extends Record> type, RecordComponent component, String path) {}

    RecordReader(Anatomy anatomy, RecordPlans plans, String place) {
        this.anatomy = anatomy;
        this.plans = plans;
        this.place = place;
    }

    <R extends Record> R read(Class<R> type, Object entity) {
        Class<?> owner = anatomy.typeOf(entity);
        plans.check(place, owner, type);
        return type.cast(record(type, owner, entity, ""));
    }

    private Record record(Class<? extends Record> type, Class<?> ownerType, Object owner, String prefix) {
        if (above.stream().anyMatch(making -> making.isFor(owner, type))) {
            throw Problems.recordInCircle(place, type, ownerType);
        }
        if (above.size() >= Paths.DEEPEST) {
            throw Problems.recordTooDeep(place, type, Paths.DEEPEST);
        }
        RecordPlan plan = plans.plan(ownerType, type);
        above.push(new Making(owner, type));
        Object[] values = plan.slots().stream()
                .map(slot -> value(type, slot, owner, prefix))
                .toArray();
        above.pop();
        return plan.record().make(place, values);
    }

    private @Nullable Object value(Class<? extends Record> type, RecordPlan.Slot slot, Object owner, String prefix) {
        Object value = owner;
        String path = prefix;
        for (Part part : slot.route()) {
            path = path.isEmpty() ? part.name() : path + "." + part.name();
            if (value != null) {
                if (!anatomy.isLoaded(value, part)) {
                    boolean relationship = part.leadsOn();
                    throw Problems.notLoadedForComponent(place, type, slot.component(), path, relationship);
                }
                value = anatomy.get(value, part);
            }
        }
        return formed(slot.form(), slot.last(), value, new Filling(type, slot.component(), path));
    }

    private @Nullable Object formed(RecordForm form, Part part, @Nullable Object value, Filling filling) {
        if (form instanceof RecordForm.Several several) {
            return several(several, part, value, filling);
        }
        if (form instanceof RecordForm.Keyed keyed) {
            return keyed(keyed, part, value, filling);
        }
        if (value == null) {
            if (filling.component().getType().isPrimitive()) {
                throw Problems.noValueForComponent(place, filling.type(), filling.component());
            }
            return null;
        }
        if (form instanceof RecordForm.Nested nested) {
            Class<?> below = part instanceof Part.Polymorphic ? anatomy.typeOf(value) : Paths.below(part);
            return record(nested.type(), below, value, filling.path());
        }
        return plain(((RecordForm.Plain) form).type(), value, filling);
    }

    private Object several(RecordForm.Several form, Part part, @Nullable Object value, Filling filling) {
        List<Object> formed = new ArrayList<>();
        if (value != null) {
            anatomy.elements(part, value).forEach(each -> formed.add(formed(form.element(), part, each, filling)));
        }
        return form.set()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(formed))
                : Collections.unmodifiableList(formed);
    }

    private Map<Object, Object> keyed(RecordForm.Keyed form, Part part, @Nullable Object value, Filling filling) {
        Map<Object, Object> formed = new LinkedHashMap<>();
        if (value != null) {
            Sorted.entries((Map<?, ?>) value)
                    .forEach(entry -> formed.put(
                            formed(form.key(), part, entry.getKey(), filling),
                            formed(form.element(), part, entry.getValue(), filling)));
        }
        return Collections.unmodifiableMap(formed);
    }

    private Object plain(Class<?> wanted, Object value, Filling filling) {
        if (wanted == String.class && value instanceof Enum<?> constant) {
            return constant.name();
        }
        return Copy.of(Conversion.to(wanted, value)
                .orElseThrow(() ->
                        Problems.lossyComponent(place, filling.type(), filling.component(), wanted, value.getClass())));
    }
}
