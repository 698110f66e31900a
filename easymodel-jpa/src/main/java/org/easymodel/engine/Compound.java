package org.easymodel.engine;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** What a map gives for an attribute that is more than one value: converted, but not made into an object yet. */
sealed interface Compound {

    /** The object that an entity holds. */
    Object make(Model model, ZonedDateTime now);

    /** The object that an entity holds when it held another before. */
    default Object change(Model model, ZonedDateTime now, @Nullable Object current) {
        return make(model, now);
    }

    /** Whether an object says the same; of an embeddable, as far as the map speaks of it. */
    boolean agrees(Anatomy anatomy, Object current);

    /**
     * The values of an embeddable by attribute.
     *
     * @param missing what is wrong if these are all its values
     */
    record Fields(Class<?> type, Map<String, @Nullable Object> values, List<Problem> missing) implements Compound {

        @Override
        public Object make(Model model, ZonedDateTime now) {
            Object made = model.anatomy().newInstance(type);
            values.forEach((name, value) ->
                    model.anatomy().set(made, model.anatomy().part(type, name).orElseThrow(), made(value, model, now)));
            model.initialValues().fillFresh(made, values.keySet(), now);
            return made;
        }

        /** A copy: the provider does not see what changes inside. */
        @Override
        public Object change(Model model, ZonedDateTime now, @Nullable Object current) {
            if (current == null) {
                return make(model, now);
            }
            Anatomy anatomy = model.anatomy();
            Object changed = anatomy.newInstance(type);
            for (Part part : anatomy.parts(type)) {
                Object before = anatomy.get(current, part);
                Object value = values.containsKey(part.name()) ? values.get(part.name()) : before;
                anatomy.set(changed, part, value instanceof Compound below ? below.change(model, now, before) : value);
            }
            return changed;
        }

        @Override
        public boolean agrees(Anatomy anatomy, Object current) {
            return values.entrySet().stream()
                    .allMatch(entry -> same(
                            anatomy,
                            entry.getValue(),
                            anatomy.get(
                                    current, anatomy.part(type, entry.getKey()).orElseThrow())));
        }
    }

    /**
     * The elements of a collection.
     *
     * @param ordered whether their order counts; otherwise each counts once
     */
    record Several(List<@Nullable Object> values, boolean ordered) implements Compound {

        @Override
        public Object make(Model model, ZonedDateTime now) {
            Collection<Object> made = ordered ? new ArrayList<>() : new LinkedHashSet<>();
            values.forEach(value -> made.add(made(value, model, now)));
            return made;
        }

        @Override
        public boolean agrees(Anatomy anatomy, Object current) {
            List<Object> others = new ArrayList<>((Collection<?>) current);
            for (Object value : values) {
                int index = 0;
                while (index < others.size() && !same(anatomy, value, others.get(index))) {
                    index++;
                }
                if (index == others.size() || ordered && index > 0) {
                    return false;
                }
                others.remove(index);
            }
            return others.isEmpty();
        }
    }

    /** What comes to a collection and what goes. */
    record Altered(Several added, Several removed) implements Compound {

        @Override
        public Object make(Model model, ZonedDateTime now) {
            return added.make(model, now);
        }

        @Override
        public Object change(Model model, ZonedDateTime now, @Nullable Object current) {
            Anatomy anatomy = model.anatomy();
            Collection<Object> changed = added.ordered() ? new ArrayList<>() : new LinkedHashSet<>();
            if (current != null) {
                changed.addAll((Collection<?>) current);
            }
            for (Object value : removed.values()) {
                changed.stream()
                        .filter(each -> same(anatomy, value, each))
                        .findFirst()
                        .ifPresent(changed::remove);
            }
            for (Object value : added.values()) {
                if (added.ordered() || changed.stream().noneMatch(each -> same(anatomy, value, each))) {
                    changed.add(made(value, model, now));
                }
            }
            return changed;
        }

        @Override
        public boolean agrees(Anatomy anatomy, Object current) {
            return false;
        }
    }

    /** The entries of a map. */
    record Keyed(Map<Object, @Nullable Object> values) implements Compound {

        @Override
        public Object make(Model model, ZonedDateTime now) {
            Map<Object, Object> made = new LinkedHashMap<>();
            values.forEach((key, value) -> made.put(key, made(value, model, now)));
            return made;
        }

        @Override
        public boolean agrees(Anatomy anatomy, Object current) {
            Map<?, ?> others = (Map<?, ?>) current;
            return values.size() == others.size()
                    && values.entrySet().stream()
                            .allMatch(entry -> others.containsKey(entry.getKey())
                                    && same(anatomy, entry.getValue(), others.get(entry.getKey())));
        }
    }

    /** A value of a map as the entity holds it. */
    static @Nullable Object made(@Nullable Object value, Model model, ZonedDateTime now) {
        return value instanceof Compound compound ? compound.make(model, now) : value;
    }

    /** A value of a map as the entity holds it after a change. */
    static @Nullable Object changed(@Nullable Object value, Model model, ZonedDateTime now, @Nullable Object current) {
        return value instanceof Compound compound ? compound.change(model, now, current) : value;
    }

    /** Whether a value of a map says what an entity holds. */
    static boolean same(Anatomy anatomy, @Nullable Object value, @Nullable Object current) {
        return value instanceof Compound compound
                ? current != null && compound.agrees(anatomy, current)
                : Likewise.same(value, current);
    }
}
