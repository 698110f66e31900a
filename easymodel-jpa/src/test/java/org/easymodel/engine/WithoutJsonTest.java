package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.easymodel.EasyRepository;
import org.easymodel.failure.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Jakarta JSON Processing may be absent: without an implementation, and altogether. */
class WithoutJsonTest {

    private static final String MESSAGE =
            "EM-2020 Book.schema: there is no implementation of Jakarta JSON Processing. Put"
                    + " org.eclipse.parsson:parsson on the class path; a server has one.";

    @Test
    void withoutImplementation_isToldWithTheRemedy() {
        assertThatThrownBy(() -> JsonObjects.of("Book.schema", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(MESSAGE);
    }

    @Test
    void withoutTheInterface_isToldWithTheRemedy() throws Exception {
        try (NoJson loader = new NoJson()) {
            Method of = loader.loadClass(JsonObjects.class.getName()).getDeclaredMethod("of", String.class, Map.class);
            of.setAccessible(true);

            assertThatThrownBy(() -> of.invoke(null, "Book.schema", Map.of()))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage(MESSAGE)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** What a container of beans does with an interface. */
    @Test
    void repositories_canBeReflectedOnWithoutTheInterface() throws Exception {
        try (NoJson loader = new NoJson()) {
            Class<?> repository = loader.loadClass(EasyRepository.class.getName());

            assertThat(repository.getMethods()).extracting(Method::getName).contains("schema");
            assertThat(Proxy.newProxyInstance(loader, new Class<?>[] {repository}, (proxy, method, given) -> null))
                    .isInstanceOf(repository);
        }
    }

    /** Our classes anew, in a world without JSON. */
    private static final class NoJson extends URLClassLoader {

        NoJson() {
            super(
                    new URL[] {
                        EasyRepository.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.json.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("org.easymodel.") ? super.loadClass(name, resolve) : outside(name);
        }

        private static Class<?> outside(String name) throws ClassNotFoundException {
            return Class.forName(name, false, WithoutJsonTest.class.getClassLoader());
        }
    }
}
