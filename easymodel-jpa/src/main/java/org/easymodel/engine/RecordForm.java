package org.easymodel.engine;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form in which a component of a record takes what a part of an entity is. Immutable. */
sealed interface RecordForm {

    /** One value of that type. */
    record Plain(Class<?> type) implements RecordForm {}

    /** A record of the parts of what is there. */
    record Nested(Class<? extends Record> type) implements RecordForm {}

    /** Several of a form, as a list or, if so declared, as a set. */
    record Several(RecordForm element, boolean set) implements RecordForm {}

    /** Several of a form by keys. */
    record Keyed(RecordForm key, RecordForm element) implements RecordForm {}

    /** The form of a component for a part; empty if the component cannot take it. */
    static Optional<RecordForm> of(RecordComponent component, Part part) {
        return of(component.getGenericType(), part);
    }

    private static Optional<RecordForm> of(Type type, Part part) {
        if (part instanceof Part.Value value) {
            return value(raw(type), value.type());
        }
        if (part instanceof Part.Embedded embedded) {
            return object(raw(type), embedded.type());
        }
        if (part instanceof Part.Relation relation) {
            return relation.toMany()
                    ? several(type, element -> object(element, relation.target()))
                    : object(raw(type), relation.target());
        }
        if (part instanceof Part.Polymorphic pair) {
            List<Optional<RecordForm>> forms = pair.targets().stream()
                    .map(target -> object(raw(type), target))
                    .distinct()
                    .toList();
            return forms.size() == 1 ? forms.get(0) : Optional.empty();
        }
        Part.Elements elements = (Part.Elements) part;
        return elements.key().isPresent()
                ? keyed(type, elements)
                : several(type, element -> element(element, elements));
    }

    private static Optional<RecordForm> element(@Nullable Class<?> wanted, Part.Elements elements) {
        return elements.embeddable() ? object(wanted, elements.element()) : value(wanted, elements.element());
    }

    private static Optional<RecordForm> value(@Nullable Class<?> wanted, Class<?> given) {
        boolean name = wanted == String.class && given.isEnum();
        return wanted != null && (name || Conversion.isPossible(given, wanted))
                ? Optional.of(new Plain(wanted))
                : Optional.empty();
    }

    private static Optional<RecordForm> object(@Nullable Class<?> wanted, Class<?> given) {
        if (wanted == null) {
            return Optional.empty();
        }
        return wanted.isRecord()
                ? Optional.of(new Nested(wanted.asSubclass(Record.class)))
                : wanted.isAssignableFrom(given) ? Optional.of(new Plain(wanted)) : Optional.empty();
    }

    private static Optional<RecordForm> several(Type type, Function<@Nullable Class<?>, Optional<RecordForm>> element) {
        Class<?> container = raw(type);
        boolean set = container == Set.class;
        boolean list = container == List.class || container == Collection.class || container == Iterable.class;
        return set || list ? element.apply(argument(type, 0)).map(form -> new Several(form, set)) : Optional.empty();
    }

    private static Optional<RecordForm> keyed(Type type, Part.Elements elements) {
        return raw(type) != Map.class
                ? Optional.empty()
                : value(argument(type, 0), elements.key().orElseThrow())
                        .flatMap(key -> element(argument(type, 1), elements).map(form -> new Keyed(key, form)));
    }

    private static @Nullable Class<?> argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? raw(generic.getActualTypeArguments()[index]) : null;
    }

    private static @Nullable Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : null;
    }
}
