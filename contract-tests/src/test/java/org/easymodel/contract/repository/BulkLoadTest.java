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
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Persistence;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows from a source, by the fastest way that the database has, are the rows of other inserts. */
@ParameterizedClass
@EnumSource(BulkLoadTest.Way.class)
class BulkLoadTest {

    /** A database, and whether the pool lets the driver be found. */
    enum Way {
        H2(Database.H2, true),
        DERBY(Database.DERBY, true),
        POSTGRESQL(Database.POSTGRESQL, true),
        POSTGRESQL_BEHIND_A_POOL(Database.POSTGRESQL, false);

        private final Database database;
        private final boolean open;

        Way(Database database, boolean open) {
            this.database = database;
            this.open = open;
        }
    }

    public enum Colour {
        RED,
        GREEN
    }

    @Embeddable
    public static class Extent {

        private int width;
        private Integer height;
    }

    @Entity(name = "Port")
    public static class Port extends EasyModel {

        @Column(unique = true, nullable = false)
        private String code;
    }

    @Entity(name = "Cargo")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Cargo extends EasyModel {

        @Version
        private int version;

        @Column(unique = true, nullable = false)
        private String label;

        @Column(length = 400)
        private String text;

        @DefaultValue("7")
        private Integer given;

        @Enumerated(EnumType.STRING)
        private Colour colour;

        private Colour ordinal;

        @Column(precision = 20, scale = 4)
        private BigDecimal price;

        private LocalDate day;

        private LocalDateTime moment;

        @Column(name = "time_of_day")
        private LocalTime time;

        @Convert(converter = UtcInstantConverter.class)
        private Instant instant;

        private UUID uuid;

        private boolean sold;

        private Double weight;

        private float ratio;

        private char letter = 'x';

        @Lob
        private byte[] picture;

        @Lob
        private String story;

        @Embedded
        private Extent extent;

        @References(Port.class)
        private Long portId;

        @ManyToOne
        private Port origin;
    }

    @Entity(name = "Crate")
    public static class Crate extends Cargo {

        private int number;
    }

    @Entity(name = "Memo")
    public static class Memo {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Size(max = 10)
        private String text;

        private String upper;

        @Transient
        private int calls;

        @PrePersist
        void before() {
            upper = text == null ? "none" : text.toUpperCase(java.util.Locale.ROOT);
            calls++;
        }
    }

    @Entity(name = "Words")
    public static class Words extends EasyModel {

        @ElementCollection
        private List<String> several = new ArrayList<>();
    }

    /** Its callback could lead it to a row that is not there. */
    @Entity(name = "Led")
    public static class Led extends EasyModel {

        @ManyToOne
        private Port port;

        @PrePersist
        void before() {
            // As an application may.
        }
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy, RoundTrips trips) {}

    private static final Map<Way, World> OPEN = new EnumMap<>(Way.class);

    @Parameter
    private Way way;

    private World world;

