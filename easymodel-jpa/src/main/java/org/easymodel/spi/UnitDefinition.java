package org.easymodel.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.easymodel.observe.Operation;

/**
 * A persistence unit that is said in code, with transactions of its own entity managers. Immutable.
 *
 * @param name the name of the unit, as settings and messages use it
 * @param classes its entities; what these need (classes above them, embeddables, converters) need not be listed
 * @param beside all entities in the directory or archive of this class belong to the unit too; empty for none
 * @param properties its properties, credentials among them
 * @param dataSource where its connections come from; empty if the properties say it
 * @param observers get every operation when it has ended
 */
public record UnitDefinition(
        String name,
        List<Class<?>> classes,
        Optional<Class<?>> beside,
        Map<String, String> properties,
        Optional<DataSource> dataSource,
        List<Consumer<? super Operation>> observers) {

    public UnitDefinition {
        Objects.requireNonNull(name, "name");
        classes = List.copyOf(classes);
        Objects.requireNonNull(beside, "beside");
        properties = Map.copyOf(properties);
        Objects.requireNonNull(dataSource, "dataSource");
        observers = List.copyOf(observers);
        if (classes.isEmpty() && beside.isEmpty()) {
            throw new IllegalArgumentException("A unit has classes: " + name);
        }
    }

    /** A class by which the unit is found: its class loader and its place on the class path are those of the unit. */
    public Class<?> anchor() {
        return beside.orElseGet(() -> classes.get(0));
    }

    /** The name alone: the properties hold credentials. */
    @Override
    public String toString() {
        return name;
    }
}
