package org.easymodel;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC drivers that this library, the thread or the entities can see. The driver manager looks for drivers once in a process,
 * by the class loader of whichever thread asks first, and shows nobody those of another class loader.
 */
final class Drivers {

    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    private Drivers(Collection<Class<?>> types) {
        add(Drivers.class.getClassLoader());
        add(Thread.currentThread().getContextClassLoader());
        types.forEach(type -> add(type.getClassLoader()));
    }

    static Drivers seenBy(Collection<Class<?>> types) {
        return new Drivers(types);
    }

    private void add(@Nullable ClassLoader loader) {
        if (loader != null) {
            loaders.add(loader);
        }
    }

    boolean has(String url) {
        return of(url).isPresent();
    }

    Optional<Driver> of(String url) {
        return known(url).or(() -> unknown(url));
    }

    /** A driver for an address that the driver manager does not find here. */
    Optional<Driver> unknown(String url) {
        if (known(url).isPresent()) {
            return Optional.empty();
        }
        for (ClassLoader loader : loaders) {
            Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
            while (true) {
                try {
                    if (!drivers.hasNext()) {
                        break;
                    }
                    Driver driver = drivers.next();
                    if (driver.acceptsURL(url)) {
                        return Optional.of(driver);
                    }
                } catch (ServiceConfigurationError | SQLException broken) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Driver> known(String url) {
        try {
            return Optional.of(DriverManager.getDriver(url));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
