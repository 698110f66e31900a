package org.easymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.spi.Settings;
import org.junit.jupiter.api.Test;

/** Which database the process names. */
class EnvironmentTest {

    private final List<Problem> problems = new ArrayList<>();

    private record Login(String url, Optional<String> user, Optional<String> password) {}

    private Optional<Login> login(Map<String, String> variables, Map<String, String> properties) {
        Environment environment = new Environment(properties::get, variables::get);
        Settings settings = environment.settings("shop", Map.of());
        return environment
                .database(settings, problems)
                .map(found -> new Login(
                        found.url().orElse(""),
                        environment.user(found, settings),
                        environment.password(found, settings)));
    }

    @Test
    void ownSettings_goFirst() {
        Map<String, String> variables = Map.of(
                "EASYMODEL_URL", "jdbc:h2:mem:x",
                "EASYMODEL_USER", "sa",
                "POSTGRES_HOST", "db",
                "POSTGRES_PASSWORD", "secret");
        assertThat(login(variables, Map.of()))
                .contains(new Login("jdbc:h2:mem:x", Optional.of("sa"), Optional.empty()));
        assertThat(login(Map.of("EASYMODEL_SHOP_URL", "jdbc:h2:mem:y", "EASYMODEL_URL", "jdbc:h2:mem:x"), Map.of()))
                .map(Login::url)
                .contains("jdbc:h2:mem:y");
        assertThat(login(Map.of(), Map.of("easymodel.url", "jdbc:h2:mem:z")))
                .map(Login::url)
                .contains("jdbc:h2:mem:z");
    }

    @Test
    void variablesOfPostgres_haveItsDefaults() {
        assertThat(login(
                        Map.of("POSTGRES_HOST", "db", "POSTGRES_USER", "jane", "POSTGRES_PASSWORD", "secret"),
                        Map.of()))
                .contains(new Login("jdbc:postgresql://db:5432/jane", Optional.of("jane"), Optional.of("secret")));
        assertThat(login(Map.of("POSTGRES_DB", "a b", "POSTGRES_PORT", "6000", "EASYMODEL_PASSWORD", "p"), Map.of()))
                .contains(new Login("jdbc:postgresql://localhost:6000/a%20b", Optional.empty(), Optional.of("p")));
        assertThat(login(Map.of("POSTGRES_HOST", "::1"), Map.of()))
                .map(Login::url)
                .contains("jdbc:postgresql://[::1]:5432/postgres");
    }

    @Test
    void nothingSaid_isNothing() {
        assertThat(login(Map.of("POSTGRES_PASSWORD", "secret", "EASYMODEL_URL", " "), Map.of()))
                .isEmpty();
        assertThat(problems).isEmpty();
        RepositoriesBuilder builder = new RepositoriesBuilder(new Environment(name -> null, name -> null));
        assertThatThrownBy(builder::open).hasMessageContaining("EM-2223").hasMessageContaining("EM-2225");
    }

    @Test
    void wrongPort_isNamed_notShown() {
        assertThat(login(Map.of("POSTGRES_HOST", "db", "POSTGRES_PORT", "secret"), Map.of()))
                .isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("EM-2227", "POSTGRES_PORT")
                .doesNotContain("secret"));
    }

    @Test
    void addresses_areNeverShown() {
        assertThat(DatabaseChoice.url("url(..)", "jdbc:h2:mem:x;PASSWORD=secret"))
                .hasToString("url(..)");
    }
}
