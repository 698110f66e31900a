package org.easymodel.contract.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.start.second.Account;
import org.easymodel.contract.start.second.Booking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A unit is migrated or checked before its first SQL. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Database.class)
class StartTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Parameter
    private Database kind;

    @TempDir
    Path root;

    private Map<String, String> database;
    private LedgerUnit first;
    private LedgerUnit second;

    @BeforeEach
    void empty() {
        database = kind.properties("start" + COUNT.incrementAndGet());
        first = LedgerUnit.first(root, database);
        second = LedgerUnit.second(root, database);
    }

    private static void write(jakarta.persistence.EntityManager em) {
        em.persist(new Account(2, "Bea"));
        em.persist(new Booking(1, 2L, 100));
    }

    @Test
    void upgrade_appliesWhatIsOnTheClassPath_beforeTheFirstStatement() {
        first.migrations().revision("First");
        first.start("upgrade", em -> em.persist(new org.easymodel.contract.start.first.Account(1, "Ann")));
        second.migrations().revision("Second");
        second.start("upgrade", StartTest::write);
        second.start(
                "upgrade", em -> assertThat(em.createQuery("select a.owner from Account a order by a.id", String.class)
                                .getResultList())
                        .containsExactly("Ann", "Bea"));
        assertThat(second.migrations().runs()).extracting("steps").containsExactly(1, 3);
    }

    @Test
    void check_refusesWhatIsBehindOrDiffers_andPassesWhatIsNot() {
        String folder =
                first.migrations().revision("First").revision().orElseThrow().folder();
        assertThatThrownBy(() -> first.start("check", em -> {}))
                .hasMessageContaining("EM-3164 persistence unit 'ledger': the database does not have " + folder
                        + ". Run 'mvn easymodel:upgrade' for this database, or start with easymodel.migrate=upgrade.");
        first.migrations().upgrade();
        first.start("check", em -> em.persist(new org.easymodel.contract.start.first.Account(1, "Ann")));
        assertThatThrownBy(() -> second.start("check", em -> {}))
                .hasMessageContaining("EM-3165 persistence unit 'ledger': its entities differ from the revisions.")
                .hasMessageContaining("AddColumn ACCOUNT.CURRENCY")
                .hasMessageContaining("CreateTable BOOKING");
    }

    @Test
    void auto_followsTheEntities_andACommittedRevisionTakesItsPlace() {
        first.start("auto", em -> em.persist(new org.easymodel.contract.start.first.Account(1, "Ann")));
        second.start("auto", StartTest::write);
        second.start("auto", em -> assertThat(em.find(Booking.class, 1L)).isNotNull());
        second.migrations().revision("Both");
        second.start("auto", em -> assertThat(em.find(Booking.class, 1L)).isNotNull());
        assertThat(second.migrations().current()).hasSize(1);
        second.start(
                "check", em -> assertThat(em.find(Account.class, 1L).getOwner()).isEqualTo("Ann"));
        second.start("upgrade", em -> {});
    }

    @Test
    void auto_committedRevisionsLeadElsewhere_takesBackWhatHoldsNothing() {
        first.migrations().revision("First");
        second.start("auto", em -> em.persist(new Account(1, "Ann")));
        LedgerUnit third = LedgerUnit.third(root, database);
        third.migrations().revision("Notes");
        third.start("auto", em -> assertThat(em.createQuery("select count(n) from Note n", Long.class)
                        .getSingleResult())
                .isZero());
        third.start("check", em -> {});
        assertThat(third.migrations().current()).hasSize(2);
    }

    @Test
    void auto_committedRevisionsLeadElsewhere_keepsWhatHoldsRows() {
        first.migrations().revision("First");
        second.start("auto", StartTest::write);
        LedgerUnit third = LedgerUnit.third(root, database);
        String notes =
                third.migrations().revision("Notes").revision().orElseThrow().folder();
        assertThatThrownBy(() -> third.start("auto", em -> {}))
                .hasMessageContaining("EM-3061 ")
                .hasMessageContaining("going back over it loses the rows of BOOKING")
                .hasMessageContaining(
                        "EM-3171 persistence unit 'ledger': the database has what easymodel.migrate=auto made"
                                + " of the entities, and the committed revisions up to " + notes + " lead elsewhere.");
    }

    @Test
    void auto_wouldLoseRows_isRefusedWithTheCommand() {
        second.start("auto", StartTest::write);
        assertThatThrownBy(() -> first.start("auto", em -> {}))
                .hasMessageContaining(
                        "EM-3170 persistence unit 'ledger': easymodel.migrate is auto, which makes no change"
                                + " that needs a decision. Decide with 'mvn compile easymodel:revision -Dmessage=...'")
                .hasMessageContaining("EM101:BOOKING")
                .hasMessageContaining("EM102:ACCOUNT.CURRENCY");
        second.start("auto", em -> assertThat(em.find(Booking.class, 1L)).isNotNull());
    }

    @Test
    void createAll_makesTheSchemaOfAnEmptyDatabase_andOnlyThere() {
        assertThat(second.migrations().createAll().steps()).isEqualTo(3);
        second.start("off", StartTest::write);
        assertThatThrownBy(() -> second.migrations().createAll())
                .hasMessageMatching("EM-3168 createAll: the database is not empty: it has (?i:ACCOUNT, BOOKING)\\."
                        + " Use an empty database, or revisions and upgrade\\.");
    }

    @Test
    void setting_thatMeansNothing_isRefused() {
        assertThatThrownBy(() -> first.start("sometimes", em -> {}))
                .hasMessageContaining(
                        "EM-3161 persistence unit 'ledger': easymodel.migrate is sometimes, which is no way"
                                + " to start. Write auto, upgrade, check, create or off.");
        assertThatThrownBy(() -> first.start(
                        Map.of("easymodel.migrate", "upgrade", "easymodel.migrate.lock-timeout", "soon"), em -> {}))
                .hasMessageContaining("EM-3162 persistence unit 'ledger': easymodel.migrate.lock-timeout is soon");
        assertThatThrownBy(() -> first.start(
                        Map.of("easymodel.migrate", "auto", "eclipselink.ddl-generation", "create-tables"), em -> {}))
                .hasMessageContaining("EM-3163 persistence unit 'ledger': easymodel.migrate is auto, and"
                        + " eclipselink.ddl-generation is create-tables: both would make the tables.");
    }
}
