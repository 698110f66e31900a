package org.easymodel.contract.inference.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeaveProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every inferred relationship is usable as a declared one: each row of the table in each place, on H2, unwoven, woven by the
 * agent or statically, and with EclipseLink 5; the other databases with some of the places.
 */
class MatrixTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Place.class)
    void relationships_inEveryPlace_areUsable(Place place) throws Exception {
        assertUsable(compiled(place), place, Database.H2, "", false);
    }

    @ParameterizedTest
    @CsvSource({"DERBY, FIELD", "POSTGRESQL, BASE", "DERBY, BESIDE", "POSTGRESQL, SET"})
    void relationships_onOtherDatabases_areUsable(Database database, Place place) throws Exception {
        assertUsable(compiled(place), place, database, "", false);
    }

    @ParameterizedTest
    @CsvSource({"H2, FIELD", "H2, BASE", "H2, BESIDE_PROPERTY"})
    void relationships_ofStaticallyWovenClasses_areUsable(Database database, Place place) throws Exception {
        Path plain = compiled(place);
        MatrixSource source = new MatrixSource(place);
        UnitXml unit = UnitXml.ofNames(source.packageName(), source.names());
        if (place.isBase()) { // the base class is in a jar, and so is not woven with the entities
            List.of("internal", "changetracking", "fetchgroups")
                    .forEach(each -> unit.with("eclipselink.weaving." + each, "false"));
        }
        UnitPath.of(plain, unit);
        Path woven = Files.createDirectories(directory.resolve("woven"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {plain.toUri().toURL()}, getClass().getClassLoader())) {
            StaticWeaveProcessor weaver = new StaticWeaveProcessor(plain.toFile(), woven.toFile());
            weaver.setClassLoader(loader);
            weaver.setPersistenceInfo(plain.toFile());
            weaver.performWeaving();
        }

        assertUsable(woven, place, database, "static", true);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"FIELD", "SET", "BASE", "BESIDE"})
    void relationships_withASharedCache_areNeverStale(Place place) throws Exception {
        Map<String, String> properties = properties(Database.H2);
        properties.put("eclipselink.cache.shared.default", "true");
        try (MatrixUnit unit = MatrixUnit.open(compiled(place), place, properties, "", Row.ALL)) {
            assertThat(unit.isShared()).isTrue();
            List<String> failures = new ArrayList<>();
            Row.ALL.forEach(row -> failures.addAll(unit.failuresAfterChange(row)));
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void relationships_ofClassesThatTheAgentWeaves_areUsable() throws Exception {
        assertThat(MatrixAgent.run(directory)).isEqualTo(MatrixAgent.ofSuccess());
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"FIELD", "PROPERTY", "BASE", "BESIDE"})
    void relationships_withEclipseLinkFive_areUsable(Place place) throws Exception {
        Path classes = compiled(place);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader five = five()) {
            thread.setContextClassLoader(five);
            Map<String, String> properties = properties(Database.H2);
            properties.put("jakarta.persistence.jdbc.driver", "org.h2.Driver");
            Object failures = five.loadClass(MatrixUnit.class.getName())
                    .getMethod("check", Path.class, String.class, Map.class)
                    .invoke(null, classes, place.name(), properties);

            assertThat(failures).isEqualTo(List.of());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void assertUsable(Path classes, Place place, Database database, String weaving, boolean woven) {
        try (MatrixUnit unit = MatrixUnit.open(classes, place, properties(database), weaving, Row.ALL)) {
            assertThat(unit.isWoven()).isEqualTo(woven);
            List<String> failures = new ArrayList<>();
            Row.ALL.forEach(row -> failures.addAll(unit.failures(row)));
            assertThat(failures).isEmpty();
        }
    }

    private Path compiled(Place place) throws Exception {
        Path classes = directory.resolve("classes");
        new MatrixSource(place).compileTo(classes);
        return classes;
    }

    private static Map<String, String> properties(Database database) {
        String name = "matrix" + UUID.randomUUID();
        Map<String, String> properties = new HashMap<>(database.properties(name));
        properties.put("eclipselink.session-name", name);
        return properties;
    }

    /** The class path of the tests with EclipseLink 5 and Jakarta Persistence 3.2 instead of their own. */
    private static URLClassLoader five() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String folder : List.of("target/eclipselink5", "target/eclipselink5-asm")) {
            try (Stream<Path> jars = Files.list(Path.of(folder))) {
                for (Path jar : jars.toList()) {
                    path.add(jar.toUri().toURL());
                }
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("eclipselink-4") && !entry.contains("persistence-api-3.1")) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
