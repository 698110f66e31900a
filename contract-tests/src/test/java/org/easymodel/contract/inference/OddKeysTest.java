package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Transient;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of links in an embedded key, of trees with a key of several attributes, and of entities that a file maps. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class OddKeysTest {

    @Entity(name = "Song")
    public static class Song {
        @Id
        @GeneratedValue
        Long id;

        String title;

        @Transient
        List<Mood> moods;
    }

    @Entity(name = "Mood")
    public static class Mood {
        @Id
        String id;

        @Transient
        List<Song> songs;
    }

    /** The pair. */
    @Embeddable
    public static class SongMoodKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @References(Song.class)
        Long songId;

        @References(Mood.class)
        String moodId;

        @Override
        public boolean equals(Object other) {
            return other instanceof SongMoodKey key && key.songId.equals(songId) && key.moodId.equals(moodId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(songId, moodId);
        }
    }

    @Entity(name = "SongMood")
    public static class SongMood {
        @EmbeddedId
        SongMoodKey key;
    }

    /** The key of a folder. */
    public static class FolderId implements Serializable {
        private static final long serialVersionUID = 1L;
        public String drive;
        public Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof FolderId id && id.drive.equals(drive) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(drive, number);
        }
    }

    @Entity(name = "Folder")
    @IdClass(FolderId.class)
    public static class Folder {
        @Id
        String drive;

        @Id
        Integer number;

        @References(Folder.class)
        String parentDrive;

        @References(Folder.class)
        Integer parentNumber;

        @Transient
        Folder parent;

        @Transient
        List<Folder> children;
    }

    /** Mapped by a file. */
    public static class Shop {
        Long id;
        String name;
        List<Till> tills;
    }

    /** Mapped by a file. */
    public static class Till {
        Long id;
        Long shopId;
        Shop shop;
    }

    private static final String MAPPINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence/orm https://jakarta.ee/xml/ns/persistence/orm/orm_3_0.xsd"
                version="3.0">
              <access>FIELD</access>
              <entity class="%1$s$Shop" name="Shop" metadata-complete="true">
                <attributes><id name="id"/><basic name="name"/><transient name="tills"/></attributes>
              </entity>
              <entity class="%1$s$Till" name="Till" metadata-complete="true">
                <attributes><id name="id"/><basic name="shopId"><column name="SHOP_NO"/></basic><transient name="shop"/></attributes>
              </entity>
            </entity-mappings>
            """.formatted(OddKeysTest.class.getName());

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    @Test
    void link_withAnEmbeddedKey_isManyToMany() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Song.class, Mood.class, SongMoodKey.class, SongMood.class)) {
            var songs = unit.easy.blocking(Song.class);
            Song song = songs.insertMap(
                    Map.of("title", "Blue", "moods", List.of(Map.of("id", "calm"), Map.of("id", "sad"))));
            songs.insertMap(Map.of("title", "Red", "moods", List.of(Map.of("id", "sad"))));

            assertThat(song.moods).extracting(mood -> mood.id).containsExactly("calm", "sad");
            assertThat(songs.select(Map.of("moods", Map.of("id", "calm"))).list())
                    .extracting(each -> each.title)
                    .containsExactly("Blue");
            assertThat(unit.easy.blocking(Mood.class).find("sad").orElseThrow().songs)
                    .extracting(each -> each.title)
                    .containsExactly("Blue", "Red");
            songs.deleteById(song.id);
            assertThat(unit.easy.blocking(SongMood.class).select().count()).isEqualTo(1);
        }
    }

    @Test
    void tree_withAKeyOfSeveralAttributes_isWrittenParentsFirst() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Folder.class)) {
            var folders = unit.easy.blocking(Folder.class);
            Folder root = folders.insertMap(Map.of(
                    "drive",
                    "C",
                    "number",
                    1,
                    "children",
                    List.of(
                            Map.of(
                                    "drive",
                                    "C",
                                    "number",
                                    2,
                                    "children",
                                    List.of(Map.of("drive", "D", "number", 1), Map.of("drive", "D", "number", 2))),
                            Map.of("drive", "C", "number", 3))));

            assertThat(root.children).extracting(folder -> folder.number).containsExactly(2, 3);
            assertThat(folders.select(Map.of("parent", Map.of("parent", Map.of("number", 1))))
                            .orderBy("drive", "number")
                            .list())
                    .extracting(folder -> folder.drive + folder.number)
                    .containsExactly("D1", "D2");
            assertThat(folders.select(Map.of("children", Map.of("drive", "D"))).one().number)
                    .isEqualTo(2);
        }
    }

    @Test
    void tree_persistedByTheEntityManager_isWrittenParentsFirst() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Folder.class);
                var em = unit.factory.createEntityManager()) {
            em.getTransaction().begin();
            for (int number = 30; number > 0; number--) {
                Folder folder = new Folder();
                folder.drive = "E";
                folder.number = number;
                folder.parentDrive = number == 1 ? null : "E";
                folder.parentNumber = number == 1 ? null : number - 1;
                em.persist(folder);
            }
            em.getTransaction().commit();

            assertThat(unit.easy
                            .blocking(Folder.class)
                            .select(Map.of("drive", "E"))
                            .count())
                    .isEqualTo(30);
        }
    }

    @Test
    void entities_mappedByAFile_areRelated() throws IOException {
        Files.writeString(directory.resolve("shops.xml"), MAPPINGS);
        UnitXml xml = UnitXml.of("small", List.of()).mappingFile("shops.xml");
        try (SmallUnit unit = SmallUnit.of(directory, database, xml)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Till.shop: many_to_one Shop by shopId", "Shop.tills: one_to_many Till by shopId");
            unit.easy.blocking(Till.class).insertMap(Map.of("id", 1, "shop", Map.of("id", 1, "name", "Corner")));

            assertThat(unit.easy.blocking(Till.class).find(1L).orElseThrow().shop.name)
                    .isEqualTo("Corner");
            assertThat(unit.easy
                            .blocking(Shop.class)
                            .select(Map.of("tills", Map.of("id", 1)))
                            .one()
                            .tills)
                    .hasSize(1);
        }
    }
}
