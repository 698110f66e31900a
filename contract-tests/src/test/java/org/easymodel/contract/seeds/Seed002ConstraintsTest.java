package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.model.Check;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.FunctionalIndex;
import org.easymodel.model.Indexed;
import org.easymodel.model.PartialIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 002, "Custom Constraints and Validation". */
@ParameterizedClass
@EnumSource(Database.class)
class Seed002ConstraintsTest {

    /** The validator of the whole model: "Young heroes cannot have very high power levels". */
    @Constraint(validatedBy = GrownInto.Rule.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface GrownInto {

        String message() default "Young heroes cannot have very high power levels";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Rule implements ConstraintValidator<GrownInto, Hero> {
            @Override
            public boolean isValid(Hero hero, ConstraintValidatorContext context) {
                return hero.age == null || hero.powerLevel == null || hero.age >= 18 || hero.powerLevel <= 50;
            }
        }
    }

    @GrownInto
    @Check(name = "positive_age_check", value = "age > 0")
    @Check(name = "valid_power_level_check", value = "power_level >= 0 AND power_level <= 100")
    @Entity(name = "Hero")
    @Table(
            name = "heroes",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "unique_name_secret_combo",
                            columnNames = {"name", "secret_identity"}))
    public static class Hero {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NotSecret
        @Size(min = 1, max = 100)
        @Column(name = "name", nullable = false)
        String name;

        @Size(min = 1, max = 100)
        @Column(name = "secret_identity", nullable = false)
        String secretIdentity;

        @Positive
        @Column(name = "age", nullable = false)
        Integer age;

        @Min(0)
        @Max(100)
        @Column(name = "power_level", nullable = false)
        Double powerLevel;
    }

    /** The validator of the name, in whatever case it is written. */
    @Constraint(validatedBy = NotSecret.Rule.class)
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface NotSecret {

        String message() default "Name cannot be \"secret\"";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Rule implements ConstraintValidator<NotSecret, String> {
            @Override
            public boolean isValid(String name, ConstraintValidatorContext context) {
                return !"secret".equalsIgnoreCase(name);
            }
        }
    }

    @Entity(name = "Article")
    @Table(name = "articles", indexes = @Index(name = "idx_author_created", columnList = "author_id, created_at"))
    @PartialIndex(name = "idx_published_articles", attributes = "status", where = "status = 'published'")
    @FunctionalIndex(name = "idx_title_lower", expression = "title", using = "gin", operatorClass = "gin_trgm_ops")
    static class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Indexed
        @Column(nullable = false)
        String title;

        @Column(nullable = false)
        String content;

        @Indexed
        @Column(name = "author_id", nullable = false)
        Long authorId;

        @Indexed
        @DefaultValue("draft")
        @Column(nullable = false)
        String status;

        @DefaultValue("now")
        @Column(name = "created_at", nullable = false)
        LocalDateTime createdAt;

        @DefaultValue("now")
        @Column(name = "updated_at", nullable = false)
        LocalDateTime updatedAt;
    }

    @Parameter
    private Database kind;

    private static Map<String, Object> hero(Object... values) {
        return EasyMap.of(values);
    }

    /** What a validator refuses reaches no database; all problems of the given values come at once. */
    @Test
    void modelLevelConstraints_validators(@TempDir Path root) {
        try (ValidatedUnit unit = ValidatedUnit.of(root, kind, Hero.class)) {
            BlockingRepository<Hero> heroes = unit.rows(Hero.class);

            assertThatThrownBy(() -> heroes.insertMap(
                            hero("name", "Secret", "secretIdentity", "", "age", 0, "powerLevel", 100.5)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("'name' does not meet @NotSecret: Name cannot be \"secret\"")
                    .hasMessageContaining("'secretIdentity' does not meet @Size")
                    .hasMessageContaining("'age' does not meet @Positive")
                    .hasMessageContaining("'powerLevel' does not meet @Max");
            assertThatThrownBy(() -> heroes.insertMap(
                            hero("name", "Robin", "secretIdentity", "Dick", "age", 17, "powerLevel", 50.5)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Young heroes cannot have very high power levels");
            assertThat(heroes.exists()).isFalse();

            Hero robin = heroes.insertMap(hero("name", "Robin", "secretIdentity", "Dick", "age", 17, "powerLevel", 50));
            assertThatThrownBy(() -> heroes.update(robin.id, Map.of("powerLevel", 51)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Young heroes");
            assertThat(heroes.update(robin.id, Map.of("powerLevel", 51, "age", 18)).powerLevel)
                    .isEqualTo(51);
        }
    }

    /** What passes the validators, or passes them by, is refused by the database under the names of the document. */
    @Test
    void modelLevelConstraints_tableArguments() {
        BlockingRepository<Hero> heroes = SeedDatabase.empty(kind, Hero.class).rows(Hero.class);
        heroes.insertMap(hero("name", "Bat", "secretIdentity", "Bruce", "age", 40, "powerLevel", 60));
        heroes.insertMap(hero("name", "Bat", "secretIdentity", "Terry", "age", 20, "powerLevel", 70));

        assertThatThrownBy(() ->
                        heroes.insertMap(hero("name", "Bat", "secretIdentity", "Bruce", "age", 30, "powerLevel", 1)))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.UNIQUE);
                    assertThat(failure.constraint()).isEqualToIgnoringCase("unique_name_secret_combo");
                    assertThat(failure.attributes()).containsExactly("name", "secretIdentity");
                });
        assertCheck(heroes, "positive_age_check", "age", -20);
        assertCheck(heroes, "valid_power_level_check", "powerLevel", 31);
        assertThat(heroes.select().orderBy("age").list())
                .extracting(each -> each.age + " " + each.powerLevel)
                .containsExactly("20 70.0", "40 60.0");
    }

    /** The range of the attribute is a constraint of its own; a database tells one of the two. */
    private static void assertCheck(BlockingRepository<Hero> heroes, String name, String attribute, int by) {
        assertThatThrownBy(() -> heroes.updateWhere(hero("name", "Bat"), Map.of(attribute, increment(by))))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.CHECK);
                    assertThat(failure.entity()).isEqualTo("Hero");
                    assertThat(failure.attributes()).containsExactly(attribute);
                    assertThat(failure.constraint().toLowerCase(Locale.ROOT))
                            .matches(told -> told.equals(name) || told.startsWith("ck_heroes_"));
                });
    }

    /** Indexes for which the document needs PostgreSQL are left out elsewhere; the last one needs its extension too. */
    @Test
    void customIndexes(@TempDir Path root) {
        SeedUnit unit = new SeedUnit(root, kind);
        if (kind == Database.POSTGRESQL) {
            unit.run("CREATE EXTENSION pg_trgm");
        }
        MigrationManager migrations = unit.with(Article.class);
        migrations.createAll();

        assertThat(unit.indexes("articles"))
                .contains("idx_author_created: author_id, created_at", "ix_articles_title: title")
                .contains("ix_articles_author_id: author_id", "ix_articles_status: status");
        if (kind == Database.POSTGRESQL) {
            assertThat(unit.indexes("articles")).contains("idx_published_articles: status", "idx_title_lower: title");
        }
        assertThat(migrations.drift().differences()).isEmpty();
    }
}
