package org.easymodel.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes records of rows of values. */
record RecordMapper<R extends Record>(
        String place, Constructor<R> constructor, RecordComponent[] components, int[] columns) {

    static <R extends Record> RecordMapper<R> of(String place, Class<R> type, List<String> labels) {
        RecordComponent[] components = type.getRecordComponents();
        int[] columns = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            columns[i] =
                    column(name, labels).orElseThrow(() -> Problems.noColumnForComponent(place, type, name, labels));
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordMapper<>(place, constructor, components, columns);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has a canonical constructor: " + type, e);
        }
    }

    private static Optional<Integer> column(String component, List<String> labels) {
        if (labels.contains(component)) {
            return Optional.of(labels.indexOf(component));
        }
        for (int i = 0; i < labels.size(); i++) {
            if (camel(labels.get(i)).equals(component)) {
                return Optional.of(i);
            }
        }
        List<String> last =
                labels.stream().filter(label -> label.endsWith("." + component)).toList();
        return last.size() == 1 ? Optional.of(labels.indexOf(last.get(0))) : Optional.empty();
    }

    private static String camel(String path) {
        StringBuilder name = new StringBuilder();
        for (String segment : path.split("\\.")) {
            name.append(name.isEmpty() ? segment : Character.toUpperCase(segment.charAt(0)) + segment.substring(1));
        }
        return name.toString();
    }

    R map(Object[] row) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(components[i], row[columns[i]]);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw Problems.recordRefused(place, constructor.getDeclaringClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record can be made: " + constructor, e);
        }
    }

    private Object argument(RecordComponent component, Object value) {
        if (value == null) {
            if (component.getType().isPrimitive()) {
                throw Problems.noValueForComponent(place, component);
            }
            return null;
        }
        return Conversion.to(component.getType(), value)
                .orElseThrow(() -> Problems.wrongComponent(place, component, value.getClass()));
    }
}
