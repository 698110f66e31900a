package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.References;
import org.easymodel.query.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of rows whose keys have several parts, in conditions; the parts are not in the order of the alphabet. */
@ParameterizedClass
@EnumSource(Database.class)
class CompositeListTest {

    /** The key of a cell. */
    public static class CellKey implements Serializable {
        private static final long serialVersionUID = 1L;
        public Integer x;
        public Integer a;

        @Override
        public boolean equals(Object other) {
            return other instanceof CellKey key && Objects.equals(key.x, x) && Objects.equals(key.a, a);
        }

        @Override
        public int hashCode() {
            return Objects.hash(x, a);
        }
    }

    @Entity(name = "Cell")
    @IdClass(CellKey.class)
    public static class Cell {
        @Id
        Integer x;

        @Id
        Integer a;

        @Transient
        List<Pin> pins;

        Cell() {}

        Cell(int x, int a) {
            this.x = x;
            this.a = a;
        }
    }

    /** Its relationship is inferred. */
    @Entity(name = "Pin")
    public static class Pin {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @References(Cell.class)
        Integer cellX;

        @References(Cell.class)
        Integer cellA;

        @Transient
        Cell cell;
    }

    /** Its relationship is declared. */
    @Entity(name = "Nail")
    public static class Nail {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @ManyToOne
        @JoinColumns({
            @JoinColumn(name = "CELL_X", referencedColumnName = "X"),
            @JoinColumn(name = "CELL_A", referencedColumnName = "A")
        })
        Cell cell;
    }

    /** The key of a box: of two types. */
    @Embeddable
    public static class BoxKey implements Serializable {
        private static final long serialVersionUID = 1L;
        String room;
        Integer number;

        BoxKey() {}

        BoxKey(String room, int number) {
            this.room = room;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BoxKey key && Objects.equals(key.room, room) && Objects.equals(key.number, number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, number);
        }
    }

    @Entity(name = "Box")
    public static class Box {
        @EmbeddedId
        BoxKey key;

        Box() {}

        Box(String room, int number) {
            key = new BoxKey(room, number);
        }
    }

    @Entity(name = "Toy")
    public static class Toy {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @ManyToOne
        Box box;
    }

    @TempDir
    Path directory;

    @Parameter
    private Database database;

    private SmallUnit unit;
    private BlockingRepository<Pin> pins;
    private Cell c12;
    private Cell c21;
    private Cell c11;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(directory, database, Cell.class, Pin.class, Nail.class, Box.class, BoxKey.class, Toy.class);
        BlockingRepository<Cell> cells = unit.easy.blocking(Cell.class);
        c12 = cells.insert(new Cell(1, 2));
        c21 = cells.insert(new Cell(2, 1));
        c11 = cells.insert(new Cell(1, 1));
        pins = unit.easy.blocking(Pin.class);
        pins.insertMap(Map.of("name", "p12", "cell", c12));
        pins.insertMap(Map.of("name", "p11", "cell", c11));
        pins.insertMap(Map.of("name", "none"));
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private Set<String> names(Condition condition) {
        return pins.select().where(condition).list().stream()
                .map(pin -> pin.name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void in_rowsOfAnInferredRelationship_areThose() {
        assertThat(names(attribute("cell").in(c12))).containsExactly("p12");
        assertThat(names(attribute("cell").in(c21))).isEmpty();
        assertThat(names(attribute("cell").in(c12, c21, c11))).containsExactly("p11", "p12");
        assertThat(names(attribute("cell").in(Arrays.asList(c12, null)))).containsExactly("none", "p12");
        assertThat(names(attribute("cell").notIn(c12))).containsExactly("p11");
        assertThat(names(not(attribute("cell").in(c12)))).containsExactly("none", "p11");
        assertThat(names(not(attribute("cell").notIn(c12)))).containsExactly("none", "p12");
        assertThat(names(not(attribute("cell").notIn(c21, c11)))).containsExactly("none", "p11");
        assertThat(pins.count(Map.of("cell", List.of(c12, c21)))).isEqualTo(1);
        assertThat(pins.updateWhere(attribute("cell").in(c21), Map.of("name", "wrong")))
                .isZero();
        assertThat(pins.deleteWhere(attribute("cell").in(c21))).isZero();
        assertThat(pins.deleteWhere(attribute("cell").in(c12, c21))).isEqualTo(1);
        assertThat(pins.count()).isEqualTo(2);
    }

    @Test
    void in_rowsOfADeclaredRelationship_areThose() {
        BlockingRepository<Nail> nails = unit.easy.blocking(Nail.class);
        nails.insertMap(Map.of("name", "n12", "cell", c12));
        nails.insertMap(Map.of("name", "none"));
        assertThat(nails.count(attribute("cell").in(c12))).isEqualTo(1);
        assertThat(nails.count(attribute("cell").in(c21, c11))).isZero();
        assertThat(nails.count(attribute("cell").notIn(c21))).isEqualTo(1);
        assertThat(nails.count(not(attribute("cell").in(c21)))).isEqualTo(2);
    }

    @Test
    void in_rowsOverAToMany_areThose() {
        Pin pin = pins.first(Map.of("name", "p12")).orElseThrow();
        BlockingRepository<Cell> cells = unit.easy.blocking(Cell.class);
        assertThat(cells.all(attribute("pins").in(pin))).hasSize(1);
        assertThat(pins.count(attribute("cell.pins.cell").in(c12))).isEqualTo(1);
        assertThat(pins.count(attribute("cell.pins.cell").in(c21))).isZero();
    }

    @Test
    void in_rowsWithAKeyOfTwoTypes_areThose() {
        BlockingRepository<Box> boxes = unit.easy.blocking(Box.class);
        BlockingRepository<Toy> toys = unit.easy.blocking(Toy.class);
        // A statement of Derby becomes one method of at most 64 KB.
        int many = database == Database.DERBY ? 300 : 1500;
        List<Box> all = boxes.insertAll(IntStream.range(0, many)
                .mapToObj(i -> new Box(i % 2 == 0 ? "left" : "right", i))
                .toList());
        toys.insertMap(Map.of("name", "ball", "box", all.get(0)));
        toys.insertMap(Map.of("name", "bear", "box", all.get(many - 1)));
        toys.insertMap(Map.of("name", "lost"));
        assertThat(toys.count(attribute("box").in(all.subList(0, 3)))).isEqualTo(1);
        assertThat(toys.count(attribute("box").in(all))).isEqualTo(2);
        assertThat(toys.count(attribute("box").notIn(all.subList(1, many)))).isEqualTo(1);
        assertThat(toys.count(not(attribute("box").in(all)))).isEqualTo(1);
    }

    @Test
    void in_aRowWithoutAWholeKey_isRefused() {
        Cell half = new Cell();
        half.x = 1;
        assertThatThrownBy(() -> pins.count(attribute("cell").in(half))).isInstanceOf(InvalidRequestException.class);
    }
}
