package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Makes records of rows of values. */
record RecordMapper<R extends Record>(String place, Canonical<R> record, int[] columns) {

    static <R extends Record> RecordMapper<R> of(String place, Class<R> type, List<String> labels) {
        Canonical<R> record = Canonical.of(type);
        int[] columns = record.components().stream()
                .map(RecordComponent::getName)
                .mapToInt(name -> column(name, labels)
                        .orElseThrow(() -> Problems.noColumnForComponent(place, type, name, labels)))
                .toArray();
        return new RecordMapper<>(place, record, columns);
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
        Object[] arguments = new Object[columns.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(record.components().get(i), row[columns[i]]);
        }
        return record.make(place, arguments);
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
