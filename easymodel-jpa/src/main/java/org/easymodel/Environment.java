package org.easymodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.failure.Problem;
import org.easymodel.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What the process says of the database where the code does not: our own settings, else the variables of the PostgreSQL image.
 *
 * @param systemProperty the value of a system property, null without one
 * @param variable the value of an environment variable, null without one
 */
record Environment(Function<String, @Nullable String> systemProperty, Function<String, @Nullable String> variable) {

    private static final String POSTGRES = "postgres";
    private static final String POSTGRES_PORT = "5432";

    static Environment ofProcess() {
        return new Environment(System::getProperty, System::getenv);
    }

    Settings settings(String unit, Map<String, String> properties) {
        return new Settings(unit, properties, systemProperty, variable);
    }

    Optional<DatabaseChoice> database(Settings settings, List<Problem> problems) {
        Optional<String> url = settings.text("url").filter(text -> !text.isBlank());
        if (url.isPresent()) {
            return Optional.of(DatabaseChoice.url("easymodel.url", url.get().strip()));
        }
        Optional<String> host = value("POSTGRES_HOST");
        Optional<String> database = value("POSTGRES_DB");
        if (host.isEmpty() && database.isEmpty()) {
            return Optional.empty();
        }
        String port = value("POSTGRES_PORT").orElse(POSTGRES_PORT);
        if (!port.matches("\\d{1,5}")) {
            problems.add(BuilderProblems.outOfRange("POSTGRES_PORT", "is no number of a port", "Set it to 5432, say."));
            return Optional.empty();
        }
        return Optional.of(DatabaseChoice.postgres(
                "POSTGRES_HOST",
                host.orElse("localhost"),
                Integer.parseInt(port),
                database.or(() -> value("POSTGRES_USER")).orElse(POSTGRES)));
    }

    Optional<String> user(DatabaseChoice choice, Settings settings) {
        return settings.text("user").or(() -> choice.isPostgres() ? value("POSTGRES_USER") : Optional.empty());
    }

    Optional<String> password(DatabaseChoice choice, Settings settings) {
        return settings.text("password").or(() -> choice.isPostgres() ? value("POSTGRES_PASSWORD") : Optional.empty());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variable.apply(name)).filter(text -> !text.isBlank());
    }
}
