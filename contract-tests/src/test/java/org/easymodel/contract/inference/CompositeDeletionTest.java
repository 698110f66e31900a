package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.easymodel.query.Conditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deletions that reach further rows over keys of several attributes. */
@ParameterizedClass
@EnumSource(Database.class)
class CompositeDeletionTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    // An IdClass: lines of orders, with parts that go, notes that stay, and claims that refuse.

    public static class LineId implements Serializable {

        private static final long serialVersionUID = 1L;

        public Long orderNo;
        public Integer lineNo;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && id.orderNo.equals(orderNo) && id.lineNo.equals(lineNo);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderNo, lineNo);
        }
    }

    @Entity(name = "Trade")
    public static class Trade {

        @Id
        Long no;

        @Transient
        List<Line> lines;
    }

    @Entity(name = "Line")
    @IdClass(LineId.class)
    public static class Line {

        @Id
        @References(value = Trade.class, attribute = "trade", onDelete = OnDelete.CASCADE)
        Long orderNo;

        @Id
        Integer lineNo;

        String article;

        @Version
        Long version;

        @Transient
        Trade trade;

        @Transient
        List<Piece> pieces;
    }

    @Entity(name = "Piece")
    public static class Piece {

        @Id
        @GeneratedValue
        Long id;

        @References(value = Line.class, onDelete = OnDelete.CASCADE)
        Long orderNo;

        @References(Line.class)
        Integer lineNo;

        String name;

        @Transient
        List<Screw> screws;
    }

    @Entity(name = "Screw")
    public static class Screw {

        @Id
        @GeneratedValue
        Long id;

        @References(value = Piece.class, onDelete = OnDelete.CASCADE)
        Long pieceId;
    }

    @Entity(name = "Memo")
    public static class Memo {

        @Id
        @GeneratedValue
        Long id;

        @References(value = Line.class, onDelete = OnDelete.SET_NULL)
        Long orderNo;

        @References(Line.class)
        Integer lineNo;
    }

    @Entity(name = "Claim")
    public static class Claim {

        @Id
        @GeneratedValue
        Long id;

        @References(Line.class)
        Long orderNo;

        @References(Line.class)
        Integer lineNo;

        @Transient
        Line line;
    }

    private SmallUnit trade() {
        return SmallUnit.of(
                directory, database, Trade.class, Line.class, Piece.class, Screw.class, Memo.class, Claim.class);
    }

    /** Orders with lines, each with two pieces of one screw, and a memo. */
    private static void fill(SmallUnit unit, int orders, int lines) {
        List<Map<String, Object>> lineMaps = new ArrayList<>();
        List<Map<String, Object>> pieces = new ArrayList<>();
        List<Map<String, Object>> memos = new ArrayList<>();
        for (long order = 1; order <= orders; order++) {
            for (int line = 1; line <= lines; line++) {
                lineMaps.add(Map.of("orderNo", order, "lineNo", line, "article", "a" + line));
                memos.add(Map.of("orderNo", order, "lineNo", line));
                for (String name : List.of("left", "right")) {
                    pieces.add(Map.of("orderNo", order, "lineNo", line, "name", name, "screws", List.of(Map.of())));
                }
            }
        }
        unit.easy
                .blocking(Trade.class)
                .insertMaps(IntStream.rangeClosed(1, orders)
                        .mapToObj(no -> Map.<String, Object>of("no", (long) no))
                        .toList());
        unit.easy.blocking(Line.class).insertMaps(lineMaps);
        unit.easy.blocking(Piece.class).insertMaps(pieces);
        unit.easy.blocking(Memo.class).insertMaps(memos);
    }

    private static Map<String, Long> counts(SmallUnit unit) {
        Map<String, Long> counts = new HashMap<>();
        for (Class<?> each : List.of(Trade.class, Line.class, Piece.class, Screw.class, Memo.class)) {
            counts.put(each.getSimpleName(), unit.easy.blocking(each).select().count());
        }
        return counts;
    }

    @Test
    void rowsOfAnIdClass_goWithTheirPartsInAsManyStatementsForManyAsForFew() {
        List<Integer> sent = new ArrayList<>();
        for (int orders : List.of(2, 20)) {
            try (SmallUnit unit = trade()) {
                fill(unit, orders, 5);
                unit.tap.reset();
                assertThat(unit.easy.blocking(Line.class).deleteWhere(Map.of("article", List.of("a1", "a2"))))
                        .isEqualTo(orders * 2);
                sent.add(unit.tap.statements().size());
                long left = orders * 3L;
                assertThat(counts(unit))
                        .isEqualTo(Map.of(
                                "Trade", (long) orders,
                                "Line", left,
                                "Piece", left * 2,
                                "Screw", left * 2,
                                "Memo", orders * 5L));
                assertThat(unit.easy
                                .blocking(Memo.class)
                                .select(Conditions.attribute("line").isNull())
                                .count())
                        .isEqualTo(orders * 2);
            }
        }
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
    }

    @Test
    void cascade_passesThroughARowOfAnIdClass() {
        List<Integer> sent = new ArrayList<>();
        for (int orders : List.of(2, 20)) {
            try (SmallUnit unit = trade()) {
                fill(unit, orders, 5);
                unit.tap.reset();
                assertThat(unit.easy
                                .blocking(Trade.class)
                                .deleteWhere(Conditions.attribute("no").greaterThan(1)))
                        .isEqualTo(orders - 1);
                sent.add(unit.tap.statements().size());
                assertThat(counts(unit))
                        .isEqualTo(Map.of("Trade", 1L, "Line", 5L, "Piece", 10L, "Screw", 10L, "Memo", orders * 5L));
            }
        }
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
    }

    @Test
    void rowsThatRefuse_areCounted_andNothingGoes() {
        try (SmallUnit unit = trade()) {
            fill(unit, 2, 3);
            for (int lineNo : List.of(1, 3)) {
                unit.easy.blocking(Claim.class).insertMap(Map.of("orderNo", 2L, "lineNo", lineNo));
            }
            Map<String, Long> before = counts(unit);
            assertThatThrownBy(() -> unit.easy.blocking(Trade.class).deleteById(2L))
                    .isInstanceOf(ConstraintViolatedException.class)
                    .hasMessageContaining("2 rows of Claim (lineNo, orderNo) lead to what");
            assertThat(counts(unit)).isEqualTo(before);
            assertThat(unit.easy.blocking(Trade.class).deleteById(1L)).isTrue();
            assertThat(counts(unit)).isEqualTo(Map.of("Trade", 1L, "Line", 3L, "Piece", 6L, "Screw", 6L, "Memo", 6L));
        }
    }

    @Test
    void conditionOverRelationships_selectsTheRowsBeforeAnythingGoes() {
        try (SmallUnit unit = trade()) {
            fill(unit, 3, 2);
            assertThat(unit.easy
                            .blocking(Line.class)
                            .deleteWhere(
                                    Map.of("trade", Map.of("no", List.of(1L, 2L)), "pieces", Map.of("name", "left"))))
                    .isEqualTo(4);
            assertThat(counts(unit)).containsEntry("Line", 2L).containsEntry("Piece", 4L);
            assertThat(unit.easy
                            .blocking(Line.class)
                            .updateWhere(Map.of("pieces", Map.of("name", "right")), Map.of("article", "new")))
                    .isEqualTo(2);
            assertThat(unit.easy.blocking(Claim.class).deleteWhere(Map.of("line", Map.of("trade", Map.of("no", 3L)))))
                    .isZero();
        }
    }

    @Test
    void manyRows_goInSeveralStatements() {
        try (SmallUnit unit = trade()) {
            fill(unit, 400, 1);
            List<Map<String, Object>> diagonal = new ArrayList<>();
            for (long order = 1; order <= 400; order++) {
                diagonal.add(Map.of("orderNo", order, "lineNo", (int) order + 10, "article", "diagonal"));
            }
            unit.easy.blocking(Line.class).insertMaps(diagonal);
            unit.easy
                    .blocking(Piece.class)
                    .insertMaps(diagonal.stream()
                            .map(line -> Map.<String, Object>of(
                                    "orderNo", line.get("orderNo"), "lineNo", line.get("lineNo"), "name", "x"))
                            .toList());
            unit.tap.reset();
            assertThat(unit.easy.blocking(Line.class).deleteWhere(Map.of("article", "diagonal")))
                    .isEqualTo(400);
            assertThat(unit.tap.statements().size()).isLessThan(20);
            assertThat(counts(unit)).containsEntry("Line", 400L).containsEntry("Piece", 800L);
            assertThat(unit.easy.blocking(Trade.class).deleteEverything()).isEqualTo(400);
            assertThat(counts(unit)).containsEntry("Line", 0L).containsEntry("Screw", 0L);
        }
    }

    @Test
    void anEntityOfACompositeKey_isDeletedIfItIsAsItWasRead() {
        try (SmallUnit unit = trade()) {
            fill(unit, 1, 3);
            BlockingRepository<Line> lines = unit.easy.blocking(Line.class);
            Line stale = lines.select(Map.of("lineNo", 1)).one();
            lines.updateWhere(Map.of("lineNo", 1), Map.of("article", "other"));
            assertThatThrownBy(() -> lines.delete(stale)).isInstanceOf(ConcurrentChangeException.class);
            assertThat(lines.delete(lines.select(Map.of("lineNo", 2)).one())).isTrue();
            assertThat(lines.delete(lines.select(Map.of("lineNo", 1)).one())).isTrue();
            assertThat(lines.delete(stale)).isFalse();
            LineId last = new LineId();
            last.orderNo = 1L;
            last.lineNo = 3;
            assertThat(lines.deleteById(last)).isTrue();
            assertThat(counts(unit)).containsEntry("Line", 0L).containsEntry("Piece", 0L);
        }
    }

    // An EmbeddedId that refers to its own kind, and declared relationships.

    @Embeddable
    public static class Spot implements Serializable {

        private static final long serialVersionUID = 1L;

        String room;
        Integer number;

        protected Spot() {}

        Spot(String room, Integer number) {
            this.room = room;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Spot key && key.room.equals(room) && key.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, number);
        }
    }

    @Entity(name = "Box")
    public static class Box {

        @EmbeddedId
        Spot spot;

        @References(value = Box.class, attribute = "outer", inverse = "inner", onDelete = OnDelete.CASCADE)
        String outerRoom;

        @References(Box.class)
        Integer outerNumber;

        @OneToMany(mappedBy = "box", cascade = CascadeType.ALL)
        List<Thing> things;

        @Transient
        List<Box> inner;
    }

    @Entity(name = "Thing")
    public static class Thing {

        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "boxroom", referencedColumnName = "room")
        @JoinColumn(name = "boxnumber", referencedColumnName = "number")
        Box box;

        @References(value = Box.class, attribute = "spare", inverse = "spares", onDelete = OnDelete.SET_NULL)
        String spareRoom;

        @References(Box.class)
        Integer spareNumber;
    }

    @Test
    void treeOfAnEmbeddedId_goesFromTheLeaves() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Box.class, Thing.class)) {
            BlockingRepository<Box> boxes = unit.easy.blocking(Box.class);
            for (int number = 1; number <= 6; number++) {
                Map<String, Object> box = new HashMap<>();
                box.put("spot", Map.of("room", "a", "number", number));
                if (number > 1) {
                    box.put("outerRoom", "a");
                    box.put("outerNumber", number / 2);
                }
                boxes.insertMap(box);
            }
            for (long id = 1; id <= 6; id++) {
                unit.easy
                        .blocking(Thing.class)
                        .insertMap(Map.of(
                                "id",
                                id,
                                "box",
                                Map.of("spot", Map.of("room", "a", "number", (int) id)),
                                "spareRoom",
                                "a",
                                "spareNumber",
                                (int) (7 - id)));
            }
            assertThat(boxes.deleteById(new Spot("a", 2))).isTrue();
            assertThat(boxes.select().orderBy("spot.number").list())
                    .extracting(box -> box.spot.number)
                    .containsExactly(1, 3, 6);
            assertThat(unit.easy.blocking(Thing.class).select().orderBy("id").list())
                    .extracting(thing -> thing.id)
                    .containsExactly(1L, 3L, 6L);
            assertThat(unit.easy.blocking(Thing.class).select().orderBy("id").list())
                    .extracting(thing -> thing.spareNumber)
                    .containsExactly(6, null, 1);
            assertThat(boxes.deleteEverything()).isEqualTo(3);
            assertThat(unit.easy.blocking(Thing.class).select().count()).isZero();
        }
    }
}