    private static World open(Way way) {
        Map<String, String> database = new HashMap<>(way.database.properties("load" + way.ordinal()));
        database.computeIfPresent(
                "jakarta.persistence.jdbc.url", (key, url) -> url + (way == Way.H2 ? ";MODE=LEGACY" : ""));
        RoundTrips trips = new RoundTrips(database);
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.nonJtaDataSource", way.open ? trips : closed(trips));
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put(
                "jakarta.persistence.validation.factory",
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory());
        EntityManagerFactory factory = UnitPath.of(
                        Path.of("target", "bulk-load", way.name()),
                        UnitXml.of(
                                "load",
                                List.of(
                                        Extent.class,
                                        Port.class,
                                        Cargo.class,
                                        Crate.class,
                                        Memo.class,
                                        Words.class,
                                        Led.class,
                                        UtcInstantConverter.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("load", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        EasyRepositories easy = EasyRepositories.on(factory);
        if (way.database == Database.POSTGRESQL) {
            // The provider makes no table with a column of that type there.
            easy.blocking(Port.class)
                    .transaction(tx -> tx.execute(
                            "create table memo (id serial primary key, text varchar(10), upper varchar(255))",
                            Map.of()));
        }
        return new World(factory, easy, trips);
    }

    /** Connections that show no driver. */
    private static DataSource closed(DataSource source) {
        return (DataSource) proxy(DataSource.class, source, Connection.class);
    }

    private static Object proxy(Class<?> type, Object target, Class<?> inside) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("isWrapperFor")) {
                return false;
            }
            try {
                Object result = method.invoke(target, arguments);
                return inside.isInstance(result) ? proxy(inside, result, Void.class) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(world -> {
            world.easy().close();
            world.factory().close();
        });
        OPEN.clear();
    }

    @BeforeEach
    void empty() {
        world = OPEN.computeIfAbsent(way, BulkLoadTest::open);
        rows(Cargo.class).deleteEverything();
        rows(Memo.class).deleteEverything();
        rows(Port.class).deleteEverything();
        world.trips().reset();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return world.easy().blocking(type);
    }

    private List<Map<String, Object>> table(String name, String order) {
        List<Map<String, Object>> rows =
                rows(Port.class).transaction(tx -> tx.sql("select * from " + name + " order by " + order, Map.of()));
        return rows.stream()
                .map(row -> {
                    Map<String, Object> kept = new TreeMap<>();
                    row.forEach((column, value) -> {
                        if (!List.of("id", "created_at", "updated_at").contains(column)) {
                            kept.put(column, comparable(value));
                        }
                    });
                    return kept;
                })
                .toList();
    }

    private static Object comparable(Object value) {
        try {
            return value instanceof byte[] bytes
                    ? Arrays.toString(bytes)
                    : value instanceof java.sql.Clob text
                            ? text.getSubString(1, (int) text.length())
                            : value instanceof java.sql.Blob blob
                                    ? Arrays.toString(blob.getBytes(1, (int) blob.length()))
                                    : value;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Random random) {
        List<String> parts =
                List.of("a", "\t", "\n", "\r", "\\", "\\N", "\\.", "'", "\"", "é", "日", "😀", ",", " ", "N");
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> parts.get(random.nextInt(parts.size())))
                .reduce("", String::concat);
    }

    private static Cargo cargo(Random random, int number, Port port) {
        Cargo cargo;
        if (random.nextInt(3) == 0) {
            Crate crate = new Crate();
            crate.number = random.nextInt(10);
            cargo = crate;
        } else {
            cargo = new Cargo();
        }
        cargo.label = "c" + number;
        cargo.text = random.nextInt(5) == 0 ? null : text(random);
        cargo.story = random.nextInt(5) == 0 ? null : text(random);
        cargo.given = random.nextBoolean() ? null : random.nextInt();
        cargo.colour = random.nextBoolean() ? null : Colour.values()[random.nextInt(2)];
        cargo.ordinal = random.nextBoolean() ? null : Colour.values()[random.nextInt(2)];
        cargo.price = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextLong() / 1000, random.nextInt(5));
        cargo.day = random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(40_000) - 20_000);
        cargo.moment = random.nextBoolean()
                ? null
                : LocalDateTime.of(2020, 1, 1, 0, 0)
                        .plusSeconds(random.nextInt())
                        .plusNanos(1000L * random.nextInt(1_000_000));
        cargo.time = random.nextBoolean() ? null : LocalTime.ofSecondOfDay(random.nextInt(86_400));
        cargo.instant = random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt());
        cargo.uuid = random.nextBoolean() ? null : new UUID(random.nextLong(), random.nextLong());
        cargo.sold = random.nextBoolean();
        cargo.weight = random.nextBoolean() ? null : random.nextDouble() * 1e20;
        cargo.ratio = random.nextFloat();
        cargo.letter = "ab\\N".charAt(random.nextInt(4));
        cargo.picture = random.nextBoolean() ? null : new byte[] {(byte) random.nextInt(), 0, 10, 92};
        if (random.nextBoolean()) {
            cargo.extent = new Extent();
            cargo.extent.width = random.nextInt(100);
            cargo.extent.height = random.nextBoolean() ? null : random.nextInt(100);
        }
        cargo.portId = random.nextBoolean() ? null : port.getId();
        cargo.origin = random.nextBoolean() ? null : port;
        return cargo;
    }

