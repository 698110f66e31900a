package org.easymodel.contract.inference.matrix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.easymodel.contract.repository.Database;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/**
 * The units of all places in one Java process with EclipseLink's agent. The agent weaves only the units that are on the class
 * path when the process starts, which a test that compiles its entities cannot offer in its own process.
 */
public final class MatrixAgent {

    private static final String WOVEN = "woven";

    private MatrixAgent() {}

    /** Prints for each place whether its entities are woven, and then what does not work, a line each. */
    public static void main(String[] arguments) {
        for (Place place : Place.values()) {
            Map<String, String> properties = new HashMap<>(Database.H2.properties("agent_" + place));
            try (MatrixUnit unit = MatrixUnit.open(place, properties)) {
                System.out.println(place + " " + (unit.isWoven() ? WOVEN : "not woven"));
                Row.ALL.forEach(row -> unit.failures(row).forEach(System.out::println));
            }
        }
    }

    /** What a process in which everything works prints. */
    static List<String> ofSuccess() {
        return List.of(Place.values()).stream()
                .map(place -> place + " " + WOVEN)
                .toList();
    }

    /** Compiles the units into a directory and runs {@link #main}; the lines that it prints. */
    static List<String> run(Path directory) throws IOException, InterruptedException {
        Map<Place, Path> units = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            Path classes = directory.resolve(place.name());
            MatrixSource source = new MatrixSource(place);
            source.compileTo(classes);
            MatrixUnit.describe(classes, source, "");
            units.put(place, classes);
        }
        Path output = directory.resolve("output.txt");
        Path messages = directory.resolve("messages.txt");
        Process process = new ProcessBuilder(command(units.values()))
                .redirectError(messages.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the process does not end: " + Files.readString(messages));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("the process failed: " + Files.readString(messages));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    private static List<String> command(Iterable<Path> units) {
        List<String> path = new ArrayList<>();
        units.forEach(unit -> path.add(unit.toString()));
        path.add(System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent(),
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                String.join(File.pathSeparator, path),
                MatrixAgent.class.getName());
    }

    private static Path agent() {
        try {
            return Path.of(PersistenceWeaved.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
