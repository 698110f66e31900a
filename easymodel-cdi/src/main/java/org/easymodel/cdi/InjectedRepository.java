package org.easymodel.cdi;

import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What is injected: it hands on to the repository of an open unit. A bean of a session or view is serialized with what was
 * injected into it, perhaps into another process; so this keeps only which repository is meant, and finds it again.
 */
final class InjectedRepository implements InvocationHandler, Serializable {

    private static final long serialVersionUID = 1L;

    private final RepositoryKey key;
    private transient volatile @Nullable Object repository;

    private InjectedRepository(RepositoryKey key, Object repository) {
        this.key = key;
        this.repository = repository;
    }

    static Object of(RepositoryKey key, Object repository) {
        return Proxy.newProxyInstance(
                key.type().getClassLoader(),
                new Class<?>[] {key.type(), Serializable.class},
                new InjectedRepository(key, repository));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return arguments != null && isSame(arguments[0]);
        }
        if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            method.setAccessible(true);
        }
        try {
            return method.invoke(repository(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isSame(@Nullable Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof InjectedRepository injected
                && injected.repository() == repository();
    }

    private Object repository() {
        Object known = repository;
        if (known == null) {
            known = CDI.current().select(OpenUnits.class).get().repository(key);
            repository = known;
        }
        return known;
    }
}
