package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.attribute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** More UUIDs than a statement should have parameters: as keys, as keys of other rows, and as rows. */
@ParameterizedClass
@EnumSource(Database.class)
class ManyUuidsTest {

    private static final int MANY = 1_200;

    @Entity(name = "Depot")
    public static class Depot {

        @Id
        private UUID id;

        private String name;

        @Transient
        private List<Crate> crates = new ArrayList<>();
    }

    @Entity(name = "Crate")
    public static class Crate {

        @Id
        private Long id;

        private UUID depotId;

        @Transient
        private Depot depot;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private BlockingRepository<Depot> depots;
    private BlockingRepository<Crate> crates;
    private List<Depot> all;

    @BeforeEach
    void open() {
        unit = SmallUnit.migrated(directory, database, Depot.class, Crate.class);
        depots = unit.easy.blocking(Depot.class);
        crates = unit.easy.blocking(Crate.class);
        List<Map<String, Object>> maps = new ArrayList<>();
        List<Map<String, Object>> held = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            UUID id = new UUID(7, i);
            maps.add(Map.of("id", id, "name", "d" + i));
            held.add(EasyMap.of("id", i, "depotId", i == 0 ? null : id));
        }
        all = depots.insertMaps(maps);
        crates.insertMaps(held);
        unit.tap.reset();
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void keys_areFound() {
        List<UUID> ids = new ArrayList<>(all.stream().map(each -> each.id).toList());
        UUID last = ids.remove(MANY - 1);
        ids.add(new UUID(8, 8));
        Depot left = depots.withoutRelated().select(attribute("id").notIn(ids)).one();

        assertThat(left.id).isEqualTo(last);
        assertThat(depots.count(Map.of("id", ids))).isEqualTo(MANY - 1);
        assertThat(crates.count(attribute("depotId").in(ids))).isEqualTo(MANY - 2);
        assertThat(crates.count(attribute("depotId").notIn(ids))).isOne();
        assertThat(crates.count(attribute("depot.id").in(ids))).isEqualTo(MANY - 2);
        assertThat(depots.count(attribute("crates.depotId").in(ids))).isEqualTo(MANY - 2);
        assertThat(crates.updateWhere(attribute("depotId").in(ids), EasyMap.of("depotId", null)))
                .isEqualTo(MANY - 2);
    }

    @Test
    void rows_areFoundAndLoaded() {
        assertThat(crates.count(attribute("depot").in(all))).isEqualTo(MANY - 1);
        List<Depot> bare = depots.withoutRelated().all();
        unit.tap.reset();

        List<Depot> loaded = depots.loadRelated(bare, "crates");

        assertThat(loaded.stream().mapToInt(each -> each.crates.size()).sum()).isEqualTo(MANY - 1);
        assertThat(unit.tap.statements()).hasSizeLessThanOrEqualTo(4);
    }
}
