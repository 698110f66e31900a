package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.add;
import static org.easymodel.query.Conditions.remove;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Persistence;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.NestedMaps;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What hangs on a row is inserted and changed with it. */
@ParameterizedClass
@EnumSource(Database.class)
class GraphUpdateTest {

    @Embeddable
    public static class Home {

        private String city;

        private String street;
    }

    @Entity(name = "Person")
    public static class Person {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Version
        private int version;

        @Column(nullable = false)
        private String name;

        @Column(unique = true)
        private String email;

        @Embedded
        private Home home;

        @ElementCollection
        private Set<String> nicknames = new HashSet<>();

        @OneToOne(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
        private Passport passport;

        @ManyToOne
        private Team team;

        @OneToMany(mappedBy = "owner", orphanRemoval = true)
        private List<Car> cars = new ArrayList<>();

        @ManyToMany
        private Set<Club> clubs = new HashSet<>();
    }

    @Entity(name = "Passport")
    public static class Passport {

        @Id
        private UUID id;

        private String number;

        @OneToOne
        private Person person;
    }

    @Entity(name = "Team")
    public static class Team {

        @Id
        private UUID id;

        private String name;
    }

    @Entity(name = "Car")
    public static class Car {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(unique = true)
        private String plate;

        private String colour;

        @ManyToOne
        private Person owner;
    }

    @Entity(name = "Club")
    public static class Club {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(unique = true)
        private String name;

        @ManyToMany(mappedBy = "clubs")
        private Set<Person> members = new HashSet<>();
    }

    /** Goes when its person leaves it out. */
    @Entity(name = "Task")
    public static class Task extends EasyModel {

        @Column(nullable = false, length = 20)
        private String title;

        @References(value = Person.class, orphanRemoval = true)
        @Column(nullable = false)
        private Long personId;
    }

    /** Stays without a person. */
    @Entity(name = "Pet")
    public static class Pet extends EasyModel {

        private String name;

        @References(value = Person.class, onDelete = OnDelete.SET_NULL)
        private Long personId;
    }

    /** Is not left alone. */
    @Entity(name = "Loan")
    public static class Loan extends EasyModel {

        @Column(unique = true)
        private String code;

        @References(Person.class)
        private Long personId;
    }

    @Entity(name = "Skill")
    public static class Skill extends EasyModel {

        @Column(unique = true)
        private String name;
    }

    @Entity(name = "PersonSkill")
    public static class PersonSkill extends EasyModel {

        @References(Person.class)
        private Long personId;

        @References(Skill.class)
        private Long skillId;
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy, SqlTap tap) {}

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    private static final List<String> ENTITIES =
            List.of("PersonSkill", "Skill", "Loan", "Pet", "Task", "Car", "Passport");

    @Parameter
    private Database database;

    @TempDir
    private static Path directory;

    private World world;

