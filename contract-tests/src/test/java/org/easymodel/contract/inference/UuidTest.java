package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.inference.traps.Parcel;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** UUID keys, and keys of that type that are null, which EclipseLink 4.0.9 cannot read by itself. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class UuidTest {

    @Parameter
    private Database database;

    @Test
    void key_thatIsNull_isWrittenAndRead() {
        try (EasyRepositories easy = EasyRepositories.on(Stage.traps(database).factory)) {
            BlockingRepository<Parcel> parcels = easy.blocking(Parcel.class);
            UUID rootId = UUID.randomUUID();
            UUID childId = UUID.randomUUID();

            Parcel root = parcels.insertMap(EasyMap.of("id", rootId, "parentId", null));
            Parcel child = parcels.insertMap(Map.of("id", childId, "parentId", rootId));

            assertThat(root.getParentId()).isNull();
            assertThat(root.getParent()).isNull();
            assertThat(child.getParent().getId()).isEqualTo(rootId);
            Parcel read = parcels.find(rootId).orElseThrow();
            assertThat(read.getParentId()).isNull();
            assertThat(read.getChildren()).extracting(Parcel::getId).containsExactly(childId);
            assertThat(parcels.select(Map.of("parent", Map.of("id", rootId))).list())
                    .extracting(Parcel::getId)
                    .containsExactly(childId);

            parcels.update(childId, EasyMap.of("parentId", null));

            assertThat(parcels.find(childId).orElseThrow().getParentId()).isNull();
            assertThat(parcels.select(EasyMap.of("parentId", null, "id", List.of(rootId, childId)))
                            .count())
                    .isEqualTo(2);
        }
    }
}
