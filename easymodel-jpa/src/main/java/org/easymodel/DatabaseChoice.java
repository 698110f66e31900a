package org.easymodel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.easymodel.failure.Problem;

/**
 * Which database a unit has, as somebody said it.
 *
 * @param call how it was said, for messages; never an address, which may hold credentials
 * @param url its address; empty for a data source, and for a database in memory, which gets one when it is opened
 * @param source its data source
 * @param wrong what is wrong with it already
 */
record DatabaseChoice(String call, Optional<String> url, Optional<DataSource> source, List<Problem> wrong) {

    static final String URL = "jakarta.persistence.jdbc.url";
    static final String USER = "jakarta.persistence.jdbc.user";
    static final String PASSWORD = "jakarta.persistence.jdbc.password";
    static final String DRIVER = "jakarta.persistence.jdbc.driver";

    /** Properties that would say again, in a place that messages and checks do not look at, what a method is there for. */
    static final Map<String, String> SAID_BY_METHODS = Map.of(
            URL,
            "url(..)",
            USER,
            "user(..)",
            PASSWORD,
            "password(..)",
            "jakarta.persistence.nonJtaDataSource",
            "dataSource(..)",
            "jakarta.persistence.jtaDataSource",
            "dataSource(..)");

    static DatabaseChoice postgres(String host, int port, String database) {
        return postgres("postgres(..)", host, port, database);
    }

    static DatabaseChoice postgres(String call, String host, int port, String database) {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(database, "database");
        if (!host.matches("[\\w.:%-]+|\\[[\\w.:%-]+]")) {
            return wrong(call, "has a host that is no name and no address", "Give one host; options need url(..).");
        }
        if (port < 1 || port > 65_535) {
            return wrong(call, "has a port that is not between 1 and 65535", "Give another, such as 5432.");
        }
        if (database.isBlank()) {
            return wrong(call, "has no name of a database", "Give one.");
        }
        String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return url(call, "jdbc:postgresql://" + shown + ":" + port + "/" + name);
    }

    static DatabaseChoice derby(String directory) {
        String call = "derby(..)";
        return isPath(directory) ? url(call, "jdbc:derby:directory:" + directory + ";create=true") : noPath(call);
    }

    static DatabaseChoice h2(String path) {
        String call = "h2(..)";
        if (!isPath(path)) {
            return noPath(call);
        }
        String file =
                path.startsWith("~") ? path : Path.of(path).toAbsolutePath().toString();
        return url(call, "jdbc:h2:file:" + file);
    }

    /** A semicolon would begin options. */
    private static boolean isPath(String path) {
        try {
            return !path.isBlank()
                    && !path.contains(";")
                    && !Path.of(path).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static DatabaseChoice noPath(String call) {
        return wrong(call, "has no path, or one with a semicolon", "Give a path; options need url(..).");
    }

    static DatabaseChoice memory() {
        return new DatabaseChoice("memory()", Optional.empty(), Optional.empty(), List.of());
    }

    static DatabaseChoice url(String call, String url) {
        return url.startsWith("jdbc:")
                ? new DatabaseChoice(call, Optional.of(url), Optional.empty(), List.of())
                : wrong(call, "does not begin with jdbc:", "Give the address as the driver wants it.");
    }

    static DatabaseChoice dataSource(DataSource source) {
        return new DatabaseChoice("dataSource(..)", Optional.empty(), Optional.of(source), List.of());
    }

    static DatabaseChoice wrong(String call, String fact, String remedy) {
        return new DatabaseChoice(
                call, Optional.empty(), Optional.empty(), List.of(BuilderProblems.outOfRange(call, fact, remedy)));
    }

    boolean isMemory() {
        return url.isEmpty() && source.isEmpty() && wrong.isEmpty();
    }

    boolean isPostgres() {
        return url.filter(text -> text.startsWith("jdbc:postgresql:")).isPresent();
    }

    /** Whether user and password mean something here. */
    boolean takesLogin() {
        return !isMemory() && source.isEmpty();
    }

    void check(Drivers drivers, boolean driverIsNamed, List<Problem> problems) {
        problems.addAll(wrong);
        if (isMemory() && !OpenDatabase.hasMemory(drivers)) {
            problems.add(BuilderProblems.noMemoryDriver());
        }
        url.filter(text -> !driverIsNamed && !drivers.has(text))
                .ifPresent(text -> problems.add(BuilderProblems.noDriver(call, kind(text))));
    }

    /** {@code jdbc:postgresql} of an address; all that may be shown of it. */
    private static String kind(String url) {
        int end = url.indexOf(':', "jdbc:".length());
        String kind = (end < 0 ? "jdbc:" : url.substring(0, end)).toLowerCase(Locale.ROOT);
        return kind.matches("jdbc:[a-z0-9]{1,30}") ? kind : "jdbc:";
    }

    /** The call alone: addresses may hold credentials. */
    @Override
    public String toString() {
        return call;
    }
}
