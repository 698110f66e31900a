package org.easymodel.benchmark.insert;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;

/**
 * Inserts the same rows in several ways, one after the other in rounds, in one process and on one PostgreSQL, and writes the
 * medians, the best times, and their ratios.
 */
public final class InsertBenchmark {

    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARM = 3;

    /** What is inserted. */
    @Entity(name = "Parcel")
    public static class Parcel {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ParcelSequence")
        @SequenceGenerator(name = "ParcelSequence", sequenceName = "PARCEL_SEQ", allocationSize = 1000)
        private Long id;

        @Version
        private int version;

        private String name;

        @Column(unique = true)
        private int number;

        private String place;

        @ElementCollection
        private List<String> notes = new ArrayList<>();

        Parcel fill(int value) {
            name = "parcel " + value;
            number = value;
            place = "place " + value % 100;
            return this;
        }
    }

    /** The ways. */
    private enum Way {
        PLAIN_JDBC,
        PERSIST,
        INSERT_ALL,
        INSERT_ALL_BY_THE_UNIT_OF_WORK,
        INSERT_MAPS,
        BULK_LOAD,
        UPSERT_ALL_OF_NEW,
        UPSERT_ALL_OF_KNOWN
    }

    private InsertBenchmark() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                EasyRepositories easy = EasyRepositories.builder()
                        .url(server.getJdbcUrl("postgres", "postgres"))
                        .user("postgres")
                        .password("postgres")
                        .entities(Parcel.class)
                        .createAll()
                        .open();
                Connection connection = DriverManager.getConnection(
                        server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
            Map<Way, List<Long>> times = new EnumMap<>(Way.class);
            for (int round = -WARM; round < ROUNDS; round++) {
                for (Way way : Way.values()) {
                    if (way != Way.UPSERT_ALL_OF_KNOWN) {
                        run(connection, "truncate parcel cascade");
                    }
                    long before = System.nanoTime();
                    insert(way, easy.blocking(Parcel.class).withoutRelated(), connection);
                    long taken = System.nanoTime() - before;
                    if (round >= 0) {
                        times.computeIfAbsent(way, each -> new ArrayList<>()).add(taken);
                    }
                }
            }
            report(times);
        }
    }

    private static void insert(Way way, BlockingRepository<Parcel> parcels, Connection connection) throws SQLException {
        switch (way) {
            case PLAIN_JDBC -> plainly(connection);
            case PERSIST ->
                parcels.transaction(tx -> tx.entityManager(entityManager -> {
                    entities().forEach(entityManager::persist);
                    entityManager.flush();
                    return ROWS;
                }));
            case INSERT_ALL -> parcels.insertAll(entities());
            case INSERT_ALL_BY_THE_UNIT_OF_WORK -> {
                // One row that holds more than its columns, and all go the other way.
                List<Parcel> entities = entities();
                entities.get(ROWS - 1).notes.add("note");
                parcels.insertAll(entities);
            }
            case INSERT_MAPS -> parcels.insertMaps(maps());
            case BULK_LOAD -> parcels.bulkLoad(entities());
            case UPSERT_ALL_OF_NEW, UPSERT_ALL_OF_KNOWN -> parcels.upsertAll(maps(), "number");
        }
    }

    private static List<Parcel> entities() {
        return new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(i -> new Parcel().fill(i)).toList());
    }

    private static List<Map<String, Object>> maps() {
        return IntStream.range(0, ROWS)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("name", "parcel " + i, "number", i, "place", "place " + i % 100))
                .toList();
    }

    private static void plainly(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into parcel (id, version, name, number, place) values (?, 1, ?, ?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                statement.setLong(1, -i);
                statement.setString(2, "parcel " + i);
                statement.setInt(3, i);
                statement.setString(4, "place " + i % 100);
                statement.addBatch();
                if (i % 1000 == 999 || i == ROWS - 1) {
                    statement.executeBatch();
                }
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void report(Map<Way, List<Long>> times) {
        System.out.printf(Locale.ROOT, "%d rows, %d rounds: median, ratio, best, ratio%n", ROWS, ROUNDS);
        double median = median(times.get(Way.INSERT_ALL));
        double best = Collections.min(times.get(Way.INSERT_ALL));
        times.forEach((way, all) -> System.out.printf(
                Locale.ROOT,
                "%-32s %6.0f ms %6.2f %6.0f ms %6.2f%n",
                way,
                median(all) / 1e6,
                median(all) / median,
                Collections.min(all) / 1e6,
                Collections.min(all) / best));
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
