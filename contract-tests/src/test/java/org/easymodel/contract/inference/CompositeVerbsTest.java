package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.Ensured;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verb on rows whose key has several parts: of an IdClass, of an EmbeddedId, and of relationships. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class CompositeVerbsTest {

    @Entity(name = "Deal")
    public static class Deal {
        @Id
        Long id;

        String title;

        @Transient
        List<DealLine> dealLines;
    }

    /** The key of a line. */
    public static class LineId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long dealId;
        public Integer number;

        public LineId() {}

        LineId(long dealId, int number) {
            this.dealId = dealId;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && Objects.equals(id.dealId, dealId) && Objects.equals(id.number, number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(dealId, number);
        }
    }

    @Entity(name = "DealLine")
    @IdClass(LineId.class)
    public static class DealLine {
        @Id
        @References(Deal.class)
        Long dealId;

        @Id
        Integer number;

        String article;

        @Column(name = "QTY")
        int quantity;

        @Version
        int version;

        @Transient
        Deal deal;
    }

    @Entity(name = "Room")
    public static class Room {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    /** The key of a rack. */
    @Embeddable
    public static class RackKey implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "ZONE_NAME")
        String zone;

        @Column(name = "RACK_NO")
        Integer number;

        protected RackKey() {}

        RackKey(String zone, int number) {
            this.zone = zone;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RackKey key && Objects.equals(key.zone, zone) && Objects.equals(key.number, number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(zone, number);
        }
    }

    @Entity(name = "Rack")
    public static class Rack {
        @EmbeddedId
        RackKey key;

        String label;
        int load;

        @ManyToOne
        Room room;
    }

    @Entity(name = "Crate")
    public static class Crate {
        @Id
        @GeneratedValue
        Long id;

        String content;

        @ManyToOne
        Rack rack;
    }

    /** The key of a visit: of its guest and its day. */
    public static class VisitId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long guest;
        public Integer day;

        public VisitId() {}

        VisitId(long guest, int day) {
            this.guest = guest;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof VisitId id && Objects.equals(id.guest, guest) && Objects.equals(id.day, day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(guest, day);
        }
    }

    @Entity(name = "Guest")
    public static class Guest {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Visit")
    @IdClass(VisitId.class)
    public static class Visit {
        @Id
        @ManyToOne
        Guest guest;

        @Id
        @Column(name = "DAY_NO")
        Integer day;

        String remark;
    }

    /** As many as there are guests. */
    @Entity(name = "Badge")
    public static class Badge {
        @Id
        @OneToOne
        Guest guest;

        String colour;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(
                directory,
                database,
                Deal.class,
                DealLine.class,
                Room.class,
                RackKey.class,
                Rack.class,
                Crate.class,
                Guest.class,
                Visit.class,
                Badge.class);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return unit.easy.blocking(type);
    }

    private static DealLine line(long deal, int number, String article) {
        DealLine line = new DealLine();
        line.dealId = deal;
        line.number = number;
        line.article = article;
        return line;
    }

    private static Rack rack(String zone, int number, String label) {
        Rack rack = new Rack();
        rack.key = new RackKey(zone, number);
        rack.label = label;
        return rack;
    }

    private void deals() {
        for (long id = 1; id <= 2; id++) {
            rows(Deal.class).insertMap(Map.of("id", id, "title", "deal" + id));
            rows(DealLine.class)
                    .insertAll(List.of(line(id, 1, "tea" + id), line(id, 2, "cup" + id), line(id, 3, "jug" + id)));
        }
    }

    private void racks() {
        for (String zone : List.of("A", "B")) {
            Room room = rows(Room.class).insertMap(Map.of("name", "room" + zone));
            List<Rack> racks = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                Rack rack = rack(zone, number, zone + number);
                rack.room = room;
                racks.add(rack);
            }
            rows(Rack.class).insertAll(racks);
        }
    }

    private void visits() {
        for (long id = 1; id <= 2; id++) {
            rows(Guest.class).insertMap(Map.of("id", id, "name", "guest" + id));
            for (int day = 1; day <= 2; day++) {
                rows(Visit.class).insertMap(Map.of("guest", Map.of("id", id), "day", day, "remark", "r" + id + day));
            }
        }
    }

    @Test
    void insertAll_readsManyKeysAtOnce() {
        rows(Deal.class).insertMap(Map.of("id", 1, "title", "deal"));
        rows(Deal.class).insertMap(Map.of("id", 2, "title", "deal"));
        List<Integer> statements = new ArrayList<>();
        for (int count : List.of(20, 200)) {
            List<DealLine> lines = IntStream.range(0, count)
                    .mapToObj(i -> line(1 + i % 2, count * 10 + i, "a" + i))
                    .toList();
            unit.tap.reset();
            List<DealLine> inserted = rows(DealLine.class).insertAll(lines);
            statements.add((int) unit.tap.statements().stream()
                    .filter(sql -> sql.startsWith("SELECT"))
                    .count());
            assertThat(inserted)
                    .extracting(each -> each.article)
                    .containsExactlyElementsOf(
                            lines.stream().map(each -> each.article).toList());
        }
        assertThat(statements.get(1)).isEqualTo(statements.get(0)).isLessThan(8);
    }

    @Test
    void idClass_inEveryForm() {
        deals();
        var lines = rows(DealLine.class);
        for (Object id : List.of(
                new LineId(1, 2),
                Map.of("dealId", 1, "number", 2),
                Map.of("deal", Map.of("id", 1), "number", 2L),
                Map.of("deal", 1, "number", 2),
                Map.of("deal", rows(Deal.class).find(1L).orElseThrow(), "number", 2))) {
            assertThat(lines.find(id).orElseThrow().article).isEqualTo("cup1");
            assertThat(lines.update(id, Map.of("quantity", 5)).quantity).isEqualTo(5);
        }
        assertThat(lines.deleteById(Map.of("dealId", 1, "number", 2))).isTrue();
        assertThat(lines.deleteById(new LineId(1, 2))).isFalse();
        assertThat(lines.deleteById(new LineId(1, 3))).isTrue();
        assertThat(lines.count()).isEqualTo(4);
    }

    @Test
    void embeddedId_inEveryForm() {
        racks();
        var racks = rows(Rack.class);
        for (Object id : List.of(
                new RackKey("A", 2),
                Map.of("key", new RackKey("A", 2)),
                Map.of("key", Map.of("zone", "A", "number", 2)),
                Map.of("key.zone", "A", "key.number", 2),
                Map.of("zone", "A", "number", 2L))) {
            assertThat(racks.find(id).orElseThrow().label).startsWith("A2");
            assertThat(racks.update(id, Map.of("label", "A2+")).label).isEqualTo("A2+");
        }
        assertThat(racks.deleteById(Map.of("zone", "A", "number", 2))).isTrue();
        assertThat(racks.deleteById(new RackKey("A", 1))).isTrue();
        assertThat(racks.count()).isEqualTo(4);
    }

    @Test
    void keyOfARelationship_inEveryForm() {
        visits();
        var visits = rows(Visit.class);
        for (Object id : List.of(
                new VisitId(1, 2),
                Map.of("guest", 1, "day", 2),
                Map.of("guest", Map.of("id", 1), "day", 2),
                Map.of("guest.id", 1, "day", 2),
                Map.of("guest", rows(Guest.class).find(1L).orElseThrow(), "day", 2))) {
            assertThat(visits.find(id).orElseThrow().remark).startsWith("r12");
            assertThat(visits.update(id, Map.of("remark", "r12+")).remark).isEqualTo("r12+");
        }
        Visit visit = visits.find(new VisitId(2, 1)).orElseThrow();
        assertThat(visits.refresh(visit).remark).isEqualTo("r21");
        visit.remark = "saved";
        assertThat(visits.save(visit).remark).isEqualTo("saved");
        assertThat(visits.updateEach(List.of(
                        Map.of("guest", 1, "day", 1, "remark", "x"),
                        Map.of("guest", Map.of("id", 2), "day", 2, "remark", "y"))))
                .isEqualTo(2);
        assertThat(visits.select().orderBy("guest.id", "day").list())
                .extracting(each -> each.remark)
                .containsExactly("x", "r12+", "saved", "y");
        assertThat(visits.updateWhere(Map.of("guest", Map.of("name", "guest2")), Map.of("remark", "z")))
                .isEqualTo(2);
        Ensured<Visit> there = visits.updateOrCreate(Map.of("guest", Map.of("id", 1), "day", 1), Map.of("remark", "u"));
        assertThat(there.created()).isFalse();
        assertThat(there.entity().remark).isEqualTo("u");
        Ensured<Visit> made = visits.getOrCreate(Map.of("guest", Map.of("id", 1), "day", 7), Map.of("remark", "new"));
        assertThat(made.created()).isTrue();
        assertThat(visits.deleteById(new VisitId(1, 7))).isTrue();
        assertThat(visits.delete(visits.find(new VisitId(1, 1)).orElseThrow())).isTrue();
        assertThat(visits.deleteWhere(Map.of("guest", Map.of("name", "guest2"))))
                .isEqualTo(2);
        assertThat(visits.count()).isEqualTo(1);
    }

    @Test
    void keyThatIsARelationship_isTheKeyAtItsEnd() {
        Guest guest = rows(Guest.class).insertMap(Map.of("id", 1, "name", "Ann"));
        var badges = rows(Badge.class);
        badges.insertMap(Map.of("guest", Map.of("id", 1), "colour", "red"));

        assertThat(badges.find(1L).orElseThrow().colour).isEqualTo("red");
        assertThat(badges.update(1L, Map.of("colour", "blue")).colour).isEqualTo("blue");
        Badge badge = badges.find(Map.of("guest", guest)).orElseThrow();
        badge.colour = "green";
        assertThat(badges.save(badge).colour).isEqualTo("green");
        assertThat(badges.deleteById(1L)).isTrue();
        assertThat(badges.exists()).isFalse();
    }

    @Test
    void save_insertsWhatHasNoRow_andWritesWhatHasOne() {
        deals();
        racks();
        var lines = rows(DealLine.class);
        DealLine saved = lines.save(line(2, 9, "new"));
        assertThat(saved.article).isEqualTo("new");
        saved.article = "newer";
        assertThat(lines.save(saved).article).isEqualTo("newer");
        assertThatThrownBy(() -> lines.save(saved)).isInstanceOf(ConcurrentChangeException.class);
        assertThat(lines.count()).isEqualTo(7);
        DealLine moved = lines.find(new LineId(2, 9)).orElseThrow();
        moved.deal = rows(Deal.class).find(1L).orElseThrow();
        assertThatThrownBy(() -> lines.save(moved))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1322")
                .hasMessageContaining("'deal'");
        assertThat(lines.find(new LineId(2, 9)).orElseThrow().article).isEqualTo("newer");

        var racks = rows(Rack.class);
        Rack rack = racks.save(rack("C", 1, "C1"));
        rack.label = "C1+";
        assertThat(racks.save(rack).label).isEqualTo("C1+");
        assertThat(racks.count()).isEqualTo(7);
    }

    @Test
    void updateEach_changesEachRowByItsKey() {
        deals();
        racks();
        assertThat(rows(DealLine.class)
                        .updateEach(List.of(
                                Map.of("dealId", 1, "number", 1, "article", "x"),
                                Map.of("deal", Map.of("id", 2), "number", 3, "quantity", 7))))
                .isEqualTo(2);
        assertThat(rows(DealLine.class).find(new LineId(1, 1)).orElseThrow().article)
                .isEqualTo("x");
        assertThat(rows(DealLine.class).find(new LineId(2, 3)).orElseThrow().quantity)
                .isEqualTo(7);
        assertThat(rows(Rack.class)
                        .updateEach(List.of(
                                Map.of("key", new RackKey("A", 1), "label", "x"),
                                Map.of("key", Map.of("zone", "B", "number", 2), "load", 3))))
                .isEqualTo(2);
        assertThat(rows(Rack.class).find(new RackKey("A", 1)).orElseThrow().label)
                .isEqualTo("x");
        assertThat(rows(Rack.class).find(new RackKey("B", 2)).orElseThrow().load)
                .isEqualTo(3);
    }

    @Test
    void updateEach_refusals_changeNothing() {
        deals();
        var lines = rows(DealLine.class);
        assertThatThrownBy(() -> lines.updateEach(List.of(Map.of("dealId", 1, "article", "x"))))
                .hasMessage(
                        "EM-2251 DealLine.updateEach: '[0]': the key of DealLine has no number. Give all parts of the key.");
        assertThatThrownBy(() -> lines.updateEach(List.of(
                        Map.of("dealId", 1, "number", 1, "article", "x"),
                        Map.of("dealId", 1L, "number", 1, "article", "y"))))
                .hasMessageContaining("EM-2027");
        assertThatThrownBy(() -> lines.updateEach(List.of(
                        Map.of("dealId", 1, "number", 1, "article", "x"),
                        Map.of("dealId", 1, "number", 99, "article", "y"))))
                .isInstanceOf(RowNotFoundException.class);
        assertThatThrownBy(() -> lines.updateEach(
                        List.of(Map.of("dealId", 1, "deal", Map.of("id", 2), "number", 1, "article", "x"))))
                .hasMessageContaining("EM-2253");
        assertThat(lines.count(Map.of("article", "x"))).isZero();
    }

    @Test
    void updateEach_readsManyKeysAtOnce() {
        rows(Deal.class).insertMap(Map.of("id", 1, "title", "deal"));
        rows(DealLine.class)
                .insertAll(
                        IntStream.range(0, 200).mapToObj(i -> line(1, i, "a")).toList());
        List<Map<String, Object>> changes = IntStream.range(0, 200)
                .mapToObj(i -> Map.<String, Object>of("dealId", 1, "number", i, "article", "b" + i))
                .toList();
        unit.tap.reset();
        assertThat(rows(DealLine.class).updateEach(changes)).isEqualTo(200);
        assertThat(unit.tap.statements())
                .filteredOn(sql -> sql.startsWith("SELECT"))
                .hasSize(1);
        assertThat(rows(DealLine.class).count(Map.of("article", "b*"))).isEqualTo(200);
    }

    @Test
    void ensuring_underTheWholeKey() {
        deals();
        racks();
        var lines = rows(DealLine.class);
        Ensured<DealLine> changed = lines.updateOrCreate(Map.of("dealId", 1, "number", 1), Map.of("article", "x"));
        assertThat(changed.created()).isFalse();
        assertThat(changed.entity().article).isEqualTo("x");
        assertThat(lines.updateOrCreate(Map.of("deal", Map.of("id", 1), "number", 50), Map.of("article", "y"))
                        .created())
                .isTrue();
        assertThat(lines.getOrCreate(Map.of("dealId", 1, "number", 50), Map.of("article", "z"))
                        .entity()
                        .article)
                .isEqualTo("y");
        assertThatThrownBy(() -> lines.getOrCreate(Map.of("number", 50), Map.of()))
                .hasMessageContaining("EM-2244");

        var racks = rows(Rack.class);
        assertThat(racks.getOrCreate(Map.of("key", new RackKey("A", 1)), Map.of("label", "no"))
                        .entity()
                        .label)
                .isEqualTo("A1");
        assertThat(racks.updateOrCreate(Map.of("key", Map.of("zone", "A", "number", 1)), Map.of("label", "yes"))
                        .entity()
                        .label)
                .isEqualTo("yes");
        assertThat(racks.updateOrCreate(Map.of("key.zone", "Z", "key.number", 1), Map.of("label", "made"))
                        .created())
                .isTrue();
        assertThat(racks.find(new RackKey("Z", 1)).orElseThrow().label).isEqualTo("made");
        racks.transaction(tx ->
                tx.repository(Rack.class).getOrCreate(Map.of("key", new RackKey("Z", 2)), Map.of("label", "inside")));
        racks.transaction(tx -> tx.repository(Rack.class)
                .updateOrCreate(Map.of("key", new RackKey("Z", 2)), Map.of("label", "within")));
        assertThat(racks.find(new RackKey("Z", 2)).orElseThrow().label).isEqualTo("within");
    }

    @Test
    void rows_overToOneRelationships_areChangedAndDeleted() {
        deals();
        racks();
        assertThat(rows(DealLine.class).updateWhere(Map.of("deal.title", "deal1"), Map.of("quantity", increment(2))))
                .isEqualTo(3);
        assertThat(rows(Rack.class).updateWhere(Map.of("room", Map.of("name", "roomB")), Map.of("load", 4)))
                .isEqualTo(3);
        assertThat(rows(Rack.class)
                        .updateWhere(
                                attribute("room.name")
                                        .equalTo("roomB")
                                        .and(attribute("key.number").greaterThan(1)),
                                Map.of(
                                        "room",
                                        Map.of(
                                                "id",
                                                rows(Room.class)
                                                        .first(Map.of("name", "roomA"))
                                                        .orElseThrow()
                                                        .id))))
                .isEqualTo(2);
        assertThat(rows(Rack.class).deleteWhere(Map.of("room.name", "roomA"))).isEqualTo(5);
        assertThat(rows(DealLine.class).deleteWhere(Map.of("deal", Map.of("title", "deal1"))))
                .isEqualTo(3);
        assertThat(rows(DealLine.class).count(Map.of("quantity", 0))).isEqualTo(3);
        assertThat(rows(Rack.class).select().one().load).isEqualTo(4);
    }

    @Test
    void delete_ofManyById() {
        racks();
        List<Rack> racks = rows(Rack.class).all();
        for (Rack rack : racks) {
            assertThat(rows(Rack.class).delete(rack)).isTrue();
        }
        assertThat(rows(Rack.class).exists()).isFalse();
    }

    @Test
    void wrongKeys_areRefusedWithTheirParts() {
        var racks = rows(Rack.class);
        var lines = rows(DealLine.class);
        unit.tap.reset();
        assertThatThrownBy(() -> racks.find(Map.of("zone", "A")))
                .hasMessage("EM-2251 Rack.find: the key of Rack has no key.number. Give all parts of the key.");
        assertThatThrownBy(() -> racks.find(Map.of("zone", "A", "nr", 1)))
                .hasMessageContaining("EM-2250 Rack.find: 'nr' is no part of the key of Rack, which has");
        assertThatThrownBy(() -> racks.deleteById(Map.of("zone", "A", "number", "one")))
                .hasMessageContaining("EM-2252 Rack.deleteById: 'key.number' is a part of the key");
        assertThatThrownBy(() -> racks.update(Map.of("key", "A1"), Map.of("label", "x")))
                .hasMessageContaining("EM-2252");
        assertThatThrownBy(() -> lines.find(EasyMap.of("dealId", null, "number", 1)))
                .hasMessageContaining("EM-2252 DealLine.find: 'dealId' is null");
        assertThatThrownBy(() -> lines.find(Map.of("deal", "x", "number", 1))).hasMessageContaining("EM-2252");
        assertThatThrownBy(() -> lines.find(1L)).hasMessageContaining("EM-1265");
        assertThatThrownBy(() -> lines.find(Map.of())).hasMessageContaining("EM-2251");
        assertThat(unit.tap.statements()).isEmpty();
    }

    @Test
    void keyAmongTheChanges_mustBeTheRowsOwn() {
        deals();
        racks();
        var lines = rows(DealLine.class);
        assertThat(lines.update(new LineId(1, 1), Map.of("dealId", 1, "number", 1, "article", "own")).article)
                .isEqualTo("own");
        assertThatThrownBy(() -> lines.update(new LineId(1, 1), Map.of("number", 8)))
                .hasMessageContaining("EM-1322");
        assertThatThrownBy(() -> lines.update(new LineId(1, 1), Map.of("deal", Map.of("id", 2))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(rows(Rack.class)
                        .update(new RackKey("A", 1), Map.of("key", new RackKey("A", 1), "label", "own"))
                        .label)
                .isEqualTo("own");
        assertThatThrownBy(() -> rows(Rack.class).update(new RackKey("A", 1), Map.of("key", new RackKey("A", 9))))
                .hasMessageContaining("EM-1322");
    }

    @Test
    void insert_linksWhatHasARowUnderTheKey() {
        racks();
        Crate crate = new Crate();
        crate.content = "salt";
        crate.rack = rack("A", 1, "A1");
        crate.rack.room = rows(Rack.class).find(new RackKey("A", 1)).orElseThrow().room;

        assertThat(rows(Crate.class).insert(crate).rack.label).isEqualTo("A1");
        crate = new Crate();
        crate.rack = rack("N", 1, "N1");
        assertThat(rows(Crate.class).insert(crate).rack.label).isEqualTo("N1");
        assertThat(rows(Crate.class)
                        .insertMap(Map.of("rack", Map.of("key", Map.of("zone", "N", "number", 1))))
                        .rack
                        .label)
                .isEqualTo("N1");
        assertThat(rows(Rack.class).count()).isEqualTo(7);
        assertThat(rows(Crate.class).updateWhere(Map.of("rack.label", "N1"), Map.of("content", "x")))
                .isEqualTo(2);
        assertThat(rows(Crate.class).count(attribute("rack").equalTo(crate.rack)))
                .isEqualTo(2);
    }
}
