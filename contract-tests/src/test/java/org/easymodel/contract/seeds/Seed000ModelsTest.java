package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Database Configuration" and "Model Definition". */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000ModelsTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String username;

        @Column(nullable = false)
        String email;

        @DefaultValue("true")
        @Column(name = "is_active", nullable = false)
        Boolean active;
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends EasyModel {
        @Indexed
        @Column(nullable = false)
        String name;

        String description;

        @Positive
        double price;

        @Min(0)
        @DefaultValue("0")
        @Column(nullable = false)
        Integer stock;

        @Column(nullable = false, unique = true, length = 20)
        String sku;

        @DefaultValue("true")
        @Column(name = "is_available", nullable = false)
        Boolean available;
    }

    @Parameter
    private Database kind;

    @Test
    void databaseConfiguration_ofFilesAndMemory(@TempDir Path directory) {
        String file = directory.resolve("database").toString();
        try (EasyRepositories easy = EasyRepositories.builder()
                .h2(file)
                .entities(User.class)
                .migrate("auto")
                .open()) {
            easy.blocking(User.class).insertMap(Map.of("username", "john_doe", "email", "john@example.com"));
        }
        try (EasyRepositories easy = EasyRepositories.builder()
                .h2(file)
                .entities(User.class)
                .migrate("auto")
                .open()) {
            assertThat(easy.blocking(User.class).count()).isOne();
        }
        try (EasyRepositories easy =
                EasyRepositories.builder().memory().entities(User.class).open()) {
            assertThat(easy.blocking(User.class).count()).isZero();
        }
    }

    /** The parts of the address are as in the document; nobody listens there. */
    @Test
    void databaseConfiguration_ofPostgres() {
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .postgres("localhost", 1, "your_database")
                        .user("your_user")
                        .password("your_password")
                        .entities(User.class)
                        .open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageNotContaining("your_password");
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .url("jdbc:postgresql://localhost:1/database?user=user&password=secret")
                        .entities(User.class)
                        .open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void basicModel() {
        BlockingRepository<User> users =
                SeedDatabase.empty(kind, User.class, Product.class).rows(User.class);
        User user = users.insertMap(Map.of("username", "john_doe", "email", "john@example.com"));

        assertThat(user.active).isTrue();
        assertThatThrownBy(() -> users.insertMap(Map.of("username", "john_doe", "email", "other@example.com")))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.UNIQUE);
                    assertThat(failure.attributes()).containsExactly("username");
                });
        assertThatThrownBy(() -> users.insertMap(Map.of("username", "jane")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("email");
        assertThat(users.count()).isOne();
    }

    /** Without a provider of Bean Validation, as here, the table has the rules all the same. */
    @Test
    void fieldTypesAndOptions() {
        BlockingRepository<Product> products =
                SeedDatabase.empty(kind, User.class, Product.class).rows(Product.class);
        Product pen = products.insertMap(Map.of("name", "Pen", "price", 1.5, "sku", "P-1"));

        assertThat(List.of(pen.stock, pen.available)).isEqualTo(List.of(0, true));
        assertThat(pen.description).isNull();
        assertThatThrownBy(() ->
                        products.insertMap(Map.of("name", "Ink", "price", 1, "sku", "far more than twenty characters")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sku");
        for (Map<String, ?> wrong : List.of(
                Map.of("name", "Ink", "price", 0, "sku", "I-1"),
                Map.of("name", "Ink", "price", 1, "stock", -1, "sku", "I-1"))) {
            assertThatThrownBy(() -> products.insertMap(wrong))
                    .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ConstraintViolatedException.Kind.CHECK));
        }
        assertThat(products.count()).isOne();
    }

    /** With a provider of Bean Validation nothing of that is sent, and all of it is told at once. */
    @Test
    void fieldTypesAndOptions_validated(@TempDir Path root) {
        try (ValidatedUnit unit = ValidatedUnit.of(root, kind, Product.class)) {
            BlockingRepository<Product> products = unit.rows(Product.class);

            assertThatThrownBy(() -> products.insertMap(
                            Map.of("name", "Ink", "price", 0, "stock", -1, "sku", "far more than twenty characters")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("'price' does not meet @Positive")
                    .hasMessageContaining("'stock' does not meet @Min")
                    .hasMessageContaining("sku");
            assertThat(products.exists()).isFalse();
        }
    }
}
