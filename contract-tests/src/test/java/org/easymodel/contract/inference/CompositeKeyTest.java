package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Persistence;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.repository.SqlTap;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.eclipse.persistence.jpa.JpaHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Relationships over keys of several attributes: of an IdClass, of an EmbeddedId, by annotation and by name. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class CompositeKeyTest {

    /** The key of a line. */
    public static class LineId implements Serializable {

        private static final long serialVersionUID = 1L;

        public Long purchaseId;
        public Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && id.purchaseId.equals(purchaseId) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(purchaseId, number);
        }
    }

    @Entity(name = "Purchase")
    public static class Purchase {

        @Id
        Long id;

        @Transient
        List<PurchaseLine> purchaseLines;
    }

    @Entity(name = "PurchaseLine")
    @IdClass(LineId.class)
    public static class PurchaseLine {

        @Id
        @References(Purchase.class)
        Long purchaseId;

        @Id
        Integer number;

        String article;

        @Transient
        Purchase purchase;

        @Transient
        List<Complaint> complaints;
    }

    @Entity(name = "Complaint")
    public static class Complaint {

        @Id
        @GeneratedValue
        Long id;

        Long purchaseId;
        Integer purchaseLineNumber;
        String text;

        @Transient
        PurchaseLine purchaseLine;
    }

    /** The key of a shelf. */
    @Embeddable
    public static class ShelfKey implements Serializable {

        private static final long serialVersionUID = 1L;

        String room;
        Integer number;

        protected ShelfKey() {}

        ShelfKey(String room, Integer number) {
            this.room = room;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ShelfKey key && key.room.equals(room) && key.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, number);
        }
    }

    @Entity(name = "Shelf")
    public static class Shelf {

        @EmbeddedId
        ShelfKey key;

        String label;

        @Transient
        List<Crate> crates;
    }

    @Entity(name = "Crate")
    public static class Crate {

        @Id
        Long id;

        @References(value = Shelf.class, onDelete = OnDelete.SET_NULL)
        String shelfRoom;

        @References(Shelf.class)
        Integer shelfNumber;

        String content;

        @Transient
        Shelf shelf;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private final SqlTap tap = new SqlTap();
    private EntityManagerFactory factory;
    private EasyRepositories easy;

    @BeforeEach
    void open() {
        Map<String, String> properties = new HashMap<>(database.properties("compositekeys" + UUID.randomUUID()));
        properties.put("eclipselink.ddl-generation", "drop-and-create-tables");
        factory = UnitPath.of(
                        directory,
                        UnitXml.of(
                                "compositekeys",
                                List.of(
                                        Purchase.class,
                                        PurchaseLine.class,
                                        Complaint.class,
                                        ShelfKey.class,
                                        Shelf.class,
                                        Crate.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("compositekeys", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        JpaHelper.getServerSession(factory).getEventManager().addListener(tap);
        easy = EasyRepositories.on(factory);
        for (long id = 1; id <= 2; id++) {
            easy.blocking(Purchase.class)
                    .insertMap(Map.of(
                            "id",
                            id,
                            "purchaseLines",
                            List.of(
                                    Map.of("number", 1, "article", "tea" + id),
                                    Map.of("number", 2, "article", "cup" + id))));
        }
        List.of(
                        EasyMap.of("purchaseId", 1L, "purchaseLineNumber", 2, "text", "broken"),
                        EasyMap.of("purchaseId", 2L, "purchaseLineNumber", 2, "text", "late"),
                        EasyMap.of("purchaseId", 1L, "purchaseLineNumber", null, "text", "rude"),
                        EasyMap.of("purchaseId", null, "purchaseLineNumber", null, "text", "vague"))
                .forEach(easy.blocking(Complaint.class)::insertMap);
        try (var em = factory.createEntityManager()) {
            em.getTransaction().begin();
            for (int number = 1; number <= 2; number++) {
                Shelf shelf = new Shelf();
                shelf.key = new ShelfKey("A", number);
                shelf.label = "A" + number;
                em.persist(shelf);
                for (long id = 1; id <= 2; id++) {
                    Crate crate = new Crate();
                    crate.id = number * 10 + id;
                    crate.shelfRoom = "A";
                    crate.shelfNumber = number;
                    crate.content = "c" + crate.id;
                    em.persist(crate);
                }
            }
            em.getTransaction().commit();
        }
    }

    @AfterEach
    void close() {
        easy.close();
        factory.close();
    }

    @Test
    void toOne_overAnIdClass_selectsAndLoads() {
        var complaints = easy.blocking(Complaint.class);

        assertThat(complaints
                        .select(Map.of("purchaseLine", Map.of("article", "cup1")))
                        .list())
                .extracting(complaint -> complaint.text)
                .containsExactly("broken");
        assertThat(complaints
                        .select(attribute("purchaseLine.number").equalTo(2))
                        .orderBy("-purchaseLine.article")
                        .list())
                .extracting(complaint -> complaint.purchaseLine.article)
                .containsExactly("cup2", "cup1");
        assertThat(complaints.select(EasyMap.of("purchaseLine", null)).list())
                .extracting(complaint -> complaint.text)
                .containsExactlyInAnyOrder("rude", "vague");
        assertThat(complaints
                        .select(Map.of("purchaseLine", Map.of("purchase", Map.of("id", 2L))))
                        .list())
                .extracting(complaint -> complaint.text)
                .containsExactly("late");
    }

    @Test
    void toMany_overAnIdClass_selectsAndLoads() {
        var lines = easy.blocking(PurchaseLine.class);

        assertThat(lines.select(Map.of("complaints", Map.of("text", "late"))).list())
                .extracting(line -> line.article)
                .containsExactly("cup2");
        tap.reset();
        List<Purchase> purchases = easy.blocking(Purchase.class)
                .select()
                .include("purchaseLines.complaints")
                .list();
        assertThat(tap.statements()).hasSize(3);
        assertThat(purchases)
                .flatExtracting(purchase -> purchase.purchaseLines)
                .flatExtracting(line -> line.complaints)
                .extracting(complaint -> complaint.text)
                .containsExactlyInAnyOrder("broken", "late");
    }

    @Test
    void row_thatALineIsReferredToBy_refusesItsDeletion() {
        assertThatThrownBy(() -> easy.blocking(PurchaseLine.class).deleteWhere(Map.of("purchaseId", 1L, "number", 2)))
                .hasMessageContaining("1 row of Complaint (purchaseLineNumber, purchaseId) leads to what");
        assertThat(easy.blocking(PurchaseLine.class).deleteWhere(Map.of("purchaseId", 1L, "number", 1)))
                .isEqualTo(1);
    }

    @Test
    void rowOfACompositeKey_isTakenOutOfTheRowsThatReferToIt() {
        assertThat(easy.blocking(Shelf.class).deleteWhere(Map.of("label", "A1")))
                .isEqualTo(1);
        assertThat(easy.blocking(Crate.class)
                        .select(attribute("shelf").isNull())
                        .count())
                .isPositive();
    }

    @Test
    void bulkUpdate_leadsToAnotherRow() {
        var complaints = easy.blocking(Complaint.class);

        assertThat(complaints.updateWhere(
                        Map.of("text", "vague"), Map.of("purchaseLine", Map.of("purchaseId", 2L, "number", 1))))
                .isEqualTo(1);
        assertThat(complaints.select(Map.of("text", "vague")).one().purchaseLine.article)
                .isEqualTo("tea2");
        complaints.updateWhere(Map.of("text", "vague"), EasyMap.of("purchaseLine", null));
        assertThat(complaints.select(Map.of("text", "vague")).one().purchaseLine)
                .isNull();
    }

    @Test
    void nestedMap_linksTheRowOfTheWholeKey() {
        var complaints = easy.blocking(Complaint.class);

        Complaint complaint =
                complaints.insertMap(Map.of("text", "new", "purchaseLine", Map.of("purchaseId", 1L, "number", 1)));

        assertThat(complaint.purchaseLine.article).isEqualTo("tea1");
        assertThat(complaint.purchaseId).isEqualTo(1L);
        assertThat(complaint.purchaseLineNumber).isEqualTo(1);
    }

    @Test
    void rows_areFoundByCompositeKeys() {
        var lines = easy.blocking(PurchaseLine.class);
        LineId id = new LineId();
        id.purchaseId = 1L;
        id.number = 2;
        tap.reset();
        PurchaseLine line = lines.find(id, "purchase").orElseThrow();
        assertThat(line.purchase.id).isEqualTo(1L);
        assertThat(tap.statements()).hasSize(2);
        assertThat(lines.refresh(line).number).isEqualTo(2);
        assertThat(lines.loadRelated(List.of(line), "complaints")).containsExactly(line);
        id.number = 99;
        assertThat(lines.find(id)).isEmpty();
        assertThatThrownBy(() -> lines.find(1L))
                .hasMessage(
                        "EM-1265 PurchaseLine.find: the key of PurchaseLine is of type LineId, and a value of type Long was given."
                                + " Give the key in its own type.");
        var shelves = easy.blocking(Shelf.class);
        Shelf shelf = shelves.find(new ShelfKey("A", 1), "crates").orElseThrow();
        assertThat(shelf.crates).hasSize(2);
        assertThat(shelves.refresh(shelf).label).isEqualTo(shelf.label);
        assertThatThrownBy(() -> shelves.find("A1"))
                .hasMessageStartingWith("EM-1265 Shelf.find: the key of Shelf is of type ShelfKey");
    }

    @Test
    void relationships_overAnEmbeddedKey_selectAndLoad() {
        var crates = easy.blocking(Crate.class);
        var shelves = easy.blocking(Shelf.class);

        assertThat(crates.select(Map.of("shelf", Map.of("label", "A2"))).list())
                .extracting(crate -> crate.content)
                .containsExactlyInAnyOrder("c21", "c22");
        assertThat(shelves.select(Map.of("crates", Map.of("content", "c12"))).list())
                .extracting(shelf -> shelf.label)
                .containsExactly("A1");
        tap.reset();
        assertThat(shelves.select().include("crates").list())
                .flatExtracting(shelf -> shelf.crates)
                .hasSize(4);
        assertThat(crates.select().include("shelf").list())
                .extracting(crate -> crate.shelf.key.number)
                .containsExactlyInAnyOrder(1, 1, 2, 2);
        assertThat(tap.statements()).hasSize(4);
    }
}
