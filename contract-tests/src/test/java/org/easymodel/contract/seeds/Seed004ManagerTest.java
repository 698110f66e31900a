package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepository;
import org.easymodel.Ensured;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.RolledBackException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Hidden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 004: the manager of a model, verb by verb, the instance helpers, the schema, and who commits. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed004ManagerTest {

    /** {@code class User(Model, TimestampMixin)}; the table's name is made of the package and the class. */
    @Entity(name = "User")
    static class User extends EasyModel {
        @Column(length = 256, unique = true, nullable = false)
        String email;

        @Column(length = 120)
        String name;

        User() {}

        User(String email) {
            this.email = email;
        }
    }

    @Parameter
    private Database kind;

    private SeedDatabase database;
    private BlockingRepository<User> users;

    @BeforeEach
    void open() {
        database = SeedDatabase.empty(kind, builder -> builder.naming("package-prefix"), User.class);
        users = database.rows(User.class);
    }

    private User create(String email, String name) {
        return users.insertMap(EasyMap.of("email", email, "name", name));
    }

    private static <R> R await(CompletionStage<R> stage) {
        return stage.toCompletableFuture().join();
    }

    /** {@code Base}: "a model declared in myapp.models with class Item becomes table myapp_item". */
    @Test
    void base_tableNames() {
        create("a@b.com", "A");

        List<Map<String, Object>> rows =
                users.transaction(tx -> tx.sql("select email, name from seeds_user", Map.of()));

        assertThat(rows).containsExactly(Map.of("email", "a@b.com", "name", "A"));
    }

    /** {@code TimestampMixin}: both are set at the insert, and one moves with every update. */
    @Test
    void timestampMixin() {
        User user = create("a@b.com", "A");
        assertThat(user.getCreatedAt()).isNotNull().isEqualTo(user.getUpdatedAt());

        User changed = users.update(user.getId(), Map.of("name", "B"));

        assertThat(changed.getCreatedAt()).isEqualTo(user.getCreatedAt());
        assertThat(changed.getUpdatedAt()).isAfterOrEqualTo(user.getUpdatedAt());
    }

    @Test
    void manager_create() {
        User user = users.insertMap(Map.of("email", "a@b.com", "name", "A"));

        assertThat(user.getId()).isNotNull();
        assertThatThrownBy(() -> create("a@b.com", "B")).isInstanceOf(ConstraintViolatedException.class);
    }

    /** "Return single instance or None". */
    @Test
    void manager_get() {
        User user = create("a@b.com", "A");

        assertThat(users.find(user.getId())).contains(user);
        assertThat(users.select(Map.of("id", user.getId())).optional()).contains(user);
        assertThat(users.select(Map.of("email", "nobody")).optional()).isEmpty();
    }

    @Test
    void manager_filter() {
        User first = create("a@b.com", "A");
        User second = create("b@b.com", "A");
        create("c@b.com", "C");

        assertThat(users.all(Map.of("name", "A"))).containsExactlyInAnyOrder(first, second);
        assertThat(users.all(Map.of("name", "A", "email", "b@b.com"))).containsExactly(second);
    }

    @Test
    void manager_all() {
        assertThat(users.all()).isEmpty();
        User first = create("a@b.com", "A");
        User second = create("b@b.com", "B");

        assertThat(users.all()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void manager_first() {
        assertThat(users.first()).isEmpty();
        User first = create("a@b.com", "A");
        create("b@b.com", "B");

        assertThat(users.first()).contains(first);
    }

    @Test
    void manager_count() {
        create("a@b.com", "A");
        create("b@b.com", null);

        assertThat(users.count()).isEqualTo(2);
        assertThat(users.count(Map.of("name", "A"))).isOne();
        assertThat(users.count(EasyMap.of("name", null))).isOne();
    }

    @Test
    void manager_exists() {
        create("a@b.com", "A");

        assertThat(users.exists(Map.of("email", "a@b.com"))).isTrue();
        assertThat(users.exists(Map.of("email", "b@b.com"))).isFalse();
    }

    /** "Create or return existing": the defaults are for a new row only. */
    @Test
    void manager_getOrCreate() {
        Ensured<User> first = users.getOrCreate(Map.of("email", "c@d.com"), Map.of("name", "C"));
        Ensured<User> second = users.getOrCreate(Map.of("email", "c@d.com"), Map.of("name", "Other"));

        assertThat(first.created()).isTrue();
        assertThat(first.entity().name).isEqualTo("C");
        assertThat(second.created()).isFalse();
        assertThat(second.entity()).isEqualTo(first.entity());
        assertThat(second.entity().name).isEqualTo("C");
        assertThat(users.count()).isOne();
    }

    /** "Update existing or create". */
    @Test
    void manager_updateOrCreate() {
        Ensured<User> first = users.updateOrCreate(Map.of("email", "x@y.com"), Map.of("name", "X"));
        Ensured<User> second = users.updateOrCreate(Map.of("email", "x@y.com"), Map.of("name", "Y"));

        assertThat(first.created()).isTrue();
        assertThat(first.entity().name).isEqualTo("X");
        assertThat(second.created()).isFalse();
        assertThat(users.find(first.entity().getId())).map(user -> user.name).contains("Y");
        assertThat(users.count()).isOne();
    }

    /** "Handle simple race conditions where another transaction concurrently created the same row". */
    @Test
    void races_makeOneRow() {
        List<CompletableFuture<Ensured<User>>> several = IntStream.range(0, 12)
                .mapToObj(i -> database.async(User.class)
                        .getOrCreate(Map.of("email", "c@d.com"), Map.of("name", "C" + i))
                        .toCompletableFuture())
                .toList();

        List<Ensured<User>> results =
                several.stream().map(CompletableFuture::join).toList();

        assertThat(results).filteredOn(Ensured::created).hasSize(1);
        assertThat(results)
                .extracting(each -> each.entity().getId())
                .containsOnly(results.get(0).entity().getId());
        assertThat(users.count()).isOne();
    }

    /** Where the document rolls back on a race, and loses what else the session had to write, here it stays. */
    @Test
    void races_keepTheRestOfTheTransaction() {
        create("c@d.com", "C");

        boolean created = users.transaction(tx -> {
            BlockingRepository<User> inside = tx.repository(User.class);
            inside.insertMap(Map.of("email", "pending@d.com"));
            return inside.getOrCreate(Map.of("email", "c@d.com"), Map.of()).created();
        });

        assertThat(created).isFalse();
        assertThat(users.exists(Map.of("email", "pending@d.com"))).isTrue();
    }

    /** "Pass model instances"; with {@code refresh=True} the instances know their ids and times. */
    @Test
    void manager_bulkCreate() {
        List<User> toInsert = IntStream.range(0, 3)
                .mapToObj(i -> new User("u" + i + "@ex.com"))
                .toList();

        List<User> inserted = users.insertAll(toInsert);

        assertThat(inserted).extracting(user -> user.email).containsExactly("u0@ex.com", "u1@ex.com", "u2@ex.com");
        assertThat(inserted).extracting(User::getCreatedAt).doesNotContainNull();
        assertThat(toInsert).extracting(User::getId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(users.count()).isEqualTo(3);
    }

    /** "Bulk delete rows matching filters; returns deleted rowcount"; without a filter it must be said. */
    @Test
    void manager_deleteAll() {
        create("a@b.com", "A");
        create("b@b.com", null);
        create("c@b.com", null);

        assertThat(users.deleteWhere(EasyMap.of("name", null))).isEqualTo(2);
        assertThat(users.all()).extracting(user -> user.email).containsExactly("a@b.com");
        assertThat(users.deleteEverything()).isOne();
    }

    @Test
    void instance_save() {
        User user = new User("temp@ex.com");

        User saved = users.save(user);

        assertThat(saved.getId()).isNotNull();
        saved.name = "Saved again";
        assertThat(users.save(saved).name).isEqualTo("Saved again");
        assertThat(users.count()).isOne();
    }

    /** "Set attributes then save". */
    @Test
    void instance_update() {
        User user = users.save(new User("temp@ex.com"));

        assertThat(users.update(user.getId(), Map.of("name", "New Name")).name).isEqualTo("New Name");
        assertThat(users.find(user.getId())).map(each -> each.name).contains("New Name");
    }

    @Test
    void instance_delete() {
        User user = users.save(new User("temp@ex.com"));

        assertThat(users.delete(user)).isTrue();
        assertThat(users.exists()).isFalse();
    }

    /** Model of the schema example, which leaves out a password. */
    @Entity(name = "Login")
    static class Login extends EasyModel {
        @Column(length = 256, unique = true, nullable = false)
        String email;

        @Column(length = 120)
        String name;

        String password;

        @Hidden
        String salt;
    }

    record LoginView(Long id, String email, String name) {}

    /** {@code User.get_schema(exclude={"password"})}, and {@code from_orm}: a record of an entity. */
    @Test
    void getSchema() {
        BlockingRepository<Login> logins = SeedDatabase.empty(kind, Login.class).rows(Login.class);

        JsonObject schema = logins.schema().without("password").json();

        JsonObject properties = schema.getJsonObject("properties");
        assertThat(properties).containsKeys("email", "name").doesNotContainKeys("password", "salt");
        assertThat(properties.getJsonObject("email").getInt("maxLength")).isEqualTo(256);
        assertThat(schema.getJsonArray("required").toString()).isEqualTo("[\"email\"]");

        Login login = new Login();
        login.email = "x@x.com";
        login.name = "X";
        assertThat(logins.as(LoginView.class, login)).isEqualTo(new LoginView(null, "x@x.com", "X"));
        assertThat(logins.toMap(login, "-password"))
                .containsEntry("email", "x@x.com")
                .doesNotContainKey("password");
    }

    /** {@code get_async_session}: "commits after successful use, and rolls back on exceptions". */
    @Test
    void sessions_ofARequest() {
        EasyRepository<User> later = database.async(User.class);

        User user =
                await(later.transaction(tx -> tx.repository(User.class).insertMap(Map.of("email", "x@example.com"))));
        assertThat(users.find(user.getId())).isPresent();

        assertThatThrownBy(() -> await(later.transaction(tx -> tx.repository(User.class)
                        .insertMap(Map.of("email", "y@example.com"))
                        .thenAccept(created -> {
                            throw new IllegalStateException("handler");
                        }))))
                .hasRootCauseMessage("handler");
        assertThat(users.count()).isOne();
    }

    /** {@code async_session_factory}: what is not committed is not there; here it is said that it shall not be. */
    @Test
    void sessions_byHand() {
        users.transaction(tx -> tx.repository(User.class).insertMap(Map.of("email", "manual@ex.com")));
        assertThat(users.exists(Map.of("email", "manual@ex.com"))).isTrue();

        assertThatThrownBy(() -> users.transaction(tx -> {
                    tx.setRollbackOnly();
                    return tx.repository(User.class).insertMap(Map.of("email", "lost@ex.com"));
                }))
                .isInstanceOf(RolledBackException.class);
        assertThat(users.exists(Map.of("email", "lost@ex.com"))).isFalse();
    }

    /** "Manager methods flush but do not commit": inside of the transaction the row can be read, outside it cannot. */
    @Test
    void sessions_flushWithoutCommit() {
        users.transaction(tx -> {
            BlockingRepository<User> inside = tx.repository(User.class);
            User user = inside.insertMap(Map.of("email", "a@b.com"));
            assertThat(inside.find(user.getId())).isPresent();
            assertThat(inside.count()).isOne();
            return user;
        });
        assertThat(users.count()).isOne();
    }
}
