package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Persistence;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.easymodel.model.UtcInstantConverter;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Rows that are inserted together are the rows that the persistence context inserts one by one. */
class InsertLawTest {

    public enum Colour {
        RED,
        GREEN
    }

    @Embeddable
    public static class Size3 {

        private int width;
        private Integer height;
    }

    @Entity(name = "Owner")
    public static class Owner extends EasyModel {

        @Column(nullable = false)
        private String name;
    }

    @Entity(name = "Item")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Item extends EasyModel {

        @Version
        private int version;

        @Column(unique = true, nullable = false, length = 20)
        private String label;

        @DefaultValue("7")
        private Integer given;

        @Enumerated(EnumType.STRING)
        private Colour colour;

        private Colour ordinal;

        @Column(precision = 10, scale = 2)
        private BigDecimal price;

        private LocalDate day;

        private LocalDateTime moment;

        @Convert(converter = UtcInstantConverter.class)
        private Instant instant;

        private UUID uuid;

        private boolean sold;

        private Double weight;

        @Lob
        private byte[] picture;

        @Embedded
        private Size3 size;

        @References(Owner.class)
        private Long ownerId;

        @ManyToOne
        private Owner maker;

        @Column(insertable = false, updatable = false)
        private String unwritten;
    }

    @Entity(name = "Toy")
    public static class Toy extends Item {

        private int age;
    }

    @Entity(name = "Noted")
    public static class Noted extends EasyModel {

        @Size(max = 10)
        private String note;

        private String upper;

        @Transient
        private List<String> calls = new ArrayList<>();

        @PrePersist
        void before() {
            upper = note == null ? "none" : note.toUpperCase(Locale.ROOT);
            calls.add("before " + (getId() != null));
        }

        @PostPersist
        void after() {
            calls.add("after");
        }
    }

    @Entity(name = "Listed")
    public static class Listed extends EasyModel {

        @ElementCollection
        private List<String> words = new ArrayList<>();
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy, RoundTrips trips) {

        <E> BlockingRepository<E> rows(Class<E> type) {
            return easy.blocking(type);
        }

        /** The rows of a table without what no two inserts have in common. */
        List<Map<String, Object>> table(String name, String order) {
            List<Map<String, Object>> rows = rows(Owner.class)
                    .transaction(tx -> tx.sql("select * from " + name + " order by " + order, Map.of()));
            return rows.stream().map(World::comparable).toList();
        }

        private static Map<String, Object> comparable(Map<String, Object> row) {
            Map<String, Object> kept = new TreeMap<>();
            row.forEach((column, value) -> {
                if (!List.of("id", "created_at", "updated_at").contains(column)) {
                    kept.put(column, value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : value);
                }
            });
            return kept;
        }
    }

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    private static World on(Database database) {
        return OPEN.computeIfAbsent(database, InsertLawTest::open);
    }

