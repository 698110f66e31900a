package org.easymodel.contract.naming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Persistence;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A model of words that one database or another reserves, on each of them. */
class ReservedModelTest {

    @TempDir
    private Path directory;

    @Embeddable
    static class Moment {
        Integer year;

        @Column(name = "month")
        Integer monthOfYear;

        Integer day;

        @Column(name = "order")
        Integer orderOfDay;

        @ManyToOne
        @JoinColumn(name = "limit")
        Value seenBy;
    }

    @Entity(name = "Value")
    static class Value {
        @Id
        @Column(name = "key")
        Long number;

        Integer value;

        String first;

        @Embedded
        Moment began;

        @ElementCollection
        @CollectionTable(name = "values", joinColumns = @JoinColumn(name = "row"))
        @Column(name = "input")
        @OrderColumn(name = "rows")
        List<String> inputs = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "interval", joinColumns = @JoinColumn(name = "function"))
        List<Moment> moments = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "transaction",
                joinColumns = @JoinColumn(name = "next"),
                inverseJoinColumns = @JoinColumn(name = "last"))
        List<Value> others = new ArrayList<>();

        @ManyToOne
        @JoinColumn(name = "user")
        Value parent;
    }

    @Entity(name = "Counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "keys")
        @TableGenerator(
                name = "keys",
                table = "key",
                pkColumnName = "row",
                valueColumnName = "next",
                allocationSize = 5)
        Long countedId;
    }

    @Entity(name = "Drawn")
    @Table(name = "Drawn")
    static class Drawn {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "first")
        @SequenceGenerator(name = "first", sequenceName = "minute", allocationSize = 5)
        Long drawnId;

        Integer second;
    }

    @Entity(name = "Ordered")
    @Table(name = "Ordered")
    static class Ordered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "other")
        @SequenceGenerator(name = "other", sequenceName = "order", allocationSize = 5)
        Long orderedId;
    }

    @Entity(name = "Clock")
    static class Clock {
        @Id
        Long id;

        @Column(name = "\"HOUR\"")
        Integer hour;

        @Column(name = "\"TICKS\"")
        Integer ticks;
    }

    @Entity(name = "Adopted")
    @Table(name = "connection")
    static class Adopted {
        @Id
        Long key;

        Integer value;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void model_onTablesOfEclipseLink_isWrittenReadChangedAndRemoved(Database database) {
        try (EntityManagerFactory factory =
                open(database.properties("reserved_model"), true, Value.class, Moment.class)) {
            useModel(factory);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void model_onTablesOfARevision_isWrittenReadChangedAndRemoved(Database database) {
        Map<String, String> properties = database.properties("reserved_revision");
        upgrade(properties, Value.class, Moment.class);
        try (EntityManagerFactory factory = open(properties, false, Value.class, Moment.class)) {
            useModel(factory);
        }
    }

    /** PostgreSQL folds to lower case what is not in quotes, so that the quotes count even for upper case. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void columns_thatTheMappingQuotesInUpperCase_areQuotedByRevisionAndRunTime(Database database) {
        Map<String, String> properties = database.properties("reserved_clock");
        upgrade(properties, Clock.class);
        try (EntityManagerFactory factory = open(properties, false, Clock.class)) {
            write(factory, em -> {
                Clock clock = new Clock();
                clock.id = 1L;
                clock.hour = 12;
                clock.ticks = 7;
                em.persist(clock);
            });
            write(factory, em -> assertThat(em.createNativeQuery("SELECT \"TICKS\" + \"HOUR\" FROM CLOCK")
                            .getSingleResult())
                    .hasToString("19"));
        }
    }

    private void upgrade(Map<String, String> properties, Class<?>... classes) {
        UnitXml unit = UnitXml.of("words", List.of(classes));
        SchemaModel schema = UnitPath.of(directory, unit).call(() -> SchemaScan.schema("words", Map.of()));
        MigrationManager manager = MigrationManager.of(schema, directory.resolve("revisions"))
                .withConnections(ConnectionSource.of(
                        properties.get("jakarta.persistence.jdbc.url"),
                        properties.get("jakarta.persistence.jdbc.user"),
                        properties.get("jakarta.persistence.jdbc.password")));
        manager.revision("Create all");
        manager.upgrade();
    }

    private static void useModel(EntityManagerFactory factory) {
        Value first = value(1, null);
        Value second = value(2, first);
        write(factory, em -> {
            em.persist(first);
            em.persist(second);
        });
        write(factory, em -> {
            List<Value> found = em.createQuery(
                            "select v from Value v join v.moments m where v.parent.value = 1 and v.began.orderOfDay = 4"
                                    + " and v.began.seenBy.value = 1 and m.year = 2027 and v.inputs is not empty"
                                    + " order by v.first, v.began.day",
                            Value.class)
                    .getResultList();
            assertThat(found).hasSize(1).allSatisfy(value -> {
                assertThat(value.inputs).containsExactly("a", "b");
                assertThat(value.others).hasSize(1);
                assertThat(value.moments).hasSize(1);
                assertThat(value.began.monthOfYear).isEqualTo(2);
                value.inputs.remove(0);
                value.moments.clear();
                value.others.clear();
                value.value = 9;
            });
        });
        write(factory, em -> {
            Value changed = em.find(Value.class, second.number);
            assertThat(changed.value).isEqualTo(9);
            assertThat(changed.inputs).containsExactly("b");
            assertThat(changed.moments).isEmpty();
            em.remove(changed);
        });
        write(factory, em -> assertThat(em.createQuery("update Value v set v.value = v.value + 1, v.first = 'x'")
                        .executeUpdate())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void generators_ofReservedNames_giveIds(Database database) {
        try (EntityManagerFactory factory =
                open(database.properties("reserved_sequences"), true, Drawn.class, Ordered.class, Counted.class)) {
            List<Object> entities = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                entities.addAll(List.of(new Drawn(), new Ordered(), new Counted()));
            }
            write(factory, em -> entities.forEach(em::persist));

            assertThat(entities.stream().filter(Drawn.class::isInstance).map(each -> ((Drawn) each).drawnId))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(entities.stream().filter(Counted.class::isInstance).map(each -> ((Counted) each).countedId))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(entities.stream().filter(Ordered.class::isInstance).map(each -> ((Ordered) each).orderedId))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    /** The names as an application without this library made them, unquoted where the database takes that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2         | CREATE TABLE connection (\"KEY\" BIGINT PRIMARY KEY, \"VALUE\" INTEGER)",
                "DERBY      | CREATE TABLE \"CONNECTION\" (\"KEY\" BIGINT NOT NULL PRIMARY KEY, value INTEGER)",
                "POSTGRESQL | CREATE TABLE connection (key BIGINT PRIMARY KEY, value INTEGER)",
            })
    void table_thatWasThereBefore_isFound(Database database, String table) {
        Map<String, String> properties = database.properties("reserved_adopted");
        try (EntityManagerFactory factory = open(properties, false, Adopted.class)) {
            write(factory, em -> {
                em.createNativeQuery(table).executeUpdate();
                Adopted adopted = new Adopted();
                adopted.key = 1L;
                adopted.value = 2;
                em.persist(adopted);
            });
            write(factory, em -> assertThat(em.createQuery("select a.value from Adopted a where a.key = 1")
                            .getSingleResult())
                    .isEqualTo(2));
        }
    }

    private static Value value(int number, Value parent) {
        Value value = new Value();
        value.number = (long) number;
        value.value = number;
        value.first = "first";
        value.parent = parent;
        value.began = moment(parent);
        value.inputs.addAll(List.of("a", "b"));
        if (parent != null) {
            value.others.add(parent);
            Moment later = moment(parent);
            later.year = 2027;
            value.moments.add(later);
        }
        return value;
    }

    private static Moment moment(Value seenBy) {
        Moment moment = new Moment();
        moment.year = 2026;
        moment.monthOfYear = 2;
        moment.day = 3;
        moment.orderOfDay = 4;
        moment.seenBy = seenBy;
        return moment;
    }

    private EntityManagerFactory open(Map<String, String> database, boolean create, Class<?>... classes) {
        UnitXml unit = UnitXml.of("words", List.of(classes));
        return UnitPath.of(directory, unit).call(() -> {
            Map<String, String> properties = new HashMap<>(database);
            properties.put("eclipselink.session-name", "words-" + database.get("jakarta.persistence.jdbc.url"));
            if (create) {
                properties.put("eclipselink.ddl-generation", "create-tables");
            }
            EntityManagerFactory factory = Persistence.createEntityManagerFactory("words", properties);
            factory.createEntityManager().close();
            return factory;
        });
    }

    private static void write(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                work.accept(em);
                em.getTransaction().commit();
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }
}
