package org.easymodel.spi;

import java.net.URL;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.easymodel.schema.SchemaModel;

/**
 * A persistence unit that is being deployed and has not yet asked its database anything. Immutable.
 *
 * @param name the name of the unit
 * @param root the directory or archive that holds its {@code persistence.xml}, where that is known
 * @param loader the class loader of its entities
 * @param settings its settings
 * @param connections gives a new connection to its database at every call, on any thread; never one that belongs to a
 *     transaction of the caller. The caller closes it
 * @param model reads the schema of its entities; costs a second deployment of the unit, without a database
 */
public record StartingUnit(
        String name,
        Optional<URL> root,
        ClassLoader loader,
        Settings settings,
        Callable<Connection> connections,
        Supplier<SchemaModel> model) {

    public StartingUnit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(model, "model");
    }
}
