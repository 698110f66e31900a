package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import liquibase.servicelocator.ServiceLocator;

/**
 * Finds the parts of Liquibase and passes over those whose library is left out, such as the loader of CSV files. Its own
 * locator ends at the first of them where the Java platform meets the missing class while it looks for the next part.
 */
final class PatientServiceLocator implements ServiceLocator {

    private static final int MOST_FAILURES = 1000;

    /** The class path of a library does not change, and to search all its files for each kind of part takes long. */
    private static final Map<Class<?>, List<ServiceLoader.Provider<?>>> FOUND = new ConcurrentHashMap<>();

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> findInstances(Class<T> type) {
        List<ServiceLoader.Provider<?>> found = FOUND.get(type);
        if (found == null) {
            found = find(type);
            FOUND.put(type, found);
        }
        return found.stream()
                .map(provider -> ((ServiceLoader.Provider<T>) provider).get())
                .toList();
    }

    /** A part that can be made once can be made again. To make one may ask for parts of another kind. */
    private static <T> List<ServiceLoader.Provider<?>> find(Class<T> type) {
        List<ServiceLoader.Provider<?>> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> parts =
                ServiceLoader.load(type, LiquibaseThread.class.getClassLoader()).stream()
                        .iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            try {
                if (!parts.hasNext()) {
                    break;
                }
                ServiceLoader.Provider<T> provider = parts.next();
                provider.get();
                found.add(provider);
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
            }
        }
        return List.copyOf(found);
    }
}
