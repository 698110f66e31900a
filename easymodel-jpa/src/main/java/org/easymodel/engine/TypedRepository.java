package org.easymodel.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.spi.Engine;
import org.jspecify.annotations.Nullable;

/**
 * An interface of the application that extends a repository: its own methods are default ones, all others are the repository's.
 *
 * @param type the interface
 * @param repository where the verbs go
 * @param bodies the default methods that were called
 */
record TypedRepository(Class<?> type, Object repository, Map<Method, MethodHandle> bodies)
        implements InvocationHandler {

    /** The interface over the repository of the entity that it names. */
    static <R> R of(Class<R> type, Engine engine) {
        Class<?> entity = entity(type);
        Object repository = engine.repository(view(type), entity);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new TypedRepository(type, repository, new ConcurrentHashMap<>())));
    }

    /**
     * The entity that an interface names.
     *
     * @throws org.easymodel.failure.ConfigurationException if it names none, or has a method without a body
     */
    static Class<?> entity(Class<?> type) {
        Class<?> view = view(type);
        Class<?> entity = argument(type, view, Map.of()).orElseThrow(() -> Problems.noRepositoryInterface(type));
        checkMethods(type, view);
        return entity;
    }

    private static Class<?> view(Class<?> type) {
        return List.of(EasyRepository.class, BlockingRepository.class).stream()
                .filter(view -> type.isInterface() && view.isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> Problems.noRepositoryInterface(type));
    }

    /** What a repository does not have, the interface must do itself. */
    private static void checkMethods(Class<?> type, Class<?> view) {
        for (Method method : type.getMethods()) {
            boolean own = !method.getDeclaringClass().isAssignableFrom(view);
            if (own && Modifier.isAbstract(method.getModifiers())) {
                throw Problems.methodWithoutBody(type, method.getName());
            }
        }
    }

    /** The entity that an interface gives to the view, over interfaces in between. */
    private static Optional<Class<?>> argument(Class<?> type, Class<?> view, Map<TypeVariable<?>, Type> known) {
        for (Type each : type.getGenericInterfaces()) {
            if (each instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
                Map<TypeVariable<?>, Type> given = new HashMap<>();
                TypeVariable<?>[] variables = raw.getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    Type argument = generic.getActualTypeArguments()[i];
                    given.put(variables[i], known.getOrDefault(argument, argument));
                }
                Optional<Class<?>> entity = raw == view
                        ? given.get(variables[0]) instanceof Class<?> found ? Optional.of(found) : Optional.empty()
                        : argument(raw, view, given);
                if (entity.isPresent()) {
                    return entity;
                }
            } else if (each instanceof Class<?> raw) {
                Optional<Class<?>> entity = argument(raw, view, Map.of());
                if (entity.isPresent()) {
                    return entity;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == Arrays.asList(arguments).get(0);
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName();
            };
        }
        if (method.isDefault()) {
            return body(method)
                    .bindTo(proxy)
                    .invokeWithArguments(arguments == null ? List.of() : Arrays.asList(arguments));
        }
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Of an interface that is not public too, which {@link InvocationHandler#invokeDefault} refuses. */
    private MethodHandle body(Method method) throws IllegalAccessException {
        MethodHandle known = bodies.get(method);
        if (known == null) {
            Class<?> owner = method.getDeclaringClass();
            known = MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectSpecial(method, owner);
            bodies.put(method, known);
        }
        return known;
    }
}
