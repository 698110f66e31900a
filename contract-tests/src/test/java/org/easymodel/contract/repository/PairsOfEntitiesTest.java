package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Persistence;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities given to a verb that hold others in collections of their own, kept in tables of pairs. */
@ParameterizedClass
@EnumSource(Database.class)
class PairsOfEntitiesTest {

    @Entity(name = "Word")
    public static class Word implements Comparable<Word> {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(unique = true)
        private String name;

        public Word() {}

        Word(String name) {
            this.name = name;
        }

        @Override
        public int compareTo(Word other) {
            return name.compareTo(other.name);
        }
    }

    /** Has a version. */
    @Entity(name = "Shelf")
    public static class Shelf {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Column(unique = true)
        private String title;

        @Version
        private int version;

        @ManyToMany
        @OrderBy("name")
        private List<Word> words = new ArrayList<>();

        @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(name = "SHELF_PAGE")
        private List<Word> pages = new ArrayList<>();
    }

    /** Has none, and a key of its own. */
    @Entity(name = "Crate")
    public static class Crate {

        @Id
        private UUID id = UUID.randomUUID();

        private String title;

        @ManyToMany
        @OrderBy("name")
        private Set<Word> words = new TreeSet<>();
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy) {}

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    @Parameter
    private Database database;

    @TempDir
    private static Path directory;

    private BlockingRepository<Shelf> shelves;
    private BlockingRepository<Crate> crates;
    private Word old;
    private Word other;

    private static World open(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("pairs"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory factory = UnitPath.of(
                        directory.resolve(database.name()),
                        UnitXml.of("pairs", List.of(Word.class, Shelf.class, Crate.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("pairs", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        return new World(factory, EasyRepositories.on(factory));
    }

    @BeforeEach
    void empty() {
        World world = OPEN.computeIfAbsent(database, PairsOfEntitiesTest::open);
        shelves = world.easy().blocking(Shelf.class);
        crates = world.easy().blocking(Crate.class);
        shelves.deleteEverything();
        crates.deleteEverything();
        BlockingRepository<Word> words = world.easy().blocking(Word.class);
        words.deleteEverything();
        old = words.insertMap(Map.of("name", "old"));
        other = words.insertMap(Map.of("name", "other"));
    }

    private static Shelf shelf(String title, Word... words) {
        Shelf shelf = new Shelf();
        shelf.title = title;
        shelf.words.addAll(List.of(words));
        return shelf;
    }

    private List<String> words(Shelf shelf) {
        return shelves.find(shelf.id, "words").orElseThrow().words.stream()
                .map(word -> word.name)
                .toList();
    }

    private List<String> pages(Shelf shelf) {
        return shelves.find(shelf.id, "pages").orElseThrow().pages.stream()
                .map(word -> word.name)
                .sorted()
                .toList();
    }

    @Test
    void insert_thatHoldsRowsAndNewOnes_pairsEachOnce() {
        Shelf inserted = shelves.insert(shelf("one", old, new Word("new"), other));
        assertThat(words(inserted)).containsExactly("new", "old", "other");
        assertThat(shelves.insertAll(List.of(shelf("two", old), shelf("three", old, other))).stream()
                        .map(this::words))
                .containsExactly(List.of("old"), List.of("old", "other"));
        assertThat(words(shelves.save(shelf("four", other)))).containsExactly("other");

        Shelf paged = shelf("five");
        paged.pages.add(old);
        paged.pages.add(new Word("page"));
        assertThat(pages(shelves.insert(paged))).containsExactly("old", "page");

        Crate crate = new Crate();
        crate.words.add(old);
        crate.words.add(new Word("crated"));
        assertThat(crates.insert(crate).id).isEqualTo(crate.id);
        assertThat(crates.find(crate.id, "words").orElseThrow().words)
                .extracting(word -> word.name)
                .containsExactlyInAnyOrder("crated", "old");
    }

    @Test
    void insert_thatHoldsARowTwice_pairsItOnce() {
        Word again = new Word();
        again.id = old.id;
        assertThat(words(shelves.insert(shelf("one", old, again, old)))).containsExactly("old");
    }

    @Test
    void insert_thatFails_leavesTheGivenAsItWas() {
        shelves.insert(shelf("one"));
        Shelf given = shelf("one", old);
        List<Word> list = given.words;
        assertThatThrownBy(() -> shelves.insert(given)).isInstanceOf(ConstraintViolatedException.class);
        assertThat(given.id).isNull();
        assertThat(given.words).isSameAs(list).containsExactly(old);
    }

    @Test
    void insert_withAnUnmodifiableCollection_takesIt() {
        Shelf given = shelf("one");
        given.words = List.of(old);
        assertThat(words(shelves.insert(given))).containsExactly("old");
    }

    @Test
    void save_afterAddingAndRemoving_writesThePairsAndOneVersion() {
        Shelf shelf = shelves.insert(shelf("one", old));
        Shelf read = shelves.find(shelf.id, "words").orElseThrow();
        int before = read.version;
        read.words.add(other);
        read.words.add(new Word("new"));
        Shelf saved = shelves.save(read);
        assertThat(saved.version).isEqualTo(before + 1);
        assertThat(words(saved)).containsExactly("new", "old", "other");

        Shelf again = shelves.find(shelf.id, "words").orElseThrow();
        again.title = "two";
        again.words = new ArrayList<>(List.of(other));
        assertThat(words(shelves.save(again))).containsExactly("other");
        assertThat(shelves.find(shelf.id).orElseThrow().title).isEqualTo("two");

        Shelf paged = shelves.find(shelf.id, "pages").orElseThrow();
        paged.pages.add(new Word("page"));
        paged.pages.add(old);
        assertThat(pages(shelves.save(paged))).containsExactly("old", "page");

        assertThatThrownBy(() -> shelves.save(read)).isInstanceOf(ConcurrentChangeException.class);
        assertThat(words(saved)).containsExactly("other");
    }

    @Test
    void save_withoutVersion_writesThePairs() {
        Crate crate = new Crate();
        crate.words.add(old);
        crates.insert(crate);
        Crate read = crates.find(crate.id, "words").orElseThrow();
        read.words.add(other);
        read.words.add(new Word("new"));
        crates.save(read);
        assertThat(crates.find(crate.id, "words").orElseThrow().words)
                .extracting(word -> word.name)
                .containsExactlyInAnyOrder("new", "old", "other");
    }
}
