package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Persistence;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows come to the relationships of a row and leave them, whatever keeps these. */
@ParameterizedClass
@EnumSource(Database.class)
class RelatedTest {

    @Entity(name = "Member")
    public static class Member {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Version
        private int version;

        @Column(nullable = false)
        private String name;

        @OneToMany(mappedBy = "owner", orphanRemoval = true)
        private List<Bike> bikes = new ArrayList<>();

        @OneToMany(mappedBy = "keeper")
        private List<Horse> horses = new ArrayList<>();

        @OneToMany
        private List<Note> notes = new ArrayList<>();

        @ManyToMany
        private Set<Club> clubs = new HashSet<>();

        @ManyToMany
        private Set<Room> rooms = new HashSet<>();

        public Member() {}

        Member(String name) {
            this.name = name;
        }
    }

    @Entity(name = "Bike")
    public static class Bike {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String frame;

        @ManyToOne
        private Member owner;
    }

    @Entity(name = "Horse")
    public static class Horse {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String name;

        @ManyToOne
        private Member keeper;
    }

    @Entity(name = "Note")
    public static class Note {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String text;
    }

    @Entity(name = "Club")
    public static class Club {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(unique = true)
        private String name;

        @ManyToMany(mappedBy = "clubs")
        private Set<Member> members = new HashSet<>();
    }

    @Embeddable
    public static class RoomKey {

        private int floor;

        private int door;

        public RoomKey() {}

        RoomKey(int floor, int door) {
            this.floor = floor;
            this.door = door;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RoomKey key && key.floor == floor && key.door == door;
        }

        @Override
        public int hashCode() {
            return Objects.hash(floor, door);
        }
    }

    @Entity(name = "Room")
    public static class Room {

        @EmbeddedId
        private RoomKey key;

        private String colour;
    }

    /** Nothing moves when its clubs change. */
    @Entity(name = "Choir")
    public static class Choir {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String name;

        @ManyToMany
        private List<Club> clubs = new ArrayList<>();
    }

    /** Goes when its member leaves it out. */
    @Entity(name = "Task")
    public static class Task extends EasyModel {

        @Column(nullable = false, length = 20)
        private String title;

        @References(value = Member.class, orphanRemoval = true)
        @Column(nullable = false)
        private Long memberId;
    }

    /** Stays without a member. */
    @Entity(name = "Pet")
    public static class Pet extends EasyModel {

        private String name;

        @References(value = Member.class, onDelete = OnDelete.SET_NULL)
        private Long memberId;
    }

    /** Is not left alone. */
    @Entity(name = "Loan")
    public static class Loan extends EasyModel {

        @Column(unique = true)
        private String code;

        @References(Member.class)
        private Long memberId;
    }

    /** Cannot be alone. */
    @Entity(name = "Visit")
    public static class Visit extends EasyModel {

        @References(Member.class)
        @Column(nullable = false)
        private Long memberId;
    }

    /** The application gives its key. */
    @Entity(name = "Badge")
    public static class Badge {

        @Id
        private UUID id;

        @References(Member.class)
        private Long memberId;
    }

    @Entity(name = "Skill")
    public static class Skill extends EasyModel {

        @Column(unique = true)
        private String name;

        public Skill() {}

        Skill(String name) {
            this.name = name;
        }
    }