    private static World open(Database database) {
        RoundTrips trips = new RoundTrips(database.properties("insertlaw"));
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.nonJtaDataSource", trips);
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put(
                "jakarta.persistence.validation.factory",
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory());
        Path directory = Path.of("target", "insert-law", database.name());
        EntityManagerFactory factory = UnitPath.of(
                        directory,
                        UnitXml.of(
                                "insertlaw",
                                List.of(
                                        Size3.class,
                                        Owner.class,
                                        Item.class,
                                        Toy.class,
                                        Noted.class,
                                        Listed.class,
                                        UtcInstantConverter.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("insertlaw", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        return new World(factory, EasyRepositories.on(factory), trips);
    }

    @AfterContainer
    static void close() {
        OPEN.values().forEach(world -> {
            world.easy().close();
            world.factory().close();
        });
        OPEN.clear();
    }

    private static Item item(Random random, int number, Owner owner) {
        Item item;
        if (random.nextInt(3) == 0) {
            Toy toy = new Toy();
            toy.age = random.nextInt(10);
            item = toy;
        } else {
            item = new Item();
        }
        item.label = "i" + number;
        item.given = random.nextBoolean() ? null : random.nextInt();
        item.colour = random.nextBoolean() ? null : Colour.values()[random.nextInt(2)];
        item.ordinal = random.nextBoolean() ? null : Colour.values()[random.nextInt(2)];
        item.price = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(100_000), 2);
        item.day = random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(40_000));
        item.moment =
                random.nextBoolean() ? null : LocalDateTime.of(2020, 1, 1, 0, 0).plusSeconds(random.nextInt());
        item.instant = random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt());
        item.uuid = random.nextBoolean() ? null : new UUID(random.nextLong(), random.nextLong());
        item.sold = random.nextBoolean();
        item.weight = random.nextBoolean() ? null : random.nextDouble();
        item.picture = random.nextBoolean() ? null : new byte[] {(byte) random.nextInt(), 1};
        item.unwritten = "x";
        if (random.nextBoolean()) {
            item.size = new Size3();
            item.size.width = random.nextInt(100);
            item.size.height = random.nextBoolean() ? null : random.nextInt(100);
        }
        item.ownerId = random.nextBoolean() ? null : owner.getId();
        item.maker = random.nextBoolean() ? null : owner;
        return item;
    }

    private static List<Item> items(long seed, int count, Owner owner) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> item(random, i, owner)).toList();
    }

    @Property(tries = 12)
    void together_isOneByOne(@ForAll Database database, @ForAll long seed) {
        World world = on(database);
        BlockingRepository<Item> rows = world.rows(Item.class);
        rows.deleteEverything();
        Owner owner = world.rows(Owner.class).insertMap(Map.of("name", "o"));
        List<Item> one = items(seed, 20, owner);
        one.forEach(rows::insert);
        List<Map<String, Object>> expected = world.table("ITEM", "label");
        List<Map<String, Object>> toys = world.table("TOY", "age");
        rows.deleteEverything();

        List<Item> given = items(seed, 20, owner);
        world.trips().reset();
        List<Item> together = rows.insertAll(given);
        assertThat(world.trips().writes()).allMatch(each -> each.startsWith("batch INSERT"));
        assertThat(world.table("ITEM", "label")).isEqualTo(expected);
        assertThat(world.table("TOY", "age")).isEqualTo(toys);
        assertThat(together)
                .extracting(each -> each.label)
                .containsExactlyElementsOf(
                        given.stream().map(each -> each.label).toList());
        for (int i = 0; i < given.size(); i++) {
            Item mine = given.get(i);
            assertThat(mine.getId()).isEqualTo(together.get(i).getId());
            assertThat(mine.version).isEqualTo(1).isEqualTo(together.get(i).version);
            assertThat(mine.given).isNotNull();
            assertThat(mine.getCreatedAt())
                    .isNotNull()
                    .isEqualTo(together.get(i).getCreatedAt());
        }
        given.get(0).label = "changed";
        assertThat(rows.save(given.get(0)).version)
                .as("what was given is usable")
                .isEqualTo(2);
    }

    @Property(tries = 6)
    void callbacks_areCalled_asOneByOne(@ForAll Database database) {
        BlockingRepository<Noted> rows = on(database).rows(Noted.class);
        Noted single = new Noted();
        single.note = "a";
        rows.insert(single);
        List<Noted> several = List.of(new Noted(), new Noted());
        several.get(0).note = "a";
        List<Noted> results = rows.insertAll(several);
        assertThat(single.calls).containsExactly("before true", "after");
        assertThat(several).allMatch(each -> each.calls.equals(single.calls));
        assertThat(results).extracting(each -> each.upper).containsExactly("A", "none");
    }

    @Property(tries = 3)
    void whatIsInvalid_isRefused_andNothingIsWritten(@ForAll Database database) {
        World world = on(database);
        BlockingRepository<Noted> noted = world.rows(Noted.class);
        noted.deleteEverything();
        List<Noted> several = List.of(new Noted(), new Noted());
        several.get(1).note = "much too long";
        assertThatThrownBy(() -> noted.insertAll(several))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("note");
        assertThat(noted.count()).isZero();
        assertThat(several).allMatch(each -> each.getId() == null);

        BlockingRepository<Item> items = world.rows(Item.class);
        items.deleteEverything();
        Owner owner = world.rows(Owner.class).insertMap(Map.of("name", "o"));
        List<Item> given = new ArrayList<>(items(1, 5, owner));
        given.get(4).label = given.get(1).label;
        assertThatThrownBy(() -> items.insertAll(given))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.UNIQUE);
                    assertThat(failure.entity()).isEqualTo("Item");
                });
        assertThat(items.count()).isZero();
        assertThat(given).allMatch(each -> each.getId() == null && each.version == 0);
        given.get(4).label = "now";
        assertThat(items.insertAll(given)).hasSize(5);
    }

    @Example
    void collectionsOfValues_areWritten() {
        for (Database database : Database.values()) {
            World world = on(database);
            Listed first = new Listed();
            first.words.addAll(List.of("a", "b"));
            assertThat(world.rows(Listed.class).insertAll(List.of(first, new Listed())))
                    .extracting(each -> each.words.size())
                    .containsExactly(2, 0);
            assertThat(world.rows(Listed.class)
                            .insertMaps(List.of(Map.of("words", List.of("c")), Map.of("words", List.of()))))
                    .extracting(each -> each.words.size())
                    .containsExactly(1, 0);
        }
    }
}
