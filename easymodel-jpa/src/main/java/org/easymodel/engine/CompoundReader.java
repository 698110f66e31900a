package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.model.DefaultValue;
import org.easymodel.query.SetChange;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a map gives for embeddables and collections of values, and notes everything that is wrong with it.
 *
 * @param changes whether it is given to change what is there, so that the rest of an embeddable may be left out
 */
record CompoundReader(Model model, String place, List<Problem> problems, boolean changes) {

    /** What an attribute gets; empty if it was refused. */
    Optional<Object> read(String path, Part part, Object value) {
        if (part instanceof Part.Embedded embedded) {
            return object(path, embedded.type(), value);
        }
        Part.Elements elements = (Part.Elements) part;
        return elements.key().isPresent() ? keyed(path, elements, value) : several(path, elements, value);
    }

    private Optional<Object> object(String path, Class<?> type, Object value) {
        if (type.isInstance(value)) {
            return Optional.of(value);
        }
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(GraphProblems.noMap(place, path, "values of " + type.getSimpleName(), value.getClass()));
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        int before = problems.size();
        sorted(path, map).forEach((key, each) -> model.anatomy()
                .part(type, key)
                .ifPresentOrElse(
                        part -> part(path + "." + key, part, each, values),
                        () -> problems.add(GraphProblems.unknownKey(
                                place, path + "." + key, key, type.getSimpleName(), names(type)))));
        List<Problem> missing = model.anatomy().needed(type).stream()
                .filter(name -> !map.containsKey(name))
                .map(name -> GraphProblems.missing(place, path + "." + name, type.getSimpleName()))
                .toList();
        if (!changes) {
            problems.addAll(missing);
        }
        return problems.size() > before ? Optional.empty() : Optional.of(new Compound.Fields(type, values, missing));
    }

    private Map<String, Object> sorted(String path, Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (key instanceof String text) {
                sorted.put(text, value);
            } else {
                problems.add(GraphProblems.noTextKey(place, path));
            }
        });
        return sorted;
    }

    private void part(String path, Part part, @Nullable Object value, Map<String, Object> values) {
        if (value == null) {
            nothing(path, part, values);
        } else if (part instanceof Part.Value plain) {
            value(path, plain.type(), value).ifPresent(converted -> values.put(part.name(), converted));
        } else {
            read(path, part, value).ifPresent(read -> values.put(part.name(), read));
        }
    }

    private void nothing(String path, Part part, Map<String, Object> values) {
        boolean primitive = part instanceof Part.Value plain && plain.type().isPrimitive();
        boolean required = part instanceof Part.Embedded embedded
                ? model.anatomy().isRequired(embedded)
                : primitive
                        || part.declared().isRequiredColumn()
                        || part.declared().constraints().required();
        boolean filled = part.declared().has(DefaultValue.class);
        if (required && !filled) {
            problems.add(GraphProblems.nullForRequired(place, path));
        } else if (!primitive) {
            values.put(part.name(), null);
        }
    }

    private Optional<Object> value(String path, Class<?> type, Object value) {
        Optional<Object> converted = Conversion.to(type, value);
        if (converted.isEmpty()) {
            problems.add(GraphProblems.wrongValue(place, path, type, value.getClass()));
        }
        return converted;
    }

    private List<String> names(Class<?> type) {
        return model.anatomy().parts(type).stream().map(Part::name).sorted().toList();
    }

    private Optional<Object> several(String path, Part.Elements part, Object value) {
        if (value instanceof SetChange change && changes) {
            Optional<Object> added = several(path, part, change.added());
            Optional<Object> removed = several(path, part, change.removed());
            return added.isEmpty() || removed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Compound.Altered((Compound.Several) added.get(), (Compound.Several) removed.get()));
        }
        if (!(value instanceof Collection<?> given)) {
            problems.add(GraphProblems.noCollection(place, path, "values", value));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        int index = 0;
        int before = problems.size();
        for (Object each : given) {
            element(path + "[" + index + "]", part, each).ifPresent(values::add);
            index++;
        }
        boolean set = part.declared().type().filter(Set.class::isAssignableFrom).isPresent();
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Compound.Several(set ? new ArrayList<>(new LinkedHashSet<>(values)) : values, !set));
    }

    private Optional<Object> keyed(String path, Part.Elements part, Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            problems.add(GraphProblems.noMap(place, path, "keys to values", value.getClass()));
            return Optional.empty();
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        int before = problems.size();
        for (Map.Entry<?, ?> entry : Sorted.entries(given)) {
            Optional<Object> key = key(path, part.key().orElseThrow(), entry.getKey());
            Optional<Object> element = element(path, part, entry.getValue());
            if (key.isPresent() && element.isPresent()) {
                values.put(key.get(), element.get());
            }
        }
        return problems.size() > before ? Optional.empty() : Optional.of(new Compound.Keyed(values));
    }

    /** A key may be a text of what it is, as in a map that {@code toMap} gave. */
    private Optional<Object> key(String path, Class<?> type, @Nullable Object key) {
        if (key == null) {
            problems.add(GraphProblems.nullForRequired(place, path));
            return Optional.empty();
        }
        Optional<Object> read = key instanceof String text ? ValueText.fixed(type, text) : Optional.empty();
        return read.isPresent() ? read : value(path, type, key);
    }

    private Optional<Object> element(String path, Part.Elements part, @Nullable Object value) {
        if (value == null) {
            problems.add(GraphProblems.nullForRequired(place, path));
            return Optional.empty();
        }
        return part.embeddable() ? object(path, part.element(), value) : value(path, part.element(), value);
    }
}
