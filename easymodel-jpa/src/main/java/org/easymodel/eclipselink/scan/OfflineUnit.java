package org.easymodel.eclipselink.scan;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A unit as its server or EclipseLink describes it, but without a database, and with classes that are loaded already. By
 * reflection, since Jakarta Persistence 3.2 has further methods, and other types, than 3.1.
 */
final class OfflineUnit implements InvocationHandler {

    private final PersistenceUnitInfo unit;

    private OfflineUnit(PersistenceUnitInfo unit) {
        this.unit = unit;
    }

    static PersistenceUnitInfo of(PersistenceUnitInfo unit) {
        return (PersistenceUnitInfo) Proxy.newProxyInstance(
                PersistenceUnitInfo.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                new OfflineUnit(unit));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getJtaDataSource", "getNonJtaDataSource", "addTransformer" -> null;
            case "getNewTempClassLoader" -> unit.getClassLoader();
            default -> delegate(method, arguments);
        };
    }

    private Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(unit, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