    @Entity(name = "MemberSkill")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"MEMBERID", "SKILLID"}))
    public static class MemberSkill extends EasyModel {

        @References(Member.class)
        private Long memberId;

        @References(Skill.class)
        private Long skillId;
    }

    @Entity(name = "Project")
    public static class Project extends EasyModel {

        @Column(unique = true)
        private String title;
    }

    @Link
    @Entity(name = "Role")
    @Table(name = "PROJECT_ROLE", uniqueConstraints = @UniqueConstraint(columnNames = {"MEMBERID", "PROJECTID"}))
    public static class Role extends EasyModel {

        @References(Member.class)
        private Long memberId;

        @References(Project.class)
        private Long projectId;

        @Column(nullable = false)
        private String title;

        private Integer hours;
    }

    /** A repository of the application. */
    public interface Members extends BlockingRepository<Member> {

        default long enrol(Object member, String club) {
            return addRelated(member, "clubs", Map.of("name", club));
        }
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy, SqlTap tap) {}

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    private static final List<Class<?>> ENTITIES = List.of(
            Role.class,
            Project.class,
            MemberSkill.class,
            Skill.class,
            Badge.class,
            Visit.class,
            Loan.class,
            Pet.class,
            Task.class,
            Bike.class,
            Horse.class);

    @Parameter
    private Database database;

    @TempDir
    private static Path directory;

    private World world;

    private static World open(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("related"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        List<Class<?>> classes = new ArrayList<>(ENTITIES);
        classes.addAll(List.of(Member.class, Choir.class, Note.class, Club.class, Room.class, RoomKey.class));
        EntityManagerFactory factory = UnitPath.of(directory.resolve(database.name()), UnitXml.of("related", classes))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("related", properties);
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
            world = OPEN.computeIfAbsent(database, RelatedTest::open);
        }
        try (var em = world.factory().createEntityManager()) {
            em.getTransaction().begin();
            ENTITIES.forEach(entity -> em.createQuery("delete from " + entity.getSimpleName() + " e")
                    .executeUpdate());
            List.of(Member.class, Choir.class, Note.class, Club.class, Room.class)
                    .forEach(entity -> {
                        em.createQuery("select e from " + entity.getSimpleName() + " e", entity)
                                .getResultList()
                                .forEach(em::remove);
                        em.flush();
                    });
            em.getTransaction().commit();
        }
        world.tap().reset();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return world.easy().blocking(type);
    }

    private BlockingRepository<Member> members() {
        return rows(Member.class);
    }

    private long count(Class<?> type) {
        return rows(type).count();
    }

    private Member ann() {
        return members().insert(new Member("Ann"));
    }

    private Skill skill(String name) {
        return rows(Skill.class).insert(new Skill(name));
    }

    /** One attribute of the related rows, sorted. */
    private List<String> related(Member member, String path, String attribute) {
        Map<String, Object> map =
                members().toMap(members().find(member.id, path).orElseThrow(), path + "." + attribute);
        return ((List<?>) map.get(path))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get(attribute)))
                        .sorted()
                        .toList();
    }

    @Test
    void addRelated_link_takesKeysEntitiesAndMaps_andAddsOnce() {
        Member ann = ann();
        Skill go = skill("go");
        Skill chess = skill("chess");
        assertThat(members().addRelated(ann, "skills", go, chess.getId(), Map.of("name", "judo"), new Skill("ski")))
                .isEqualTo(4);
        assertThat(related(ann, "skills", "name")).containsExactly("chess", "go", "judo", "ski");
        assertThat(members().addRelated(ann.id, "skills", List.of(go, chess), Map.of("name", "go")))
                .isZero();
        assertThat(members().addRelated(ann, "skills")).isZero();
        assertThat(count(MemberSkill.class)).isEqualTo(4);
        assertThat(rows(Skill.class).addRelated(go, "members", ann, members().insert(new Member("Bob"))))
                .as("from the other end")
                .isOne();
        assertThat(count(Skill.class)).isEqualTo(4);
    }

    @Test
    void removeRelated_link_deletesItsRows_andSetRelatedTheDifference() {
        Member ann = ann();
        Member bob = members().insert(new Member("Bob"));
        Skill go = skill("go");
        Skill chess = skill("chess");
        Skill judo = skill("judo");
        members().addRelated(ann, "skills", go, chess);
        members().addRelated(bob, "skills", go, chess);
        assertThat(members().removeRelated(ann, "skills", go.getId(), judo, Map.of("name", "none")))
                .isOne();
        assertThat(members().removeRelated(ann, "skills", go)).isZero();
        assertThat(related(bob, "skills", "name")).containsExactly("chess", "go");
        world.tap().reset();
        assertThat(members().setRelated(ann, "skills", chess, judo)).isOne();
        assertThat(world.tap().statements())
                .filteredOn(sql -> !sql.startsWith("SELECT"))
                .hasSize(1)
                .allMatch(sql -> sql.startsWith("INSERT INTO MEMBERSKILL"));
        assertThat(members().setRelated(ann, "skills", Set.of(judo.getId(), go.getId())))
                .isEqualTo(2);
        assertThat(related(ann, "skills", "name")).containsExactly("go", "judo");
        assertThat(members().setRelated(ann, "skills")).isEqualTo(2);
        assertThat(count(MemberSkill.class)).isEqualTo(2);
        assertThat(count(Skill.class)).isEqualTo(3);
    }

    @Test
    void addRelated_linkWithValues_writesThemOnce() {
        Member ann = ann();
        Project apollo = rows(Project.class).insertMap(Map.of("title", "Apollo"));
        assertThatThrownBy(() -> members().addRelated(ann, "projects", apollo))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-1320 Member.addRelated: 'projects[0]' is linked by a Role, which also requires title."
                        + " Insert the Role itself, through its to-many relationship.");
        assertThat(members().addRelated(ann, "projects", apollo, Map.of("title", "pilot", "hours", 7)))
                .isOne();
        assertThat(members().addRelated(ann, "projects", apollo.getId(), Map.of("title", "pilot")))
                .isZero();
        assertThatThrownBy(() -> members().addRelated(ann, "projects", apollo, Map.of("title", "cook")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("EM-1318 Member.addRelated: 'roles[0].title' differs from the Role");
        assertThat(members().addRelated(ann, "projects", Map.of("title", "Gemini"), Map.of("title", "cook")))
                .isOne();
        assertThat(members().addRelated(ann, "projects", apollo))
                .as("a link that is there needs nothing")
                .isZero();
        assertThat(rows(Role.class).select().orderBy("title").list())
                .extracting(role -> role.title + role.hours)
                .containsExactly("cooknull", "pilot7");
        assertThat(members().setRelated(ann, "projects", apollo)).isOne();
        assertThat(related(ann, "projects", "title")).containsExactly("Apollo");
    }

    @Test
    void values_ofALink_areRefusedWhereTheyDoNotFit() {
        Member ann = ann();
        Skill go = skill("go");
        Project apollo = rows(Project.class).insertMap(Map.of("title", "Apollo"));
        world.tap().reset();
        assertThatThrownBy(() -> members().addRelated(ann, "projects", apollo, Map.of("memberId", 7)))
                .hasMessage(
                        "EM-2215 Member.addRelated: 'memberId' of Role leads to one of the two rows that are linked."
                                + " Leave it out.");
        assertThatThrownBy(() -> members().addRelated(ann, "projects", apollo, EasyMap.of("hours", "x", "no", 1)))
                .hasMessageContaining("'roles[0].hours' takes")
                .hasMessageContaining("there is no attribute 'roles[0].no'");
        assertThatThrownBy(() -> members().addRelated(ann, "skills", go, Map.of("hours", 7)))
                .as("a link without values of its own: one more target")
                .hasMessageContaining("there is no attribute 'skills[1].hours'");
        assertThat(world.tap().statements()).isEmpty();
    }

    @Test
    void addRelated_foreignKey_movesRows() {
        Member ann = ann();
        Member bob = members().insert(new Member("Bob"));
        Pet rex = rows(Pet.class).insertMap(Map.of("name", "Rex"));
        assertThat(members().addRelated(ann, "pets", rex, Map.of("name", "Tom")))
                .isEqualTo(2);
        assertThat(members().addRelated(ann, "pets", rex.getId())).isZero();
        assertThat(members().addRelated(bob, "pets", rex)).isOne();
        assertThat(related(ann, "pets", "name")).containsExactly("Tom");
        assertThat(related(bob, "pets", "name")).containsExactly("Rex");
        UUID id = UUID.randomUUID();
        assertThat(members().addRelated(ann, "badges", Map.of("id", id))).isOne();
        assertThat(members().addRelated(bob, "badges", id)).isOne();
        assertThat(rows(Badge.class).select().one().memberId).isEqualTo(bob.id);
    }

    @Test
    void removeRelated_foreignKey_followsTheRelationship() {
        Member ann = ann();
        Member bob = members().insert(new Member("Bob"));
        members().addRelated(ann, "pets", Map.of("name", "Rex"));
        members().addRelated(ann, "tasks", List.of(Map.of("title", "a"), Map.of("title", "b")));
        members().addRelated(ann, "loans", List.of(Map.of("code", "a"), Map.of("code", "b")));
        members().addRelated(ann, "visits", Map.of());
        Object pet = rows(Pet.class).select().one().getId();
        Object task = rows(Task.class).select(Map.of("title", "a")).one().getId();
        Visit visit = rows(Visit.class).select().one();
        assertThat(members().removeRelated(bob, "pets", pet)).as("not there").isZero();
        assertThat(members().removeRelated(ann, "pets", pet)).isOne();
        assertThat(rows(Pet.class).select().one().memberId).isNull();
        assertThat(members().removeRelated(ann, "tasks", task)).isOne();
        assertThat(count(Task.class)).isOne();
        assertThat(members().removeRelated(ann, "loans", Map.of("code", "a"))).isOne();
        assertThat(related(ann, "loans", "code")).containsExactly("b");
        assertThat(count(Loan.class)).isEqualTo(2);
        assertThatThrownBy(() -> members().removeRelated(ann, "visits", visit))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1337 Member.removeRelated: 'visits' takes out 1 row of Visit, which cannot be without it."
                                + " Delete or move them, or declare orphanRemoval.");
        assertThatThrownBy(() -> members().setRelated(ann, "loans", Map.of("code", "a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("EM-1336 Member.setRelated: 'loans' leaves out 1 row of Loan (member)");
        assertThat(members().setRelated(ann, "tasks", List.of())).isOne();
        assertThat(count(Task.class)).isZero();
    }

    @Test
    void declaredRelationships_comeAndGo() {
        Member ann = ann();
        assertThat(members().addRelated(ann, "bikes", List.of(Map.of("frame", "a"), Map.of("frame", "b"))))
                .isEqualTo(2);
        assertThat(members().addRelated(ann, "horses", List.of(Map.of("name", "h"), Map.of("name", "i"))))
                .isEqualTo(2);
        assertThat(members().addRelated(ann, "notes", List.of(Map.of("text", "n"), Map.of("text", "o"))))
                .isEqualTo(2);
        assertThat(members().addRelated(ann, "clubs", List.of(Map.of("name", "c"), Map.of("name", "d"))))
                .isEqualTo(2);
        Bike bike = rows(Bike.class).select(Map.of("frame", "a")).one();
        Horse horse = rows(Horse.class).select(Map.of("name", "h")).one();
        Note note = rows(Note.class).select(Map.of("text", "n")).one();
        Club club = rows(Club.class).select(Map.of("name", "c")).one();
        assertThat(members().addRelated(ann, "bikes", bike)).isZero();
        assertThat(members().addRelated(ann, "horses", horse.id)).isZero();
        assertThat(members().addRelated(ann, "notes", note)).isZero();
        assertThat(members().addRelated(ann, "clubs", club)).isZero();
        assertThat(members().removeRelated(ann, "bikes", bike)).isOne();
        assertThat(members().removeRelated(ann, "horses", horse)).isOne();
        assertThat(members().removeRelated(ann, "notes", note.id)).isOne();
        assertThat(members().removeRelated(ann, "clubs", Map.of("name", "c"))).isOne();
        assertThat(members().removeRelated(ann, "clubs", club)).isZero();
        assertThat(related(ann, "bikes", "frame")).containsExactly("b");
        assertThat(related(ann, "horses", "name")).containsExactly("i");
        assertThat(related(ann, "notes", "text")).containsExactly("o");
        assertThat(related(ann, "clubs", "name")).containsExactly("d");
        assertThat(count(Bike.class)).as("an orphan").isOne();
        assertThat(count(Horse.class) + count(Note.class) + count(Club.class)).isEqualTo(6);
        assertThat(rows(Club.class).addRelated(club, "members", ann)).isOne();
        assertThat(related(ann, "clubs", "name")).containsExactly("c", "d");
        assertThat(rows(Club.class).setRelated(club, "members")).isOne();
        assertThat(members().setRelated(ann, "clubs", club, Map.of("name", "e")))
                .isEqualTo(3);
        assertThat(related(ann, "clubs", "name")).containsExactly("c", "e");
        assertThat(members().setRelated(ann, "notes", note)).isEqualTo(2);
        assertThat(related(ann, "notes", "text")).containsExactly("n");
    }

    @Test
    void compositeKeys_areGivenAsObjects() {
        Member ann = ann();
        for (int door = 1; door <= 3; door++) {
            rows(Room.class).insertMap(Map.of("key", Map.of("floor", 1, "door", door), "colour", "c" + door));
        }
        assertThat(members().addRelated(ann, "rooms", new RoomKey(1, 1), new RoomKey(1, 2)))
                .isEqualTo(2);
        Room third = rows(Room.class).find(new RoomKey(1, 3)).orElseThrow();
        assertThat(members().addRelated(ann, "rooms", third, new RoomKey(1, 1))).isOne();
        assertThat(members().removeRelated(ann, "rooms", new RoomKey(1, 2))).isOne();
        assertThat(related(ann, "rooms", "colour")).containsExactly("c1", "c3");
        assertThatThrownBy(() -> members().addRelated(ann, "rooms", new RoomKey(9, 9)))
                .hasMessageStartingWith(
                        "EM-1316 Member.addRelated: 'rooms[0]' gives the key of a Room that has no row");
    }

    @Test
    void whatIsWrong_isRefused() {
        Member ann = ann();
        Skill go = skill("go");
        world.tap().reset();
        assertThatThrownBy(() -> members().addRelated(ann, "skils", go))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "EM-2210 Member.addRelated: there is no to-many relationship 'skils'. Member has badges, bikes,")
                .hasMessageEndingWith("Did you mean 'skills'?");
        assertThatThrownBy(() -> rows(Bike.class).addRelated(1, "owner", ann))
                .hasMessage("EM-2211 Bike.addRelated: 'owner' leads to one row. Set it with update(...).");
        assertThatThrownBy(() -> members().setRelated(ann, "skills", go, null))
                .hasMessage("EM-2212 Member.setRelated: 'skills[1]' is null. Leave it out.");
        assertThatThrownBy(() -> members().removeRelated(null, "skills", go))
                .hasMessage("EM-2213 Member.removeRelated: no Member is given."
                        + " Give an entity that has a row, or the key of one.");
        assertThatThrownBy(() -> members().addRelated(new Member("new"), "skills", go))
                .hasMessageStartingWith("EM-2030 Member.addRelated: the given Member has no key");
        assertThatThrownBy(() -> members().addRelated(ann, "skills", "go"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-2216 Member.addRelated: 'skills[0]' is of type String."
                        + " Give a key of Skill, an entity, or a map of its values.");
        assertThatThrownBy(() -> members().addRelated(ann, "skills", ann))
                .hasMessageStartingWith("EM-1310 Member.addRelated: 'skills[0]' takes a map of values of Skill");
        assertThatThrownBy(() -> members().removeRelated(ann, "skills", new Skill("x")))
                .hasMessageStartingWith("EM-1312 Member.removeRelated: 'skills[0]' is an entity without a key");
        assertThatThrownBy(() -> members().removeRelated(ann, "pets", Map.of("name", "Rex")))
                .hasMessageStartingWith("EM-1335");
        assertThatThrownBy(() ->
                        members().addRelated(ann, "tasks", List.of(Map.of("title", 5), Map.of("titel", "x"), Map.of())))
                .hasMessageContaining("'tasks[0].title' takes String")
                .hasMessageContaining("there is no attribute 'tasks[1].titel'")
                .hasMessageContaining("'tasks[2].title' is required");
        assertThat(world.tap().statements()).isEmpty();
        assertThatThrownBy(() -> members().addRelated(-1, "skills", go)).isInstanceOf(RowNotFoundException.class);
        assertThatThrownBy(() -> members().addRelated(ann, "skills", go, -7, Map.of("name", "new")))
                .hasMessageStartingWith("EM-1316 Member.addRelated: 'skills[1]'");
        assertThatThrownBy(() -> members().addRelated(ann, "badges", UUID.randomUUID()))
                .hasMessageStartingWith("EM-1316 Member.addRelated: 'badges[0]'");
        assertThat(count(Skill.class) + count(Badge.class)).isOne();
        assertThat(members().removeRelated(ann, "badges", UUID.randomUUID())).isZero();
    }

    @Test
    void bothViews_transactionsAndInterfaces_haveThem() throws Exception {
        Member ann = ann();
        EasyRepository<Member> easy = world.easy().repository(Member.class);
        List<Object> several = new ArrayList<>(List.of(new HashMap<>(Map.of("name", "a")), Map.of("name", "b")));
        CompletionStage<Long> stage = easy.addRelated(ann, "skills", several);
        several.clear();
        assertThat(stage.toCompletableFuture().join()).isEqualTo(2);
        assertThat(easy.setRelated(ann, "skills", Map.of("name", "b"), Map.of("name", "c"))
                        .toCompletableFuture()
                        .join())
                .as("two maps are values only where a map of values is asked for")
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        easy.addRelated(ann, "skils").toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(InvalidRequestException.class);
        Members typed = world.easy().typed(Members.class);
        assertThat(typed.enrol(ann, "c")).isOne();
        assertThat(typed.enrol(ann.id, "c")).isZero();
        assertThatThrownBy(() -> members().transaction(tx -> {
                    tx.repository(Member.class).addRelated(ann, "clubs", Map.of("name", "d"));
                    tx.repository(Member.class).removeRelated(ann, "skills", Map.of("name", "b"));
                    assertThat(tx.repository(Member.class).find(ann.id, "clubs").orElseThrow().clubs)
                            .hasSize(2);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(related(ann, "clubs", "name")).containsExactly("c");
        assertThat(related(ann, "skills", "name")).containsExactly("b", "c");
        easy.transaction(tx -> tx.repository(Member.class)
                        .addRelated(ann, "clubs", Map.of("name", "d"))
                        .thenCompose(n -> tx.repository(Member.class).setRelated(ann, "skills")))
                .toCompletableFuture()
                .join();
        assertThat(related(ann, "clubs", "name")).containsExactly("c", "d");
        assertThat(count(MemberSkill.class)).isZero();
    }

    private int selects(Supplier<Long> work, long expected) {
        world.tap().reset();
        assertThat(work.get()).isEqualTo(expected);
        return (int) world.tap().statements().stream()
                .filter(sql -> sql.startsWith("SELECT"))
                .count();
    }

    @Test
    void statements_areAsManyForOneRowAsForHundred() {
        for (String path : List.of("skills", "pets", "bikes", "horses", "notes", "clubs", "tasks")) {
            Class<?> type = Map.<String, Class<?>>of(
                            "skills", Skill.class,
                            "pets", Pet.class,
                            "bikes", Bike.class,
                            "horses", Horse.class,
                            "notes", Note.class,
                            "clubs", Club.class,
                            "tasks", Task.class)
                    .get(path);
            Member home = ann();
            List<Integer> adding = new ArrayList<>();
            List<Integer> again = new ArrayList<>();
            List<Integer> removing = new ArrayList<>();
            for (int size : List.of(1, 100)) {
                Member ann = ann();
                Object[] ids = IntStream.range(0, size)
                        .mapToObj(i -> insert(type, path, home, size + "-" + i))
                        .toArray();
                adding.add(selects(() -> members().addRelated(ann, path, ids), size));
                again.add(selects(() -> members().addRelated(ann, path, ids), 0));
                removing.add(selects(() -> members().removeRelated(ann, path, ids), size));
            }
            assertThat(adding.get(1)).as(path + " add").isEqualTo(adding.get(0)).isLessThanOrEqualTo(3);
            assertThat(again.get(1))
                    .as(path + " add again")
                    .isEqualTo(again.get(0))
                    .isLessThanOrEqualTo(3);
            assertThat(removing.get(1))
                    .as(path + " remove")
                    .isEqualTo(removing.get(0))
                    .isLessThanOrEqualTo(4);
        }
    }

    private Object insert(Class<?> type, String path, Member home, String text) {
        Map<String, Object> values = new HashMap<>();
        values.put(Map.of("bikes", "frame", "notes", "text", "tasks", "title").getOrDefault(path, "name"), text);
        if (path.equals("tasks")) {
            values.put("memberId", home.id);
        }
        return id(rows(type).insertMap(values));
    }

    private Object id(Object row) {
        return world.factory().getPersistenceUnitUtil().getIdentifier(row);
    }

    @Test
    void twoAddsOfOnePair_atOnce_makeOneRow() throws Exception {
        for (int round = 0; round < 10; round++) {
            Member ann = ann();
            Skill go = skill("go" + round);
            Club club = rows(Club.class).insertMap(Map.of("name", "c" + round));
            Project apollo = rows(Project.class).insertMap(Map.of("title", "p" + round));
            Choir choir = rows(Choir.class).insertMap(Map.of("name", "choir" + round));
            for (Supplier<Long> add : Arrays.<Supplier<Long>>asList(
                    () -> members().addRelated(ann, "skills", go),
                    () -> members().addRelated(ann, "clubs", club),
                    () -> rows(Choir.class).addRelated(choir, "clubs", club),
                    () -> members().addRelated(ann, "projects", apollo, Map.of("title", "pilot")),
                    () -> members().addRelated(ann, "skills", Map.of("name", "new" + ann.id)))) {
                assertThat(atOnce(4, add)).isOne();
            }
            assertThat(related(ann, "skills", "name")).hasSize(2);
            assertThat(related(ann, "clubs", "name")).hasSize(1);
            assertThat(related(ann, "projects", "title")).hasSize(1);
        }
        assertThat(count(MemberSkill.class)).isEqualTo(20);
        assertThat(count(Role.class)).isEqualTo(10);
    }

    /** How many rows came, by several threads that begin together. */
    private static long atOnce(int threads, Supplier<Long> work) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(threads);
        List<Long> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                ready.countDown();
                try {
                    ready.await();
                    long came = work.get();
                    synchronized (results) {
                        results.add(came);
                    }
                } catch (Throwable e) {
                    synchronized (results) {
                        failures.add(e);
                    }
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        return results.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aRefusedRow_isATypedFailure_andNothingIsDone() {
        Member ann = ann();
        Skill go = skill("go");
        assertThatThrownBy(() -> members().addRelated(ann, "skills", new Skill("new"), new Skill("go")))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.UNIQUE);
                    assertThat(failure.entity()).isEqualTo("Skill");
                });
        assertThat(count(Skill.class)).isOne();
        assertThat(count(MemberSkill.class)).isZero();
        assertThat(go.getId()).isNotNull();
    }
}
