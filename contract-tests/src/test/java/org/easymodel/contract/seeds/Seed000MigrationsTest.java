package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.liquibase.DetectedChanges;
import org.easymodel.liquibase.EntityChange;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Automatic Schema Migrations": usage, storage, advanced control, operations. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000MigrationsTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true)
        String username;

        @Column(nullable = false)
        String email;
    }

    /** The user as the manual changes it: "Later, you might add a new field". */
    @Entity(name = "User")
    @Table(name = "users")
    static class ActiveUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true)
        String username;

        @Column(nullable = false)
        String email;

        @Column(name = "is_active", nullable = false)
        boolean active;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String title;

        @References(User.class)
        @Column(name = "user_id")
        Long userId;
    }

    @Entity(name = "Tag")
    @Table(name = "tags")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String label;
    }

    /** With ids from the table of the provider, which belongs to no entity. */
    @Entity(name = "Label")
    @Table(name = "labels")
    static class Label {
        @Id
        @GeneratedValue
        Long id;

        String label;
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

    /** "Check for pending model changes without applying them". */
    @Test
    void advancedControl_detectModelChanges_tellsEachModelWithItsStatus() {
        MigrationManager manager = unit.with(User.class, Post.class, Tag.class);
        DetectedChanges changes = manager.detectChanges(User.class, Post.class);
        List<String> pending = new ArrayList<>();
        for (EntityChange change : changes.entities()) {
            pending.add(change.entity() + ": " + change.status());
        }
        assertThat(pending).containsExactly("Post: new", "User: new");
        assertThat(manager.detectChanges().entities()).hasSize(3);
        assertThat(unit.tables()).isEmpty();
        assertThat(manager.revisions().isEmpty()).isTrue();
    }

    /** "Apply migrations for specific models". */
    @Test
    void advancedControl_migrateModels_appliesOnlyThose() {
        MigrationManager manager = unit.with(User.class, Post.class, Tag.class);
        DetectedChanges done =
                manager.only(User.class, Post.class).revision("Users and posts").changes();
        manager.upgrade();
        List<String> applied = new ArrayList<>();
        for (EntityChange change : done.entities()) {
            for (EntityChange.Operation operation : change.operations()) {
                applied.add(change.entity() + ": " + operation.operation() + " - " + operation.table() + " "
                        + operation.column().map(Object::toString).orElse(""));
            }
        }
        assertThat(applied).contains("User: CreateTable - USERS ", "Post: CreateTable - POSTS ");
        assertThat(unit.tables()).containsExactly("POSTS", "USERS");
        assertThat(manager.detectChanges().entities())
                .extracting(EntityChange::entity)
                .containsExactly("Tag");
        manager.revision("The rest");
        manager.upgrade();
        assertThat(unit.tables()).containsExactly("POSTS", "TAGS", "USERS");
        assertThat(manager.checkDatabase().problems()).isEmpty();
    }

    @Test
    void advancedControl_whatNoEntityOwns_comesWithTheChosenOnes() {
        MigrationManager manager = unit.with(User.class, Label.class);
        manager.only(Label.class).revision("Labels");
        manager.upgrade();
        assertThat(unit.tables()).containsExactly("LABELS", "SEQUENCE");
    }

    @Test
    void advancedControl_modelsThatNeedOthers_areRefusedWithTheirNames() {
        MigrationManager manager = unit.with(User.class, Post.class);
        assertThatThrownBy(() -> manager.detectChanges(Post.class))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3132 POSTS: it refers to USERS, ");
        assertThatThrownBy(() -> manager.detectChanges(String.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3131 String: it is no entity of the model. The model has Post, User.");
    }

    /** "Later, you might add a new field", and the operations add, alter and drop column. */
    @Test
    void usage_aFieldIsAdded_theTableGetsItAndRowsStay() {
        MigrationManager first = unit.with(User.class);
        first.revision("First");
        first.upgrade();
        unit.run("INSERT INTO USERS (ID, USERNAME, EMAIL) VALUES (1, 'john_doe', 'john@example.com')");
        MigrationManager second = unit.with(ActiveUser.class);
        assertThat(second.detectChanges().entities())
                .extracting(EntityChange::toString)
                .singleElement()
                .asString()
                .startsWith("User: modified\n  AddColumn USERS.IS_ACTIVE");
        second.revision("Active users", RevisionOptions.none().withDefault("USERS.IS_ACTIVE=true"));
        second.upgrade();
        assertThat(second.drift().differences()).isEmpty();
        MigrationManager third = unit.with(User.class);
        third.revision("No more", RevisionOptions.none().accepting("EM102:USERS.IS_ACTIVE"));
        third.upgrade();
        assertThat(third.checkDatabase().problems()).isEmpty();
    }

    /** "Migration Storage": hashes and history with time stamps, here in the database and as the same kind of file. */
    @Test
    void storage_historyFile_hasTimesModelsAndOperations() {
        MigrationManager manager = unit.byName(User.class);
        assertThat(unit.with(User.class).revision("First").revision()).isPresent();
        manager.upgrade();
        String file = manager.history().historyFile();
        assertThat(file)
                .contains("\"migrations\": [", "\"timestamp\": \"20", "\"model\": \"USERS\"")
                .contains("\"operation\": \"create_table\"", "\"table_name\": \"USERS\"");
        assertThat(manager.history().runs()).singleElement().satisfies(run -> {
            assertThat(run.took()).isPositive();
            assertThat(run.executedBy()).isNotBlank();
            assertThat(run.node()).isNotBlank();
        });
    }
}
