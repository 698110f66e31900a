package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.data.page.PageRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Persistence;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows of a hierarchy with a table for each class. The provider counts, changes, orders and limits the rows of one table only;
 * a repository answers rightly or says that it cannot.
 */
@ParameterizedClass
@EnumSource(Database.class)
class SpreadRowsTest {

    @Entity(name = "Gardener")
    public static class Gardener {

        @Id
        Long id;

        String name;

        @Transient
        List<Herb> herbs;
    }

    @Entity(name = "Herb")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Herb {

        @Id
        Long id;

        Integer height;

        @References(value = Gardener.class, onDelete = OnDelete.CASCADE)
        Long gardenerId;

        @Transient
        Gardener gardener;
    }

    @Entity(name = "Mint")
    public static class Mint extends Herb {

        String scent;
    }

    @Entity(name = "WildMint")
    public static class WildMint extends Mint {}

    @Entity(name = "Jar")
    public static class Jar {

        @Id
        Long id;

        @References(Herb.class)
        Long herbId;
    }

    /** What a list shows of a herb. */
    record Size(Long id, Integer height) {}

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private EasyRepositories easy;
    private EntityManagerFactory factory;

    @BeforeEach
    void open() {
        Map<String, String> properties = new HashMap<>(database.properties("spread" + UUID.randomUUID()));
        properties.put("eclipselink.ddl-generation", "create-tables");
        easy = UnitPath.of(
                        directory,
                        UnitXml.of(
                                "spread", List.of(Gardener.class, Herb.class, Mint.class, WildMint.class, Jar.class)))
                .call(() -> {
                    factory = Persistence.createEntityManagerFactory("spread", properties);
                    factory.createEntityManager().close();
                    return EasyRepositories.on(factory);
                });
        rows(Gardener.class).insertMap(Map.of("id", 1, "name", "Ann"));
        rows(Gardener.class).insertMap(Map.of("id", 2, "name", "Ben"));
        rows(Herb.class).insertMap(Map.of("id", 1, "height", 10, "gardenerId", 1));
        rows(Mint.class).insertMap(Map.of("id", 2, "height", 20, "gardenerId", 1, "scent", "cool"));
        rows(WildMint.class).insertMap(Map.of("id", 3, "height", 30, "gardenerId", 2, "scent", "warm"));
    }

    @AfterEach
    void close() {
        easy.close();
        factory.close();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return easy.blocking(type);
    }

    @Test
    void rows_areCountedInAllTables() {
        assertThat(rows(Herb.class).select().count()).isEqualTo(3);
        assertThat(rows(Mint.class).select().count()).isEqualTo(2);
        assertThat(rows(WildMint.class).select().count()).isOne();
        assertThat(rows(Herb.class).select(Map.of("gardener.name", "Ben")).count())
                .isOne();
        assertThat(rows(Herb.class)
                        .select(attribute("height").greaterThanEqual(30))
                        .exists())
                .isTrue();
        assertThat(rows(Herb.class)
                        .select(attribute("height").greaterThanEqual(31))
                        .exists())
                .isFalse();
        assertThat(rows(Herb.class).select().list()).extracting(herb -> herb.id).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void oneRow_isFoundInAnyTable() {
        assertThat(rows(Herb.class).find(3L)).containsInstanceOf(WildMint.class);
        assertThat(rows(Herb.class).select(Map.of("height", 20)).one()).isInstanceOf(Mint.class);
        assertThat(rows(Herb.class).select(Map.of("height", 30)).first()).isPresent();
        assertThat(rows(Herb.class).select().as(Size.class).list())
                .containsExactlyInAnyOrder(new Size(1L, 10), new Size(2L, 20), new Size(3L, 30));
    }

    @Test
    void changes_reachAllTables() {
        assertThat(rows(Herb.class).updateWhere(Map.of("gardenerId", 1), Map.of("height", increment(5))))
                .isEqualTo(2);
        assertThat(rows(Herb.class).updateWhere(Map.of("gardener.name", "Ben"), Map.of("height", 31)))
                .isOne();
        assertThat(rows(Herb.class).select().list())
                .extracting(herb -> herb.height)
                .containsExactlyInAnyOrder(15, 25, 31);
    }

    @Test
    void deletions_reachAllTables() {
        assertThat(rows(Herb.class).deleteById(3L)).isTrue();
        assertThat(rows(Herb.class).deleteById(3L)).isFalse();
        assertThat(rows(Herb.class).deleteWhere(Map.of("gardener.name", "Ann"))).isEqualTo(2);
        assertThat(rows(Herb.class).select().count()).isZero();
    }

    @Test
    void deletions_seeThatRowsLeadHereFromAllTables() {
        rows(Jar.class).insertMap(Map.of("id", 1, "herbId", 2));
        assertThatThrownBy(() -> rows(Herb.class).deleteById(2L)).hasMessageContaining("EM-2105");
        assertThat(rows(Gardener.class).deleteById(2L)).isTrue();
        assertThat(rows(Herb.class).select().count()).isEqualTo(2);
    }

    @Test
    void conditions_overToMany_findTheRowsOfAllTables() {
        assertThat(rows(Gardener.class).select(Map.of("herbs.height", 30)).list())
                .extracting(gardener -> gardener.name)
                .containsExactly("Ben");
        assertThat(rows(Gardener.class)
                        .select(Map.of("herbs.height", 10))
                        .include("herbs")
                        .one()
                        .herbs)
                .hasSize(2);
    }

    @Test
    void whatOneStatementCannotDo_isRefused() {
        String ordered = "EM-1180 Herb.select: the rows of Herb are in a table for each class, and cannot be ordered or"
                + " limited together. Ask each of its classes: Herb, Mint, WildMint; or list all rows, or count them.";
        refuses(ordered, () -> rows(Herb.class).select().orderBy("height").list());
        refuses(ordered, () -> rows(Herb.class).select().limit(1).list());
        refuses(ordered, () -> rows(Herb.class).select().orderBy("height").first());
        refuses(ordered, () -> rows(Herb.class).select().page(PageRequest.ofSize(2)));
        refuses(ordered, () -> rows(Herb.class).select().cursor(PageRequest.ofSize(2)));
        refuses("EM-1180", () -> rows(Herb.class)
                .select()
                .groupBy("height")
                .sum("height", "sum")
                .list());
        refuses("EM-1180", () -> rows(Herb.class).select().max("height"));
        refuses(
                "EM-1181 Jar.select: 'herb' leads to Herb, whose rows are in a table for each class, so that no one"
                        + " statement asks for values of them. Ask each of its classes by itself: Herb, Mint, WildMint.",
                () -> rows(Jar.class).select(Map.of("herb.height", 30)).list());
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class).hasMessageStartingWith(message);
    }

    @Test
    void theLastClass_isAsAnyEntity() {
        assertThat(rows(WildMint.class).select().orderBy("height").limit(1).list())
                .hasSize(1);
        assertThat(rows(WildMint.class).select().page(PageRequest.ofSize(1)).totalElements())
                .isOne();
    }
}
