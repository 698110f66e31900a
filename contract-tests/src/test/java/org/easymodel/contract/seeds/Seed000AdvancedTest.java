package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Advanced Features": sessions, SQL, transactions. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000AdvancedTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String username;

        String email;
    }

    /** A row of plain SQL. */
    record Named(String username, String email) {}

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;

    @BeforeEach
    void open() {
        users = SeedDatabase.empty(kind, User.class).rows(User.class);
        users.insertMap(Map.of("username", "john_doe", "email", "john@example.com"));
    }

    @Test
    void sessions() {
        users.transaction(tx -> {
            BlockingRepository<User> inside = tx.repository(User.class);
            return inside.select(Map.of("username", "john_doe"))
                    .optional()
                    .map(user -> inside.update(user.getId(), Map.of("username", "john_smith")))
                    .orElseThrow();
        });
        assertThat(users.all()).extracting(user -> user.username).containsExactly("john_smith");
    }

    /** With the entity manager of the unit, managed entities are written at the end. */
    @Test
    void sessions_ofThePersistenceApi() {
        users.transaction(tx -> tx.entityManager(entities -> {
            User user = entities.createQuery("select u from User u where u.username = :username", User.class)
                    .setParameter("username", "john_doe")
                    .getSingleResult();
            user.username = "john_smith";
            return user.getId();
        }));
        assertThat(users.all()).extracting(user -> user.username).containsExactly("john_smith");
    }

    @Test
    void rawSql() {
        String select = "SELECT username, email FROM users WHERE username = :username";
        Map<String, ?> parameters = Map.of("username", "john_doe");

        List<Map<String, Object>> rows = users.transaction(tx -> tx.sql(select, parameters));
        List<Named> records = users.transaction(tx -> tx.sql(Named.class, select, parameters));

        assertThat(rows).containsExactly(Map.of("username", "john_doe", "email", "john@example.com"));
        assertThat(records).containsExactly(new Named("john_doe", "john@example.com"));
    }

    @Test
    void transactions() {
        String insert = "INSERT INTO users (id, username, email, created_at, updated_at)"
                + " VALUES (:id, :username, :email, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)";
        Map<String, ?> values = Map.of("id", 1_000_000L, "username", "new_user", "email", "new@example.com");

        Long inserted = users.transaction(tx -> tx.execute(insert, values));
        assertThat(inserted).isEqualTo(1);
        assertThat(users.exists(Map.of("username", "new_user"))).isTrue();

        assertThatThrownBy(() -> users.transaction(tx -> {
                    tx.execute("DELETE FROM users", Map.of());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(users.count()).isEqualTo(2);
    }
}
