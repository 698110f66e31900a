package org.easymodel.maven;

/** The project's classes as those of the thread, until it is closed. For one thread. */
final class ContextLoader implements AutoCloseable {

    private final ClassLoader callers;

    ContextLoader(ClassLoader project) {
        Thread thread = Thread.currentThread();
        callers = thread.getContextClassLoader();
        thread.setContextClassLoader(project);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(callers);
    }
}
