package org.easymodel.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * The constructor of a record that takes all components.
 *
 * @param components in their order
 */
record Canonical<R extends Record>(Constructor<R> constructor, List<RecordComponent> components) {

    static <R extends Record> Canonical<R> of(Class<R> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new Canonical<>(constructor, components);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has a canonical constructor: " + type, e);
        }
    }

    Class<R> type() {
        return constructor.getDeclaringClass();
    }

    /** A record of these values, one for each component. */
    R make(String place, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw Problems.recordRefused(place, type(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record can be made: " + constructor, e);
        }
    }
}
