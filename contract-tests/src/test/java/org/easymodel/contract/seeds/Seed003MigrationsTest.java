package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.easymodel.contract.repository.Database;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;
import org.easymodel.liquibase.WrittenRevision;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 003, the notes of a course on Alembic: its commands in its order. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed003MigrationsTest {

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
        String description;
        int price;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 32, unique = true)
        String username;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String title;

        String body;

        @ManyToOne(optional = false)
        @JoinColumn(name = "user_id")
        User user;
    }

    @Entity(name = "Profile")
    @Table(name = "profiles")
    static class Profile {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String bio;

        @OneToOne(optional = false)
        @JoinColumn(name = "user_id", unique = true)
        User user;
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String promocode;
        Instant createdAt;
    }

    @Entity(name = "OrderProductAssociation")
    @Table(
            name = "order_product_association",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "idx_unique_order_product",
                            columnNames = {"order_id", "product_id"}))
    static class Association {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "order_id")
        Order order;

        @ManyToOne(optional = false)
        @JoinColumn(name = "product_id")
        Product product;
    }

    @Entity(name = "OrderProductAssociation")
    @Table(
            name = "order_product_association",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "idx_unique_order_product",
                            columnNames = {"order_id", "product_id"}))
    static class PricedAssociation {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "order_id")
        Order order;

        @ManyToOne(optional = false)
        @JoinColumn(name = "product_id")
        Product product;

        @Column(name = "unit_price", nullable = false)
        int unitPrice;
    }

    @Parameter
    private Database kind;

    @TempDir
    Path root;

    private SeedUnit unit;

    @BeforeEach
    void empty() {
        unit = new SeedUnit(root, kind);
    }

    private void step(String message, Class<?>... entities) {
        MigrationManager migrations = unit.with(entities);
        assertThat(migrations.revision(message).revision()).isPresent();
        assertThat(migrations.upgrade("head").revisions()).hasSize(1);
    }

    /** Everything up to "Create profile table". */
    private MigrationManager fourSteps() {
        step("Create products table", Product.class);
        step("Create users table", Product.class, User.class);
        step("Create posts table", Product.class, User.class, Post.class);
        step("Create profile table", Product.class, User.class, Post.class, Profile.class);
        return unit.with(Product.class, User.class, Post.class, Profile.class);
    }

    /** "alembic revision --autogenerate" where nothing changed: there an empty file to be deleted, here none. */
    @Test
    void autogenerate_withoutAChange_writesNothing() {
        step("Create products table", Product.class);
        WrittenRevision again = unit.with(Product.class).revision("Create products table");
        assertThat(again.revision()).isEmpty();
        assertThat(unit.with(Product.class).revisions().size()).isEqualTo(1);
    }

    /** "Create profile table" before the class was listed found nothing; a unit finds its entities by itself. */
    @Test
    void autogenerate_modelByModel_eachGetsItsTable() {
        fourSteps();
        assertThat(unit.tables()).containsExactly("POSTS", "PRODUCTS", "PROFILES", "USERS");
    }

    /** A revision that is not applied yet can be thrown away and written again: "deleted the migration to change promocode". */
    @Test
    void revision_notAppliedYet_canBeWrittenAgain() throws Exception {
        step("Create products table", Product.class);
        Path folder = unit.with(Product.class, Order.class)
                .revision("Create orders table")
                .folder()
                .orElseThrow();
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                java.nio.file.Files.delete(file);
            }
        }
        step("Create orders table", Product.class, Order.class);
        assertThat(unit.tables()).containsExactly("ORDERS", "PRODUCTS");
    }

    /** The section "history of migrations": history, current, downgrade -1 and -2, base, upgrade head. */
    @Test
    void history_downgradesAndUpgrades_inTheOrderOfTheNotes() {
        MigrationManager migrations = fourSteps();
        assertThat(migrations.history().revisions())
                .extracting(Revision::message)
                .containsExactly(
                        "Create products table", "Create users table", "Create posts table", "Create profile table");
        assertThat(migrations.history().text()).contains("[x] 0004_", " (Create profile table)\n      applied ");
        assertThat(migrations.current()).hasSize(4);

        assertThat(migrations.downgrade("-1").current())
                .extracting(Revision::message)
                .containsExactly("Create posts table");
        assertThat(unit.tables()).containsExactly("POSTS", "PRODUCTS", "USERS");
        migrations.upgrade("head");

        MigrationOutcome two = migrations.downgrade("-2");
        assertThat(two.revisions())
                .extracting(Revision::message)
                .containsExactly("Create profile table", "Create posts table");
        assertThat(unit.tables()).containsExactly("PRODUCTS", "USERS");
        migrations.upgrade("head");
        assertThat(unit.tables()).containsExactly("POSTS", "PRODUCTS", "PROFILES", "USERS");

        assertThat(migrations.downgrade("base").current()).isEmpty();
        assertThat(unit.tables()).isEmpty();
        assertThat(migrations.current().isEmpty()).isTrue();
        migrations.upgrade("head");
        assertThat(unit.tables()).containsExactly("POSTS", "PRODUCTS", "PROFILES", "USERS");
        assertThat(migrations.drift().differences()).isEmpty();
        assertThat(migrations.history().runs()).hasSize(4 + 1 + 1 + 2 + 2 + 4 + 4);
        assertThat(migrations.history().runsOf(migrations.revisions().get(3))).hasSize(7);
    }

    /** "Many to many": the association table, then "Add unit_price column to order product association table". */
    @Test
    void manyToMany_associationBecomesAnEntityWithAPrice() {
        step("Create products table", Product.class);
        step("Create orders table", Product.class, Order.class);
        step("Create order product association table", Product.class, Order.class, Association.class);
        MigrationManager priced = unit.with(Product.class, Order.class, PricedAssociation.class);
        assertThat(priced.detectChanges().entities())
                .extracting(change -> change.entity() + " " + change.status())
                .containsExactly("OrderProductAssociation modified");
        priced.revision(
                "Add unit_price column to order product association table",
                RevisionOptions.none().withDefault("ORDER_PRODUCT_ASSOCIATION.UNIT_PRICE=0"));
        priced.upgrade("head");
        assertThat(priced.checkDatabase().problems()).isEmpty();
        assertThat(priced.downgrade("-1").current())
                .extracting(Revision::message)
                .isEqualTo(List.of("Create order product association table"));
    }
}
