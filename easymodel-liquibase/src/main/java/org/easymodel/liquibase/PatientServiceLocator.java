package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import liquibase.servicelocator.ServiceLocator;

/**
 * Finds the parts of Liquibase and passes over those whose library is left out, such as the loader of CSV files. Its own
 * locator ends at the first of them where the Java platform meets the missing class while it looks for the next part.
 */
final class PatientServiceLocator implements ServiceLocator {

    private static final int MOST_FAILURES = 1000;

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    public <T> List<T> findInstances(Class<T> type) {
        List<T> found = new ArrayList<>();
        Iterator<T> parts =
                ServiceLoader.load(type, LiquibaseThread.class.getClassLoader()).iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            try {
                if (!parts.hasNext()) {
                    break;
                }
                found.add(parts.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
            }
        }
        return found;
    }
}
