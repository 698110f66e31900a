package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.Problem;
import org.easymodel.model.Link;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes of a primary key that are keys of other entities by their names alone. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class KeyPartsTest {

    @Entity(name = "Novel")
    public static class Novel {
        @Id
        @GeneratedValue
        Long id;

        String title;

        @Transient
        List<Genre> genres;

        @Transient
        List<Reader> readers;

        @Transient
        List<Reading> readings;
    }

    @Entity(name = "Genre")
    public static class Genre {
        @Id
        String id;

        @Transient
        List<Novel> novels;
    }

    @Entity(name = "Reader")
    public static class Reader {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @Transient
        List<Novel> novels;

        @Transient
        List<Shelf> shelves;
    }

    /** The key of a link. */
    public static class NovelGenreId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long novelId;
        public String genreId;

        @Override
        public boolean equals(Object other) {
            return other instanceof NovelGenreId id && id.novelId.equals(novelId) && id.genreId.equals(genreId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(novelId, genreId);
        }
    }

    @Entity(name = "NovelGenre")
    @IdClass(NovelGenreId.class)
    public static class NovelGenre {
        @Id
        Long novelId;

        @Id
        String genreId;
    }

    /** The key of a link that says more. */
    @Embeddable
    public static class ReadingId implements Serializable {
        private static final long serialVersionUID = 1L;
        Long novelId;
        Long readerId;

        @Override
        public boolean equals(Object other) {
            return other instanceof ReadingId id && id.novelId.equals(novelId) && id.readerId.equals(readerId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(novelId, readerId);
        }
    }

    @Entity(name = "Reading")
    @Link
    public static class Reading {
        @EmbeddedId
        ReadingId id;

        Integer stars;

        @Transient
        Novel novel;

        @Transient
        Reader reader;
    }

    /** The key of a part. */
    public static class ShelfId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long readerId;
        public Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof ShelfId id && id.readerId.equals(readerId) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(readerId, number);
        }
    }

    @Entity(name = "Shelf")
    @IdClass(ShelfId.class)
    public static class Shelf {
        @Id
        Long readerId;

        @Id
        Integer number;

        String room;

        @Transient
        Reader reader;
    }

    /** Declares what its primary key is. */
    @Entity(name = "Portrait")
    public static class Portrait {
        @Id
        Long readerId;

        @MapsId
        @OneToOne
        @JoinColumn(name = "READERID")
        Reader person;
    }

    @Entity(name = "Address")
    public static class Address {
        @Id
        Long readerId;

        @OneToOne
        @PrimaryKeyJoinColumn
        Reader person;
    }

    /** The key of a declared link. */
    @Embeddable
    public static class FriendId implements Serializable {
        private static final long serialVersionUID = 1L;
        Long readerId;
        Long novelId;

        @Override
        public boolean equals(Object other) {
            return other instanceof FriendId id && id.readerId.equals(readerId) && id.novelId.equals(novelId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(readerId, novelId);
        }
    }

    @Entity(name = "Friend")
    public static class Friend {
        @EmbeddedId
        FriendId id;

        @MapsId("readerId")
        @ManyToOne
        Reader of;

        @Transient
        Novel novel;
    }

    /** Its primary key only has the name and type. */
    @Entity(name = "Passport")
    public static class Passport {
        @Id
        Long readerId;
    }

    /** The database counts. */
    @Entity(name = "Ticket")
    public static class Ticket {
        @Id
        @GeneratedValue
        Long readerId;
    }

    /** Says whose rows they belong to. */
    @Entity(name = "Account")
    public static class Account {
        @Id
        @References(Reader.class)
        Long readerId;

        @Transient
        Reader reader;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit(Class<?>... classes) {
        return SmallUnit.of(directory, database, classes);
    }

    @Test
    void idClass_ofTwoKeys_isALink() {
        try (SmallUnit unit = unit(Novel.class, Genre.class, NovelGenre.class)) {
            var novels = unit.easy.blocking(Novel.class);
            Novel novel = novels.insertMap(
                    Map.of("title", "Dune", "genres", List.of(Map.of("id", "desert"), Map.of("id", "space"))));
            Novel other = novels.insertMap(Map.of("title", "Solaris"));
            novels.addRelated(
                    other,
                    "genres",
                    unit.easy.blocking(Genre.class).find("space").orElseThrow());

            assertThat(unit.model().warnings()).isEmpty();
            assertThat(novels.select(Map.of("genres.id", "space")).count()).isEqualTo(2);
            assertThat(unit.easy.blocking(Genre.class).find("space").orElseThrow().novels)
                    .extracting(each -> each.title)
                    .containsExactly("Dune", "Solaris");
            novels.deleteById(novel.id);
            assertThat(unit.easy.blocking(NovelGenre.class).count()).isEqualTo(1);
        }
    }

    @Test
    void embeddedId_ofTwoKeys_isALinkThatSaysMore() {
        try (SmallUnit unit = unit(Novel.class, Reader.class, ReadingId.class, Reading.class)) {
            var novels = unit.easy.blocking(Novel.class);
            Novel novel = novels.insertMap(
                    Map.of("title", "Emma", "readings", List.of(Map.of("stars", 5, "reader", Map.of("name", "Anna")))));

            Reading reading = unit.easy
                    .blocking(Reading.class)
                    .select()
                    .include("novel", "reader")
                    .one();
            assertThat(reading.novel.title).isEqualTo("Emma");
            assertThat(reading.reader.name).isEqualTo("Anna");
            assertThat(novels.select(Map.of("readers.name", "Anna")).one().id).isEqualTo(novel.id);
        }
    }

    @Test
    void key_besideANumber_isOfParts() {
        try (SmallUnit unit = unit(Reader.class, Shelf.class)) {
            var readers = unit.easy.blocking(Reader.class);
            Reader reader = readers.insertMap(Map.of(
                    "name",
                    "Anna",
                    "shelves",
                    List.of(Map.of("number", 1, "room", "hall"), Map.of("number", 2, "room", "attic"))));

            assertThat(reader.shelves).extracting(shelf -> shelf.room).containsExactly("hall", "attic");
            assertThat(unit.easy
                            .blocking(Shelf.class)
                            .select(Map.of("reader.name", "Anna"))
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void path_overAKey_isAnsweredWithItsRelationship() {
        try (SmallUnit unit = unit(Reader.class, Shelf.class)) {
            var shelves = unit.easy.blocking(Shelf.class);
            assertThatThrownBy(() ->
                            shelves.select(Map.of("readerId.name", "Anna")).list())
                    .hasMessageContaining("Did you mean 'reader.name'?");
            assertThatThrownBy(
                            () -> shelves.select(Map.of("raeder.name", "Anna")).list())
                    .hasMessageContaining("Did you mean 'reader.name'?");
            assertThatThrownBy(
                            () -> shelves.select(Map.of("reader.nmae", "Anna")).list())
                    .hasMessageContaining("Did you mean 'reader.name'?");
        }
    }

    @Test
    void declaredIdentity_isLeftAlone() {
        try (SmallUnit unit =
                unit(Novel.class, Reader.class, Portrait.class, Address.class, FriendId.class, Friend.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Friend.novel: many_to_one Novel by id.novelId",
                            "Novel.friends: one_to_many Friend by id.novelId");
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings())
                    .extracting(Problem::place)
                    .containsExactly("Novel.readers", "Reader.novels");
            Friend friend = unit.easy
                    .blocking(Friend.class)
                    .insertMap(Map.of("of", Map.of("name", "Anna"), "novel", Map.of("title", "Emma")));
            assertThat(friend.novel.title).isEqualTo("Emma");
            FriendId id = new FriendId();
            id.readerId = friend.of.id;
            id.novelId = friend.novel.id;
            assertThat(unit.easy.blocking(Friend.class).find(id, "novel").orElseThrow().novel.title)
                    .isEqualTo("Emma");
            assertThat(unit.easy
                            .blocking(Friend.class)
                            .select(Map.of("novel.title", "Emma"))
                            .one()
                            .of
                            .name)
                    .isEqualTo("Anna");
        }
    }

    @Test
    void primaryKey_withTheNameOfAnother_isSaidToBeLeftOut() {
        try (SmallUnit unit = unit(Reader.class, Passport.class, Ticket.class, Account.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Account.reader: one_to_one Reader by readerId",
                            "Reader.account: one_to_one Account by readerId");
            assertThat(unit.model().warnings())
                    .extracting(Problem::code, Problem::place)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("EM-1154", "Passport.readerId"));
            unit.easy.blocking(Account.class).insertMap(Map.of("reader", Map.of("name", "Anna")));
            assertThat(unit.easy
                            .blocking(Account.class)
                            .select()
                            .include("reader")
                            .one()
                            .reader
                            .name)
                    .isEqualTo("Anna");
        }
    }
}