    private static World open(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("graphupdate"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory factory = UnitPath.of(
                        directory.resolve(database.name()),
                        UnitXml.of(
                                "graphupdate",
                                List.of(
                                        Home.class,
                                        Person.class,
                                        Passport.class,
                                        Team.class,
                                        Car.class,
                                        Club.class,
                                        Task.class,
                                        Pet.class,
                                        Loan.class,
                                        Skill.class,
                                        PersonSkill.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("graphupdate", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        SqlTap tap = new SqlTap();
        org.eclipse.persistence.jpa.JpaHelper.getServerSession(factory)
                .getEventManager()
                .addListener(tap);
        return new World(factory, EasyRepositories.on(factory), tap);
    }

    @BeforeEach
    void empty() {
        synchronized (OPEN) {
            world = OPEN.computeIfAbsent(database, GraphUpdateTest::open);
        }
        try (var em = world.factory().createEntityManager()) {
            em.getTransaction().begin();
            ENTITIES.forEach(
                    entity -> em.createQuery("delete from " + entity + " e").executeUpdate());
            em.createQuery("select p from Person p", Person.class)
                    .getResultList()
                    .forEach(em::remove);
            em.flush();
            em.createQuery("delete from Team t").executeUpdate();
            em.createQuery("select c from Club c", Club.class).getResultList().forEach(em::remove);
            em.getTransaction().commit();
        }
        world.tap().reset();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return world.easy().blocking(type);
    }

    private BlockingRepository<Person> people() {
        return rows(Person.class);
    }

    private long count(Class<?> type) {
        return rows(type).select().count();
    }

    private Person ann(Object... more) {
        Map<String, Object> values = new HashMap<>(EasyMap.of(more));
        values.put("name", "Ann");
        return people().insertMap(values);
    }

    private Map<String, Object> map(Person person, String... paths) {
        String[] includes = java.util.Arrays.stream(paths)
                .map(path -> path.replaceFirst("\\..*", ""))
                .toArray(String[]::new);
        return people().toMap(people().find(person.id, includes).orElseThrow(), paths);
    }

    @Test
    void insertMap_oneToOneMappedByTheOther_isInserted() {
        Person ann = ann("passport", Map.of("id", UUID.randomUUID(), "number", "n1"));
        assertThat(ann.passport.number).isEqualTo("n1");
        assertThat(rows(Passport.class).select().include("person").one().person.name)
                .isEqualTo("Ann");
    }

    @Test
    void nullForARelationshipToAUuid_isWritten() {
        Person none = ann("team", null);
        assertThat(none.team).isNull();
        Person with = people().update(none.id, Map.of("team", Map.of("id", UUID.randomUUID(), "name", "A")));
        assertThat(with.team.name).isEqualTo("A");
        assertThat(people().update(none.id, EasyMap.of("team", null)).team).isNull();
        Person entity = new Person();
        entity.name = "Bob";
        assertThat(people().insert(entity).team).isNull();
    }

    @Test
    void update_toOneWithoutKey_changesTheRowThatIsThere_orMakesOne() {
        Person ann = ann();
        UUID id = UUID.randomUUID();
        people().update(ann.id, Map.of("passport", Map.of("id", id, "number", "n1")));
        Person changed = people().update(ann.id, Map.of("passport", Map.of("number", "n2")));
        assertThat(changed.passport.id).isEqualTo(id);
        assertThat(changed.passport.number).isEqualTo("n2");
        assertThat(count(Passport.class)).isOne();
        assertThatThrownBy(() -> people().update(ann("email", "b").id, Map.of("passport", Map.of("number", "n3"))))
                .as("a new one needs its key")
                .hasMessageStartingWith("EM-1307 Person.update: 'passport.id' is required");
    }

    @Test
    void update_oneToOne_isReplacedOrEmptied() {
        Person ann = ann("passport", Map.of("id", UUID.randomUUID(), "number", "n1"));
        UUID second = UUID.randomUUID();
        assertThat(people().update(ann.id, Map.of("passport", Map.of("id", second, "number", "n2"))).passport.id)
                .isEqualTo(second);
        assertThat(count(Passport.class)).isOne();
        assertThat(people().update(ann.id, EasyMap.of("passport", null)).passport)
                .isNull();
        assertThat(count(Passport.class)).isZero();
    }

    @Test
    void update_list_isTheWholeSet_andOrphansGo() {
        Person ann = ann(
                "tasks", List.of(Map.of("title", "a"), Map.of("title", "b")),
                "cars", List.of(Map.of("plate", "1", "colour", "red"), Map.of("plate", "2")));
        Object first = ((Map<?, ?>) ((List<?>) map(ann, "tasks").get("tasks")).get(0)).get("id");
        people().update(
                        ann.id,
                        Map.of(
                                "tasks",
                                List.of(Map.of("id", first), Map.of("title", "c")),
                                "cars",
                                List.of(Map.of("plate", "1"), Map.of("plate", "3"))));
        assertThat(map(ann, "tasks.title").get("tasks")).isEqualTo(List.of(Map.of("title", "a"), Map.of("title", "c")));
        assertThat(map(ann, "cars.plate").get("cars"))
                .asList()
                .containsExactlyInAnyOrder(Map.of("plate", "1"), Map.of("plate", "3"));
        assertThat(count(Task.class)).isEqualTo(2);
        assertThat(count(Car.class)).isEqualTo(2);
        people().update(ann.id, Map.of("tasks", List.of(), "cars", List.of()));
        assertThat(count(Task.class) + count(Car.class)).isZero();
    }

    @Test
    void update_list_thatLeavesRowsAlone_isRefused() {
        Person ann =
                ann("loans", List.of(Map.of("code", "a"), Map.of("code", "b")), "pets", List.of(Map.of("name", "Rex")));
        assertThatThrownBy(() -> people().update(ann.id, Map.of("name", "x", "loans", List.of(Map.of("code", "a")))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1336 Person.update: 'loans' leaves out 1 row of Loan (person), which would be left alone."
                                + " Name them too, take them out with remove(...), or declare orphanRemoval.");
        assertThat(people().find(ann.id).orElseThrow().name).isEqualTo("Ann");
        people().update(
                        ann.id,
                        Map.of("loans", remove(Map.of("code", "b")).add(Map.of("code", "c")), "pets", List.of()));
        assertThat(map(ann, "loans.code").get("loans"))
                .asList()
                .containsExactlyInAnyOrder(Map.of("code", "a"), Map.of("code", "c"));
        assertThat(count(Loan.class)).isEqualTo(3);
        assertThat(count(Pet.class)).isOne();
        assertThat(rows(Pet.class).select().one().personId).isNull();
    }

    @Test
    void update_links_comeAndGo() {
        Person ann = ann(
                "skills",
                List.of(Map.of("name", "go"), Map.of("name", "chess")),
                "clubs",
                List.of(Map.of("name", "c1")));
        people().update(
                        ann.id,
                        Map.of(
                                "skills",
                                List.of(Map.of("name", "go"), Map.of("name", "judo")),
                                "clubs",
                                List.of(Map.of("name", "c2"))));
        assertThat(map(ann, "skills.name").get("skills"))
                .asList()
                .containsExactlyInAnyOrder(Map.of("name", "go"), Map.of("name", "judo"));
        assertThat(map(ann, "clubs.name").get("clubs")).isEqualTo(List.of(Map.of("name", "c2")));
        assertThat(count(Skill.class)).isEqualTo(3);
        assertThat(count(PersonSkill.class)).isEqualTo(2);
        people().update(
                        ann.id,
                        Map.of(
                                "skills",
                                add(Map.of("name", "go"), Map.of("name", "chess"))
                                        .remove(Map.of("name", "judo")),
                                "clubs",
                                add(Map.of("name", "c1"))));
        assertThat(map(ann, "skills.name").get("skills"))
                .asList()
                .containsExactlyInAnyOrder(Map.of("name", "go"), Map.of("name", "chess"));
        assertThat(map(ann, "clubs.name").get("clubs")).asList().hasSize(2);
        Club club = rows(Club.class).select(Map.of("name", "c1")).one();
        rows(Club.class).update(club.id, Map.of("members", remove(Map.of("id", ann.id))));
        assertThat(map(ann, "clubs.name").get("clubs")).isEqualTo(List.of(Map.of("name", "c2")));
    }

    @Test
    void update_embeddableAndValues_areChangedInPart() {
        Person ann = ann("home", Map.of("city", "Wien", "street", "Ring"), "nicknames", List.of("a", "b"));
        Person changed =
                people().update(ann.id, Map.of("home", Map.of("street", "Gasse"), "nicknames", add("c").remove("a")));
        assertThat(changed.home.city).isEqualTo("Wien");
        assertThat(changed.home.street).isEqualTo("Gasse");
        assertThat(changed.nicknames).containsExactlyInAnyOrder("b", "c");
        assertThat(changed.version).isGreaterThan(ann.version);
        assertThat(people().update(ann.id, EasyMap.of("nicknames", List.of("z"))).nicknames)
                .containsExactly("z");
    }

    @Test
    void update_version_saysWhichStateIsMeant() {
        Person ann = ann();
        people().update(ann.id, Map.of("name", "Anna", "version", ann.version));
        assertThatThrownBy(() -> people().update(ann.id, Map.of("name", "x", "version", ann.version)))
                .isInstanceOfSatisfying(ConcurrentChangeException.class, failure -> assertThat(failure.isRetryable())
                        .isFalse());
    }

    @Test
    void nestedMaps_linkMergeOrRefuse() {
        rows(Car.class).insertMap(Map.of("plate", "1", "colour", "red"));
        Map<String, Object> map = Map.of("name", "Ann", "cars", List.of(Map.of("plate", "1", "colour", "blue")));
        assertThatThrownBy(() -> people().insertMap(map))
                .hasMessage("EM-1318 Person.insertMap: 'cars[0].colour' differs from the Car that is linked by its key."
                        + " Leave it out, or ask for MERGE, which writes it into the row.");
        assertThatThrownBy(() -> people().insertMap(map, NestedMaps.CREATE_ONLY))
                .hasMessage(
                        "EM-1333 Person.insertMap: 'cars[0]' has the key of a Car that is there already, and CREATE_ONLY"
                                + " asks for a new row. Give another key, or link with LINK.");
        assertThat(count(Person.class)).isZero();
        Person ann = people().insertMap(map, NestedMaps.MERGE);
        assertThat(ann.cars.get(0).colour).isEqualTo("blue");
        assertThat(count(Car.class)).isOne();
        assertThatThrownBy(
                        () -> people().update(ann.id, Map.of("cars", List.of(Map.of("plate", "1", "colour", "red")))))
                .hasMessageStartingWith("EM-1318 Person.update: 'cars[0].colour'");
        people().update(ann.id, Map.of("cars", List.of(Map.of("plate", "1", "colour", "red"))), NestedMaps.MERGE);
        assertThat(rows(Car.class).select().one().colour).isEqualTo("red");
        assertThatThrownBy(() -> people().insertMap(
                                Map.of(
                                        "name",
                                        "x",
                                        "cars",
                                        List.of(
                                                Map.of("plate", "1", "colour", "red"),
                                                Map.of("plate", "1", "colour", "blue"))),
                                NestedMaps.MERGE))
                .hasMessageStartingWith("EM-1338 Person.insertMap: 'cars[1].colour' differs from 'cars[0].colour'");
    }

    @Test
    void problems_ofUpdates_areToldAllAtOnceWithoutAStatement() {
        Person ann = ann();
        world.tap().reset();
        assertThatThrownBy(() -> people().update(
                                ann.id,
                                EasyMap.of(
                                        "tasks", List.of(Map.of("titel", "x"), Map.of("title", "t".repeat(21))),
                                        "home", Map.of("city", 5),
                                        "passport", Map.of("number", List.of()),
                                        "skills", remove(Map.of("name", 3)),
                                        "cars", 7)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1311 Person.update: 'cars' takes a collection of maps of Car")
                .hasMessageContaining("'home.city' takes String")
                .hasMessageContaining("'passport.number' takes String")
                .hasMessageContaining("'skills[0].name' takes String")
                .hasMessageContaining("EM-1304 Person.update: there is no attribute 'tasks[0].titel'")
                .hasMessageContaining("EM-1307 Person.update: 'tasks[0].title' is required")
                .hasMessageContaining("EM-1332 Person.update: 'tasks[1].title' takes a text of at most 20 characters");
        assertThat(world.tap().statements()).isEmpty();
    }

    @Test
    void statements_areFew() {
        Person ann = ann("home", Map.of("city", "Wien"));
        world.tap().reset();
        people().withRetry(org.easymodel.Retry.times(2))
                .update(ann.id, Map.of("name", "Anna", "home", Map.of("street", "Ring")));
        assertThat(world.tap().statements().stream().filter(sql -> !sql.startsWith("SELECT")))
                .hasSize(1);
    }
}
