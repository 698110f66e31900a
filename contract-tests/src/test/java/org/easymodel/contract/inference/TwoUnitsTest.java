package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two units of one process over the same classes, in which different relationships are inferred. */
@Tag("woven")
class TwoUnitsTest {

    @Entity(name = "Member")
    public static class Member {

        @Id
        @GeneratedValue
        Long id;

        String name;

        @Transient
        List<Loan> loans;

        @Transient
        Set<Loan> borrowed;
    }

    @Entity(name = "Loan")
    public static class Loan extends EasyModel {

        Long memberId;

        String title;

        @Transient
        Member member;

        @Transient
        Member borrower;
    }

    /** The rules of the second unit. */
    public static final class Rules implements RelationshipRules {

        @Override
        public void declare(Relationships relationships) {
            relationships
                    .key(Loan.class, "memberId")
                    .references(Member.class)
                    .attribute("borrower")
                    .inverse("borrowed")
                    .onDelete(OnDelete.CASCADE);
        }
    }

    @TempDir
    private Path directory;

    private SmallUnit unit(String name, Map<String, String> properties) throws Exception {
        UnitXml xml = UnitXml.of("small", List.of(Member.class, Loan.class));
        properties.forEach(xml::with);
        return SmallUnit.of(Files.createDirectories(directory.resolve(name)), Database.H2, xml);
    }

    @Test
    void unitsOverTheSameClasses_haveRelationshipsOfTheirOwn() throws Exception {
        try (SmallUnit first = unit("first", Map.of());
                SmallUnit second = unit("second", Map.of("easymodel.relationships", Rules.class.getName()));
                SmallUnit third = unit("third", Map.of())) {
            List<String> plain = List.of(
                    "Loan.member: many_to_one Member by memberId", "Member.loans: one_to_many Loan by memberId");
            assertThat(first.inferred()).containsExactlyInAnyOrderElementsOf(plain);
            assertThat(second.inferred())
                    .containsExactlyInAnyOrder(
                            "Loan.borrower: many_to_one Member by memberId",
                            "Member.borrowed: one_to_many Loan by memberId");
            assertThat(third.inferred()).containsExactlyInAnyOrderElementsOf(plain);
            for (SmallUnit unit : List.of(first, second, third)) {
                String inverse = unit == second ? "borrowed" : "loans";
                String toOne = unit == second ? "borrower" : "member";
                unit.easy
                        .blocking(Member.class)
                        .insertMap(Map.of(
                                "name", "Ann", inverse, List.of(Map.of("title", "Eden"), Map.of("title", "Solaris"))));
                Member ann = unit.easy
                        .blocking(Member.class)
                        .select()
                        .include(inverse)
                        .one();
                assertThat(unit == second ? ann.borrowed : ann.loans)
                        .extracting(loan -> loan.title)
                        .containsExactlyInAnyOrder("Eden", "Solaris");
                assertThat(unit == second ? ann.loans : ann.borrowed).isNull();
                Loan loan = unit.easy
                        .blocking(Loan.class)
                        .select(Map.of("title", "Eden", toOne, Map.of("name", "Ann")))
                        .include(toOne)
                        .one();
                assertThat((unit == second ? loan.borrower : loan.member).name).isEqualTo("Ann");
                assertThat(unit == second ? loan.member : loan.borrower).isNull();
                Member unread = unit.easy
                        .blocking(Member.class)
                        .select()
                        .withoutRelated()
                        .one();
                assertThatThrownBy(() -> (unit == second ? unread.borrowed : unread.loans).size())
                        .isInstanceOf(RelationshipNotLoadedException.class);
            }
        }
    }

    @Test
    void anEntityOfOneUnit_isSavedByAnother() throws Exception {
        try (SmallUnit first = unit("first", Map.of());
                SmallUnit second = unit("second", Map.of("easymodel.relationships", Rules.class.getName()))) {
            first.easy
                    .blocking(Member.class)
                    .insertMap(Map.of("name", "Ann", "loans", List.of(Map.of("title", "Eden"))));
            Member read =
                    first.easy.blocking(Member.class).select().include("loans").one();
            try (EntityManager em = second.factory.createEntityManager()) {
                em.getTransaction().begin();
                Member copy = new Member();
                copy.name = read.name;
                em.persist(copy);
                Loan loan = new Loan();
                loan.title = read.loans.get(0).title;
                loan.borrower = copy;
                em.persist(loan);
                em.getTransaction().commit();
            }
            assertThat(second.easy
                            .blocking(Member.class)
                            .select()
                            .include("borrowed")
                            .one()
                            .borrowed)
                    .extracting(loan -> loan.title)
                    .containsExactly("Eden");
            assertThat(second.easy.blocking(Member.class).deleteEverything()).isOne();
            assertThat(second.easy.blocking(Loan.class).select().count()).isZero();
            assertThatThrownBy(() -> first.easy.blocking(Member.class).deleteEverything())
                    .hasMessageContaining("EM-2105");
            assertThat(first.easy.blocking(Loan.class).select().count()).isOne();
        }
    }
}
