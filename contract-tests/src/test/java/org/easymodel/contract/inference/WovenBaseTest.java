package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Timestamped;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeaveProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of several units in one process, the first weaves the base class for all. So each must weave it alike, whether or not it
 * lists the base class.
 */
class WovenBaseTest {

    @Entity(name = "Pebble")
    public static class Pebble extends EasyModel {

        private String colour;

        public String getColour() {
            return colour;
        }
    }

    @Entity(name = "Shell")
    public static class Shell extends EasyModel {

        private Long pebbleId;

        public Long getPebbleId() {
            return pebbleId;
        }
    }

    @TempDir
    private Path directory;

    @Test
    void baseClass_isWovenAlike_listedOrNot() throws Exception {
        List<byte[]> plain = woven("plain", List.of(Pebble.class));
        assertThat(woven("listed", List.of(Pebble.class, EasyModel.class))).containsExactlyElementsOf(plain);
        assertThat(woven("above", List.of(Shell.class, Timestamped.class, EasyModel.class)))
                .containsExactlyElementsOf(plain);
    }

    @Test
    void baseClass_isWovenSoThatEntitiesNeedNoInitialization() throws Exception {
        woven("whole", List.of(Pebble.class, Shell.class, EasyModel.class));
        Path classes = directory.resolve("whole-woven");
        assertThat(Files.readString(path(classes, Pebble.class), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("(Lorg/eclipse/persistence/internal/descriptors/PersistenceObject;)V");
    }

    /** The base classes as the weaver of a unit leaves them, nearest first. */
    private List<byte[]> woven(String name, List<Class<?>> classes) throws Exception {
        Path plain = Files.createDirectories(directory.resolve(name));
        List<Class<?>> bases = new ArrayList<>();
        for (Class<?> base = EasyModel.class; base != Object.class; base = base.getSuperclass()) {
            bases.add(base);
        }
        List<Class<?>> copied = new ArrayList<>(bases);
        copied.addAll(classes);
        for (Class<?> each : copied) {
            copy(each, path(plain, each));
        }
        UnitPath.of(plain, UnitXml.of("woven", classes));
        Path woven = Files.createDirectories(directory.resolve(name + "-woven"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {plain.toUri().toURL()}, getClass().getClassLoader())) {
            StaticWeaveProcessor weaver = new StaticWeaveProcessor(plain.toFile(), woven.toFile());
            weaver.setClassLoader(loader);
            weaver.setPersistenceInfo(plain.toFile());
            weaver.performWeaving();
        }
        List<byte[]> result = new ArrayList<>();
        for (Class<?> base : bases) {
            byte[] bytes = Files.readAllBytes(path(woven, base));
            assertThat(bytes).isNotEqualTo(Files.readAllBytes(path(plain, base)));
            result.add(bytes);
        }
        return result;
    }

    private static Path path(Path root, Class<?> type) {
        return root.resolve(type.getName().replace('.', '/') + ".class");
    }

    private static void copy(Class<?> type, Path target) throws Exception {
        Files.createDirectories(target.getParent());
        try (InputStream source = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            Files.write(target, source.readAllBytes());
        }
    }
}
