package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.add;
import static org.easymodel.query.Conditions.remove;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.Polymorphic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a polymorphic pair may be, of what types it may be, and what becomes of rows that lead to deleted ones. */
@ParameterizedClass
@EnumSource(Database.class)
class PolymorphicShapesTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    @Entity(name = "Shop")
    public static class Shop {

        @Id
        Long id;

        String name;

        @Transient
        List<Note> notes;

        @Transient
        List<Photo> photos;

        @Transient
        Seal seal;
    }

    @Entity(name = "Client")
    public static class Client {

        @Id
        Long id;

        String name;

        @Transient
        List<Note> notes;

        @Transient
        List<Photo> photos;

        @Transient
        List<Part> parts;

        @Transient
        Seal seal;
    }

    /** Goes with what it is about. */
    @Entity(name = "Note")
    public static class Note extends EasyModel {

        String text;

        @Column(name = "about_type", length = 10)
        String aboutType;

        @Column(name = "about_id")
        @Polymorphic(
                types = {Shop.class, Client.class},
                values = {"shop", "client"},
                onDelete = OnDelete.CASCADE)
        Long aboutId;

        @Transient
        Object about;
    }

    /** Stays when what it shows goes. */
    @Entity(name = "Photo")
    public static class Photo extends EasyModel {

        String file;
        int shownKind;

        @Polymorphic(
                types = {Shop.class, Client.class},
                values = {"1", "2"},
                other = "shownKind",
                attribute = "shown",
                onDelete = OnDelete.SET_NULL)
        Long shownId;

        @Transient
        Object shown;
    }

    public enum Owner {
        BIG_SHOP,
        CLIENT
    }

    /** A part of a client, with the annotation on the type and without a place on this side. */
    @Entity(name = "Part")
    public static class Part extends EasyModel {

        String name;

        @Enumerated(EnumType.STRING)
        @Polymorphic(
                types = {Shop.class, Client.class},
                values = {"BIG_SHOP", "CLIENT"},
                orphanRemoval = true)
        Owner ownerType;

        Long ownerId;
    }

    /** At most one for each. */
    @Entity(name = "Seal")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"SEALEDTYPE", "SEALEDID"}))
    public static class Seal extends EasyModel {

        String stamp;
        String sealedType;

        @Polymorphic(types = {Shop.class, Client.class})
        Long sealedId;

        @Transient
        Object sealed;
    }

    private SmallUnit town() {
        return SmallUnit.of(
                directory, database, Shop.class, Client.class, Note.class, Photo.class, Part.class, Seal.class);
    }

    private static void shopAndClient(SmallUnit unit) {
        unit.easy
                .blocking(Shop.class)
                .insertMap(Map.of(
                        "id",
                        1,
                        "name",
                        "Bakery",
                        "notes",
                        List.of(Map.of("text", "s")),
                        "photos",
                        List.of(Map.of("file", "s")),
                        "parts",
                        List.of(Map.of("name", "s")),
                        "seal",
                        Map.of("stamp", "s")));
        unit.easy
                .blocking(Client.class)
                .insertMap(Map.of(
                        "id",
                        1,
                        "name",
                        "Ann",
                        "notes",
                        List.of(Map.of("text", "c")),
                        "photos",
                        List.of(Map.of("file", "c")),
                        "parts",
                        List.of(Map.of("name", "c")),
                        "seal",
                        Map.of("stamp", "c")));
    }

    @Test
    void valuesAreThoseThatAreNamed() {
        try (SmallUnit unit = town()) {
            shopAndClient(unit);
            assertThat(unit.easy.blocking(Note.class).select().orderBy("text").list())
                    .extracting(each -> each.aboutType, each -> each.about.getClass())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("client", Client.class),
                            org.assertj.core.groups.Tuple.tuple("shop", Shop.class));
            assertThat(unit.easy.blocking(Photo.class).select().orderBy("file").list())
                    .extracting(each -> each.shownKind, each -> each.shown.getClass())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, Client.class),
                            org.assertj.core.groups.Tuple.tuple(1, Shop.class));
            BlockingRepository<Part> parts = unit.easy.blocking(Part.class);
            assertThat(parts.select().orderBy("name").list())
                    .extracting(each -> each.ownerType)
                    .containsExactly(Owner.CLIENT, Owner.BIG_SHOP);
            assertThat(parts.select(Map.of("owner.Client.name", "Ann")).one().name)
                    .isEqualTo("c");
            assertThat(parts.toMap(parts.select(Map.of("owner.name", "Bakery"))
                            .include("owner")
                            .one()))
                    .extractingByKey("owner")
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "Bakery");
        }
    }

    @Test
    void aUniquePairIsOneToOne() {
        try (SmallUnit unit = town()) {
            assertThat(unit.inferred()).contains("Shop.seal: one_to_one Seal by sealedId");
            shopAndClient(unit);
            BlockingRepository<Shop> shops = unit.easy.blocking(Shop.class);
            Shop shop = shops.find(1L).orElseThrow();
            assertThat(shop.seal.stamp).isEqualTo("s");
            assertThat(((Client) unit.easy
                                    .blocking(Seal.class)
                                    .select(Map.of("stamp", "c"))
                                    .one()
                                    .sealed)
                            .name)
                    .isEqualTo("Ann");
            assertThat(shops.select(Map.of("seal.stamp", "c")).list()).isEmpty();
            assertThat(shops.select(Map.of("seal.stamp", "s"))
                            .orderBy("seal.stamp")
                            .list())
                    .hasSize(1);
            shops.update(1L, Map.of("seal", Map.of("stamp", "new")));
            assertThat(shops.find(1L).orElseThrow().seal.stamp).isEqualTo("new");
            assertThat(unit.easy.blocking(Seal.class).count()).isEqualTo(2);
            Shop bare = shops.insertMap(Map.of("id", 2, "name", "Bare"));
            assertThat(bare.seal).isNull();
        }
    }

    @Test
    void rowsOfTheDeletedTypeCascadeAndAreEmptied_andOthersStay() {
        try (SmallUnit unit = town()) {
            shopAndClient(unit);
            BlockingRepository<Shop> shops = unit.easy.blocking(Shop.class);
            assertThatThrownBy(() -> shops.deleteById(1L)).hasMessageContaining("1 row of Seal (sealedId)");
            unit.easy.blocking(Seal.class).deleteWhere(Map.of("sealed.Shop.id", 1));
            assertThat(unit.easy.blocking(Seal.class).count()).isOne();
            assertThat(shops.deleteById(1L)).isTrue();
            assertThat(unit.easy.blocking(Note.class).select().list())
                    .extracting(each -> each.text)
                    .containsExactly("c");
            assertThat(unit.easy.blocking(Part.class).select().list())
                    .extracting(each -> each.name)
                    .containsExactly("c");
            assertThat(unit.easy.blocking(Photo.class).select().orderBy("file").list())
                    .as("the type is a number that cannot be empty, so the key is emptied alone")
                    .extracting(each -> each.file + each.shownKind + each.shownId)
                    .containsExactly("c21", "s1null");
            unit.easy.blocking(Client.class).insertMap(Map.of("id", 7, "name", "Zoe"));
            assertThat(unit.easy.blocking(Client.class).deleteWhere(Map.of("name", "Zoe")))
                    .isOne();
        }
    }

    @Test
    void orphansGoWithTheirOwnTypeOnly() {
        try (SmallUnit unit = town()) {
            shopAndClient(unit);
            BlockingRepository<Client> clients = unit.easy.blocking(Client.class);
            clients.update(1L, Map.of("parts", List.of(Map.of("name", "other"))));
            assertThat(unit.easy.blocking(Part.class).select().orderBy("name").list())
                    .extracting(each -> each.name)
                    .containsExactly("other", "s");
            clients.update(1L, Map.of("parts", add(Map.of("name", "third"))));
            clients.update(
                    1L,
                    Map.of(
                            "parts",
                            remove(unit.easy
                                    .blocking(Part.class)
                                    .select(Map.of("name", "other"))
                                    .one())));
            assertThat(unit.easy.blocking(Part.class).select().orderBy("name").list())
                    .extracting(each -> each.name)
                    .containsExactly("s", "third");
        }
    }

    // Hierarchies.

    @Entity(name = "Medium")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Medium extends EasyModel {

        String title;

        @Transient
        List<Mark> marks;
    }

    @Entity(name = "Film")
    public static class Film extends Medium {

        int minutes;
    }

    @Entity(name = "Song")
    public static class Song extends Medium {}

    @Entity(name = "Place")
    public static class Place extends EasyModel {

        String title;

        @Transient
        List<Mark> marks;
    }

    @MappedSuperclass
    public abstract static class Attached extends EasyModel {

        String markedType;

        @Polymorphic(types = {Medium.class, Place.class})
        Long markedId;

        @Transient
        EasyModel marked;
    }

    @Entity(name = "Mark")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Mark extends Attached {

        int stars;
    }

    @Entity(name = "LoudMark")
    public static class LoudMark extends Mark {

        int volume;
    }

    @Test
    void rowsOfASubclassAreLedToAsThoseOfTheListedType() {
        try (SmallUnit unit = SmallUnit.of(
                directory, database, Medium.class, Film.class, Song.class, Place.class, Mark.class, LoudMark.class)) {
            assertThat(unit.model().problems()).isEmpty();
            BlockingRepository<Film> films = unit.easy.blocking(Film.class);
            BlockingRepository<Mark> marks = unit.easy.blocking(Mark.class);
            Film film =
                    films.insertMap(Map.of("title", "Stalker", "minutes", 162, "marks", List.of(Map.of("stars", 5))));
            assertThat(film.marks).extracting(each -> each.markedType).containsExactly("Medium");
            Song song = unit.easy.blocking(Song.class).insertMap(Map.of("title", "Air"));
            Mark mark = new Mark();
            mark.marked = song;
            mark.stars = 3;
            assertThat(marks.insert(mark).markedType).isEqualTo("Medium");
            LoudMark loud =
                    unit.easy.blocking(LoudMark.class).insertMap(Map.of("stars", 1, "volume", 9, "marked", film));
            assertThat(loud.marked).isInstanceOf(Film.class);
            assertThat(marks.select(Map.of("marked", song)).list())
                    .extracting(each -> each.stars)
                    .containsExactly(3);
            assertThat(marks.select(Map.of("marked.Medium.title", "Stalker")).count())
                    .isEqualTo(2);
            List<Medium> media =
                    unit.easy.blocking(Medium.class).select().orderBy("title").list();
            assertThat(media).extracting(each -> each.marks.size()).containsExactly(1, 2);
            assertThat(media.get(1).marks).hasAtLeastOneElementOfType(LoudMark.class);
            assertThatThrownBy(() -> films.deleteById(film.getId())).hasMessageContaining("2 rows of Mark (markedId)");
            assertThat(marks.deleteWhere(Map.of("marked", film))).isEqualTo(2);
            assertThat(films.deleteById(film.getId())).isTrue();
            assertThat(marks.count()).isOne();
        }
    }

    // Keys of other types, embeddables, two pairs.

    @Entity(name = "Leaf")
    public static class Leaf {

        @Id
        String id = UUID.randomUUID().toString();

        String colour;
    }

    @Entity(name = "Stone")
    public static class Stone {

        @Id
        String id = UUID.randomUUID().toString();

        String colour;
    }

    @Embeddable
    public static class Anchor {

        String thingType;

        @Polymorphic(types = {Leaf.class, Stone.class})
        String thingId;
    }

    @Entity(name = "Find")
    public static class Find extends EasyModel {

        @Embedded
        Anchor anchor = new Anchor();

        @Polymorphic(types = {Leaf.class, Stone.class})
        String nearType;

        String nearId;

        @Transient
        Object thing;

        @Transient
        Object near;
    }

    @Test
    void twoPairsOfWhichOneIsEmbedded() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Leaf.class, Stone.class, Find.class)) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Leaf.findsAsThing: one_to_many Find by anchor.thingId",
                            "Stone.findsAsThing: one_to_many Find by anchor.thingId",
                            "Leaf.findsAsNear: one_to_many Find by nearId",
                            "Stone.findsAsNear: one_to_many Find by nearId");
            BlockingRepository<Find> finds = unit.easy.blocking(Find.class);
            Leaf leaf = unit.easy.blocking(Leaf.class).insertMap(Map.of("id", "leaf", "colour", "red"));
            Find find = new Find();
            find.thing = leaf;
            Stone stone = new Stone();
            stone.colour = "grey";
            find.near = stone;
            Find inserted = finds.insert(find);
            assertThat(inserted.anchor.thingType).isEqualTo("Leaf");
            assertThat(((Leaf) inserted.thing).colour).isEqualTo("red");
            assertThat(((Stone) inserted.near).colour).isEqualTo("grey");
            assertThat(finds.select(Map.of("thing", leaf, "near.colour", "grey"))
                            .count())
                    .isOne();
            assertThat(unit.easy
                            .blocking(Stone.class)
                            .select(Map.of("findsAsNear.thing.Leaf.colour", "red"))
                            .count())
                    .isOne();
            assertThat(new ArrayList<>(finds.toMap(inserted).keySet())).contains("thing", "near");
        }
    }

    @Entity(name = "Wolf")
    public static class Wolf {

        @Id
        UUID id;

        @Transient
        List<Trace> traces;
    }

    @Entity(name = "Bear")
    public static class Bear {

        private UUID id;

        @Id
        public UUID getId() {
            return id;
        }

        public void setId(UUID id) {
            this.id = id;
        }
    }

    /** By getters. */
    @Entity(name = "Trace")
    public static class Trace {

        private Long id;
        private String animalType;
        private UUID animalId;
        private Object animal;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getAnimalType() {
            return animalType;
        }

        public void setAnimalType(String animalType) {
            this.animalType = animalType;
        }

        @Polymorphic(types = {Wolf.class, Bear.class})
        public UUID getAnimalId() {
            return animalId;
        }

        public void setAnimalId(UUID animalId) {
            this.animalId = animalId;
        }

        @Transient
        public Object getAnimal() {
            return animal;
        }
    }

    @Test
    void uuidKeysAndGetters() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Wolf.class, Bear.class, Trace.class)) {
            assertThat(unit.model().problems()).isEmpty();
            UUID id = UUID.randomUUID();
            BlockingRepository<Wolf> wolves = unit.easy.blocking(Wolf.class);
            BlockingRepository<Trace> traces = unit.easy.blocking(Trace.class);
            assertThat(wolves.insertMap(Map.of("id", id, "traces", List.of(Map.of("id", 1)))).traces)
                    .hasSize(1);
            unit.easy.blocking(Bear.class).insertMap(Map.of("id", id, "traces", List.of(Map.of("id", 2))));
            traces.insertMap(Map.of("id", 3));
            assertThat(traces.select().orderBy("id").list())
                    .extracting(each -> each.getAnimal() == null
                            ? ""
                            : each.getAnimal().getClass().getSimpleName())
                    .containsExactly("Wolf", "Bear", "");
            assertThat(unit.easy
                            .blocking(Bear.class)
                            .select(Map.of("traces.id", 2))
                            .include("traces")
                            .list())
                    .hasSize(1);
            assertThat(wolves.deleteWhere(Map.of("traces.id", 2))).isZero();
            assertThatThrownBy(() -> wolves.deleteById(id)).hasMessageContaining("1 row of Trace (animalId)");
        }
    }

    // Threads: rows that lead to rows of their own entity.

    @Entity(name = "Topic")
    public static class Topic extends EasyModel {

        String title;

        @Transient
        List<Reply> replies;

        @Transient
        List<Like> likes;
    }

    @Entity(name = "Reply")
    public static class Reply extends EasyModel {

        String text;
        String toType;

        @Polymorphic(
                types = {Topic.class, Reply.class},
                inverse = "replies",
                onDelete = OnDelete.CASCADE)
        Long toId;

        @Transient
        Object to;

        @Transient
        List<Reply> replies;

        @Transient
        List<Like> likes;
    }

    @Entity(name = "Like")
    @Table(name = "LIKES")
    public static class Like extends EasyModel {

        String likedType;

        @Polymorphic(
                types = {Topic.class, Reply.class},
                onDelete = OnDelete.CASCADE)
        Long likedId;
    }

    @Test
    void threadsAreReadWrittenAndDeletedToTheirEnds() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Topic.class, Reply.class, Like.class)) {
            assertThat(unit.model().problems()).isEmpty();
            BlockingRepository<Topic> topics = unit.easy.blocking(Topic.class);
            BlockingRepository<Reply> replies = unit.easy.blocking(Reply.class);
            BlockingRepository<Like> likes = unit.easy.blocking(Like.class);
            Map<String, Object> deep = Map.of("text", "c", "likes", List.of(Map.of()));
            Map<String, Object> thread = Map.of(
                    "text",
                    "a",
                    "likes",
                    List.of(Map.of()),
                    "replies",
                    List.of(Map.of("text", "b", "replies", List.of(deep))));
            Topic first =
                    topics.insertMap(Map.of("title", "one", "replies", List.of(thread), "likes", List.of(Map.of())));
            Topic second = topics.insertMap(Map.of("title", "two", "replies", List.of(thread)));
            unit.tap.reset();
            Topic read = topics.include("replies.replies.replies", "replies.likes")
                    .find(first.getId())
                    .orElseThrow();
            assertThat(unit.tap.statements()).hasSize(5);
            assertThat(read.replies.get(0).replies.get(0).replies)
                    .extracting(each -> each.text)
                    .containsExactly("c");
            assertThat(read.replies.get(0).likes).hasSize(1);
            assertThat(replies.select(Map.of("to.Topic.title", "one")).list())
                    .extracting(each -> each.text)
                    .containsExactly("a");
            assertThat(replies.select(Map.of("to.Reply.to.Topic.title", "one")).list())
                    .extracting(each -> each.text)
                    .containsExactly("b");
            assertThat(topics.select(Map.of("replies.replies.replies.text", "c"))
                            .count())
                    .isEqualTo(2);
            assertThat(topics.deleteById(first.getId())).isTrue();
            assertThat(replies.count()).isEqualTo(3);
            assertThat(likes.count()).isEqualTo(2);
            Reply middle = replies.select(Map.of("text", "b")).one();
            assertThat(replies.deleteById(middle.getId())).isTrue();
            assertThat(replies.select().list()).extracting(each -> each.text).containsExactly("a");
            assertThat(likes.count()).isOne();
            assertThat(topics.deleteWhere(Map.of("title", "two"))).isOne();
            assertThat(replies.count() + likes.count()).isZero();
            assertThat(second).isNotNull();
        }
    }

    /** Must lead somewhere. */
    @Entity(name = "Ticket")
    public static class Ticket extends EasyModel {

        @NotNull
        String aboutType;

        @NotNull
        @Polymorphic(types = {Topic.class, Reply.class})
        Long aboutId;

        @Transient
        EasyModel about;
    }

    @Test
    void aRequiredPairIsGivenByEitherSide() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Topic.class, Reply.class, Ticket.class)) {
            BlockingRepository<Ticket> tickets = unit.easy.blocking(Ticket.class);
            BlockingRepository<Topic> topics = unit.easy.blocking(Topic.class);
            Topic topic = topics.insertMap(Map.of("title", "t", "tickets", List.of(Map.of())));
            Ticket ticket = tickets.insertMap(Map.of("about", topic));
            assertThat(ticket.about).isEqualTo(topic);
            Ticket object = new Ticket();
            object.about = topic;
            assertThat(tickets.insert(object).aboutType).isEqualTo("Topic");
            assertThatThrownBy(() -> tickets.insertMap(Map.of()))
                    .hasMessageContaining("aboutId")
                    .hasMessageContaining("aboutType");
            assertThatThrownBy(() -> tickets.insertMap(EasyMap.of("about", null)))
                    .hasMessageContaining("about");
            assertThatThrownBy(() -> tickets.update(ticket.getId(), EasyMap.of("about", null)))
                    .hasMessageContaining("about");
            assertThatThrownBy(() -> topics.removeRelated(topic.getId(), "tickets", ticket))
                    .hasMessageContaining("tickets");
            assertThat(tickets.schema().json().toString())
                    .contains("{\"required\":[\"aboutType\"]},{\"required\":[\"about\"]}");
            assertThat(topics.select(Map.of("tickets", Map.of("about.Topic.title", "t")))
                            .count())
                    .isOne();
            assertThatThrownBy(() -> tickets.select(Map.of("about.text", "t")))
                    .hasMessage(
                            "EM-1179 Ticket.select: 'about.text' may lead to Topic or Reply, and Topic has no 'text'."
                                    + " Name the entity that has it: 'about.Reply.text'.");
            assertThatThrownBy(() -> tickets.select(Map.of("about.titel", "t")))
                    .hasMessageContaining("there is no attribute 'titel'. Topic has")
                    .hasMessageContaining("Did you mean 'title'?");
        }
    }
}
