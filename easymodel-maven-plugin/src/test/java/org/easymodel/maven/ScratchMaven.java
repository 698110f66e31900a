package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/**
 * A Maven of its own: the installation that runs this build, with a local repository below target into which the modules of
 * this build are put as they are. Whatever else is needed this build has needed too, so that it is copied from the local
 * repository of the build, and nothing is fetched or installed anywhere.
 */
final class ScratchMaven {

    private static final Path DIRECTORY = Path.of("target", "maven").toAbsolutePath();
    private static final Path LOCAL = DIRECTORY.resolve("repository");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What one run of Maven has given. */
    record Run(int exit, String out) {

        /** The lines without Maven's mark of a level. */
        List<String> lines() {
            return out.lines().map(line -> line.replaceFirst("^\\[INFO] ?", "")).toList();
        }

        /** The output without the marks that some builds of Maven begin and end with. */
        String withoutColours() {
            return out.replaceAll("\033\\[[0-9;]*m", "");
        }

        @Override
        public String toString() {
            return "exit " + exit + "\n" + out;
        }
    }

    static final String VERSION = version();

    private ScratchMaven() {}

    /** Makes the repository and the settings that see nothing else. */
    static ScratchMaven prepared() throws IOException {
        install("easymodel-parent", ROOT.resolve("pom.xml"));
        for (Class<?> type : List.of(SchemaModel.class, MigrationManager.class, Goal.class)) {
            install(type);
        }
        Files.writeString(DIRECTORY.resolve("settings.xml"), settings());
        return new ScratchMaven();
    }

    /** A mirror of everything; checksums are not kept in a local repository. */
    private static String settings() {
        String policy = "<id>central</id><url>" + buildRepository().toUri() + "</url><releases><checksumPolicy>ignore"
                + "</checksumPolicy></releases><snapshots><enabled>false</enabled></snapshots>";
        return "<settings><localRepository>" + LOCAL + "</localRepository><mirrors><mirror><id>build</id><mirrorOf>*"
                + "</mirrorOf><url>" + buildRepository().toUri() + "</url></mirror></mirrors><profiles><profile>"
                + "<id>build</id><repositories><repository>" + policy + "</repository></repositories>"
                + "<pluginRepositories><pluginRepository>" + policy + "</pluginRepository></pluginRepositories>"
                + "</profile></profiles><activeProfiles><activeProfile>build</activeProfile></activeProfiles></settings>";
    }

    /** The local repository of the build that runs this test. */
    private static Path buildRepository() {
        String told = System.getProperty("easymodel.build.repository", "");
        return told.isEmpty() ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(told);
    }

    /** The version of a plugin as the build of this module has it. */
    static String pluginVersion(String artifact) throws IOException {
        return found("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<$]+)</version>");
    }

    /** What a property of the parent says. */
    static String property(String name) throws IOException {
        return found("<" + Pattern.quote(name) + ">([^<]+)</");
    }

    private static String version() {
        try {
            return found("<artifactId>easymodel-parent</artifactId>\\s*<version>([^<]+)</version>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve("pom.xml")));
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in the parent");
        }
        return matcher.group(1);
    }

    private static void install(Class<?> type) throws IOException {
        Path place = place(type);
        Path module = place;
        while (!Files.exists(module.resolve("pom.xml"))) {
            module = module.getParent();
        }
        Path jar = install(module.getFileName().toString(), module.resolve("pom.xml"));
        if (Files.isDirectory(place)) {
            pack(place, jar);
        } else {
            Files.copy(place, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path place(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a POM into the repository; returns where its jar belongs. */
    private static Path install(String artifact, Path pom) throws IOException {
        Path directory = LOCAL.resolve("org/easymodel").resolve(artifact).resolve(VERSION);
        Files.createDirectories(directory);
        Files.copy(pom, directory.resolve(artifact + "-" + VERSION + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        return directory.resolve(artifact + "-" + VERSION + ".jar");
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** Runs Maven over a project. */
    Run run(Path project, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(DIRECTORY, "run", ".log");
        List<String> command = new ArrayList<>(List.of(
                executable(),
                "-B",
                "-ntp",
                "-s",
                DIRECTORY.resolve("settings.xml").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().keySet().removeIf(name -> name.startsWith("EASYMODEL_") || name.equals("MAVEN_ARGS"));
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Maven does not end: " + Files.readString(log));
            }
        } finally {
            process.destroy();
        }
        String out = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        return new Run(process.exitValue(), out);
    }

    private static String executable() {
        String home = System.getProperty("maven.home", "");
        String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return home.isEmpty() ? name : Path.of(home, "bin", name).toString();
    }
}
