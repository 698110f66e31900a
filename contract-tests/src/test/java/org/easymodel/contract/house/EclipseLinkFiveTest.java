package org.easymodel.contract.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One class file serves EclipseLink 4 and 5: whatever ours call, with the types they name, is in version 5.0.0 too. */
class EclipseLinkFiveTest {

    private static final Path JARS = Path.of("target/eclipselink5");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.easymodel.eclipselink");

    @Test
    void calls_ofEclipseLink_areInVersionFive() throws IOException {
        Set<String> missing = new TreeSet<>();
        int checked = 0;
        try (URLClassLoader five = loader()) {
            for (JavaClass ours : OURS) {
                for (JavaAccess<?> access : ours.getAccessesFromSelf()) {
                    if (access.getTargetOwner().getName().startsWith("org.eclipse.persistence.")) {
                        checked++;
                        if (!isThere(access.getTarget(), five)) {
                            missing.add(access.getTarget().getFullName());
                        }
                    }
                }
            }
        }

        assertThat(checked).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static URLClassLoader loader() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(JARS)) {
            for (Path file : files.toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        assertThat(jars).hasSize(2);
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static boolean isThere(AccessTarget target, ClassLoader loader) {
        Class<?> owner;
        try {
            owner = Class.forName(target.getOwner().getName(), false, loader);
        } catch (ClassNotFoundException e) {
            return false;
        }
        if (target instanceof CodeUnitAccessTarget called) {
            return hierarchy(owner).stream()
                    .flatMap(EclipseLinkFiveTest::executables)
                    .anyMatch(found -> matches(found, called));
        }
        return hierarchy(owner).stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .map(Field::getName)
                .anyMatch(target.getName()::equals);
    }

    private static Stream<Executable> executables(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
    }

    private static boolean matches(Executable found, CodeUnitAccessTarget called) {
        String name = found instanceof Constructor ? "<init>" : found.getName();
        String result = found instanceof Method method ? method.getReturnType().getName() : "void";
        return name.equals(called.getName())
                && result.equals(called.getRawReturnType().getName())
                && Arrays.stream(found.getParameterTypes())
                        .map(Class::getName)
                        .toList()
                        .equals(called.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList());
    }

    private static List<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> all = new ArrayList<>(List.of(Object.class));
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> each = open.pop();
            all.add(each);
            if (each.getSuperclass() != null) {
                open.push(each.getSuperclass());
            }
            open.addAll(List.of(each.getInterfaces()));
        }
        return all;
    }
}
