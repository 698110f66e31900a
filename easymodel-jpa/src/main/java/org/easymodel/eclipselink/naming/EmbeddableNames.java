package org.easymodel.eclipselink.naming;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;

/**
 * The columns that a collection of embeddables gives to their attributes. EclipseLink has setters for them but no getters, so
 * they are read from its fields; where a module does not open itself to that, they are not there.
 */
final class EmbeddableNames {

    private EmbeddableNames() {}

    /** The columns in the collection's table, by the column that the embeddable itself gives. */
    @SuppressWarnings("unchecked")
    static Map<String, DatabaseField> of(AggregateCollectionMapping mapping) {
        return (Map<String, DatabaseField>) read(mapping, "aggregateToSourceFields");
    }

    /** The same for embeddables in embeddables, by the path of the attribute first. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, DatabaseField>> nestedOf(AggregateCollectionMapping mapping) {
        return (Map<String, Map<String, DatabaseField>>) read(mapping, "nestedAggregateToSourceFields");
    }

    private static Map<?, ?> read(AggregateCollectionMapping mapping, String name) {
        try {
            Field field = AggregateCollectionMapping.class.getDeclaredField(name);
            field.setAccessible(true);
            return (Map<?, ?>) field.get(mapping);
        } catch (InaccessibleObjectException e) {
            return Map.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("EclipseLink has no field AggregateCollectionMapping." + name, e);
        }
    }
}