    private static List<Cargo> cargoes(long seed, int count, Port port) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> cargo(random, i, port)).toList();
    }

    @Test
    void isWhatInsertAllDoes() {
        Port port = rows(Port.class).insertMap(Map.of("code", "p"));
        for (long seed = 0; seed < 4; seed++) {
            rows(Cargo.class).insertAll(cargoes(seed, 50, port));
            List<Map<String, Object>> expected = table("CARGO", "label");
            List<Map<String, Object>> crates = table("CRATE", "number");
            rows(Cargo.class).deleteEverything();
            world.trips().reset();
            List<Cargo> given = cargoes(seed, 50, port);
            assertThat(rows(Cargo.class).bulkLoad(given)).isEqualTo(50);
            assertThat(world.trips().writes().isEmpty()).isEqualTo(way == Way.POSTGRESQL);
            assertThat(table("CARGO", "label")).isEqualTo(expected);
            assertThat(table("CRATE", "number")).isEqualTo(crates);
            assertThat(rows(Cargo.class).all())
                    .allMatch(each -> each.version == 1
                            && each.getCreatedAt() != null
                            && each.getUpdatedAt() != null
                            && each.given != null);
            rows(Cargo.class).deleteEverything();
        }
    }

    @Test
    void maps_leadToRowsThatAreThere() {
        rows(Port.class).insertMaps(List.of(Map.of("code", "p"), Map.of("code", "q")));
        long count = rows(Cargo.class)
                .bulkLoad(IntStream.range(0, 4500)
                        .mapToObj(i -> Map.of(
                                "label",
                                "m" + i,
                                "price",
                                "1.5",
                                "origin",
                                Map.of("code", i % 2 == 0 ? "p" : "q"),
                                "port",
                                Map.of("code", "q"))));
        assertThat(count).isEqualTo(4500);
        assertThat(rows(Cargo.class).count(Map.of("origin", Map.of("code", "p"), "port", Map.of("code", "q"))))
                .isEqualTo(2250);
        assertThat(rows(Cargo.class).first(Map.of("label", "m4499")).orElseThrow().given)
                .isEqualTo(7);
        assertThat(rows(Cargo.class).bulkLoad(List.of())).isZero();
    }

    @Test
    void callbacksAndKeysOfTheDatabase() {
        Memo memo = new Memo();
        memo.text = "a";
        assertThat(rows(Memo.class).bulkLoad(List.of(memo, Map.of("text", "b"), new Memo())))
                .isEqualTo(3);
        assertThat(memo.calls).isOne();
        assertThat(rows(Memo.class).select().orderBy("id").list())
                .extracting(each -> each.upper)
                .containsExactly("A", "B", "none");
    }

    @Test
    void whateverFails_nothingIsWritten() {
        Iterator<Map<String, Object>> twice = Stream.concat(
                        IntStream.range(0, 4500).mapToObj(i -> Map.<String, Object>of("label", "m" + i)),
                        Stream.of(Map.<String, Object>of("label", "m17")))
                .iterator();
        assertThatThrownBy(() -> rows(Cargo.class).bulkLoad(() -> (Iterator) twice))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.UNIQUE);
                    assertThat(failure.entity()).isEqualTo("Cargo");
                });
        IllegalStateException broken = new IllegalStateException("no more");
        boolean[] closed = new boolean[1];
        Stream<Map<String, ?>> source = IntStream.range(0, 4000)
                .<Map<String, ?>>mapToObj(i -> {
                    if (i == 3500) {
                        throw broken;
                    }
                    return Map.of("label", "m" + i);
                })
                .onClose(() -> closed[0] = true);
        assertThatThrownBy(() -> rows(Cargo.class).bulkLoad(source)).isSameAs(broken);
        assertThat(closed[0]).isTrue();
        assertThatThrownBy(() -> rows(Cargo.class)
                        .bulkLoad(IntStream.range(0, 4000)
                                .mapToObj(i -> i == 2500 ? Map.of("lable", "x") : Map.of("label", "m" + i))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1304 Cargo.bulkLoad: there is no attribute '[2500].lable'")
                .hasMessageContaining("EM-1307");
        assertThatThrownBy(
                        () -> rows(Memo.class).bulkLoad(List.of(Map.of("text", "b"), Map.of("text", "much too long"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("[1].text");
        assertThatThrownBy(() -> rows(Cargo.class).transaction(tx -> {
                    tx.repository(Cargo.class).bulkLoad(List.of(Map.of("label", "a")));
                    assertThat(tx.repository(Cargo.class).count()).isOne();
                    throw broken;
                }))
                .isSameAs(broken);
        assertThat(rows(Cargo.class).count()).isZero();
        assertThat(rows(Memo.class).count()).isZero();
    }

    @Test
    void asynchronously_andInItsTransaction() {
        assertThat(world.easy()
                        .repository(Cargo.class)
                        .bulkLoad(IntStream.range(0, 10).mapToObj(i -> Map.of("label", "m" + i)))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(10);
        assertThat(world.easy()
                        .repository(Cargo.class)
                        .transaction(tx -> tx.repository(Cargo.class)
                                .bulkLoad(List.of(Map.of("label", "n")))
                                .thenCompose(one -> tx.repository(Cargo.class).count()))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(11);
    }

    @Test
    void whatIsNoRowByItself_isRefused() {
        assertThatThrownBy(() -> rows(Cargo.class)
                        .bulkLoad(List.of(Map.of("label", "a", "origin", Map.of("code", "new")), Map.of("label", "b"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-2276 Cargo.bulkLoad: '[0].origin' is not one row by itself, nor one that is there: it is to"
                                + " be inserted or changed with another one, or holds several values. Insert what rows lead to"
                                + " before, or use insertAll or insertMaps.");
        assertThatThrownBy(
                        () -> rows(Cargo.class).bulkLoad(Arrays.asList(Map.of("label", "a"), null, "text", new Port())))
                .hasMessageContaining("EM-2275 Cargo.bulkLoad: '[1]' is null. Give an entity or a map for each row.")
                .hasMessageContaining("EM-2275 Cargo.bulkLoad: '[2]' is no Cargo and no map.")
                .hasMessageContaining("'[3]'");
        assertThatThrownBy(() -> rows(Words.class).bulkLoad(List.of(Map.of("several", List.of("a")))))
                .hasMessageContaining("EM-2276 Words.bulkLoad: '[0]'");
        assertThat(rows(Words.class).bulkLoad(List.of(EasyMap.of(), new Words())))
                .isEqualTo(2);
        assertThatThrownBy(() -> rows(Led.class).bulkLoad(List.of(new Led())))
                .hasMessage(
                        "EM-2274 Led.bulkLoad: rows of Led are more than their columns, or callbacks may lead them to"
                                + " other rows, so that only the persistence context writes them. Use insertAll or insertMaps, in"
                                + " parts that fit into memory.");
        assertThatThrownBy(() -> rows(Cargo.class).bulkLoad((Stream<?>) null)).hasMessageContaining("EM-2025");
        assertThat(rows(Cargo.class).count()).isZero();
    }
}
