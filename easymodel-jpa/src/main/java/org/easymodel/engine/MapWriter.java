package org.easymodel.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an entity, with what of it is loaded, as nested maps. Touches no database. For one call. */
final class MapWriter {

    private final Anatomy anatomy;
    private final Deque<Object> above = new ArrayDeque<>();

    MapWriter(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    Map<String, Object> write(Object entity, Outline outline) {
        above.push(entity);
        Map<String, Object> map = parts(entity, outline);
        above.pop();
        return map;
    }

    private Map<String, Object> parts(Object owner, Outline outline) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Part part : anatomy.parts(anatomy.typeOf(owner))) {
            if (outline.takes(part) && anatomy.isLoaded(owner, part)) {
                map.put(part.name(), value(part, anatomy.get(owner, part), outline.under(part)));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object value(Part part, @Nullable Object value, Outline under) {
        if (value == null) {
            return null;
        }
        if (part instanceof Part.Embedded) {
            return parts(value, under);
        }
        if (part instanceof Part.Relation relation) {
            return relation.toMany() ? several(part, value, under) : entity(value, under);
        }
        if (part instanceof Part.Polymorphic) {
            return entity(value, under);
        }
        if (part instanceof Part.Elements elements) {
            return value instanceof Map<?, ?> map ? entries(map, elements, under) : elements(value, elements, under);
        }
        return Copy.of(value);
    }

    /** An entity; one that lies below itself is told by its key. */
    private @Nullable Map<String, Object> entity(@Nullable Object entity, Outline outline) {
        if (entity == null) {
            return null;
        }
        boolean circle = outline.included().end() && above.stream().anyMatch(each -> each == entity);
        return circle ? key(entity) : write(entity, outline);
    }

    private Map<String, Object> key(Object entity) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (Part part : anatomy.parts(anatomy.typeOf(entity))) {
            if (part.isKey() && !part.isHidden()) {
                key.put(part.name(), value(part, anatomy.get(entity, part), Outline.ATTRIBUTES));
            }
        }
        return Collections.unmodifiableMap(key);
    }

    private List<Object> several(Part part, Object value, Outline under) {
        List<Object> list = new ArrayList<>();
        anatomy.elements(part, value).forEach(entity -> list.add(entity(entity, under)));
        return Collections.unmodifiableList(list);
    }

    private List<Object> elements(Object values, Part.Elements part, Outline under) {
        List<Object> list = new ArrayList<>();
        anatomy.elements(part, values).forEach(value -> list.add(element(value, part, under)));
        return Collections.unmodifiableList(list);
    }

    private Map<String, Object> entries(Map<?, ?> values, Part.Elements part, Outline under) {
        Map<String, Object> map = new LinkedHashMap<>();
        Sorted.entries(values).forEach(entry -> map.put(text(entry.getKey()), element(entry.getValue(), part, under)));
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object element(@Nullable Object value, Part.Elements part, Outline under) {
        return value == null ? null : part.embeddable() ? parts(value, under) : Copy.of(value);
    }

    private static String text(Object key) {
        return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
    }
}
