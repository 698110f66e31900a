package org.easymodel.liquibase;

import java.util.Map;
import java.util.concurrent.Callable;
import liquibase.Scope;
import liquibase.resource.ResourceAccessor;

/**
 * The only place where Liquibase runs: a thread of its own that ends with the work. Liquibase keeps its state in
 * inheritable thread locals, so nothing of it comes in from the caller and nothing stays behind; and it finds its parts
 * through the class loader of this library, whatever the caller's is. It asks nobody, prints nothing and calls no one.
 */
final class LiquibaseThread {

    private LiquibaseThread() {}

    /** The result of the work; its runtime exceptions come out as they are. */
    static <T> T call(ResourceAccessor resources, Callable<T> work) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader application = loader == null ? LiquibaseThread.class.getClassLoader() : loader;
        return MigrationThread.call(() -> inScope(resources, application, work));
    }

    private static <T> T inScope(ResourceAccessor resources, ClassLoader application, Callable<T> work)
            throws Exception {
        Map<String, Object> values = Map.of(
                JavaStepChange.LOADER,
                application,
                Scope.Attr.resourceAccessor.name(),
                resources,
                Scope.Attr.classLoader.name(),
                LiquibaseThread.class.getClassLoader(),
                Scope.Attr.ui.name(),
                new SilentUi(),
                Scope.Attr.serviceLocator.name(),
                new PatientServiceLocator(),
                Scope.Attr.logService.name(),
                new WarningLog(),
                "liquibase.analytics.enabled",
                "false");
        return Scope.child(values, work::call);
    }
}
