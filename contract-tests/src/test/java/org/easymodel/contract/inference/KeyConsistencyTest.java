package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.easymodel.contract.inference.harbour.Boat;
import org.easymodel.contract.inference.harbour.Captain;
import org.easymodel.contract.inference.harbour.Dock;
import org.easymodel.contract.inference.harbour.Flag;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that sets keys or relationships through its own entity manager: both agree when it is written. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class KeyConsistencyTest {

    @Parameter
    private Database database;

    private Stage harbour;
    private Captain ahab;
    private Captain nemo;

    @BeforeEach
    void open() {
        harbour = Stage.harbour(database);
        ahab = new Captain("Ahab");
        nemo = new Captain("Nemo");
        harbour.write(em -> {
            em.persist(ahab);
            em.persist(nemo);
        });
    }

    @AfterEach
    void empty() {
        harbour.write(em -> {
            em.createQuery("update Boat b set b.tugId = null").executeUpdate();
            for (String entity : List.of("Boat", "Captain", "Flag", "Dock")) {
                em.createQuery("delete from " + entity + " e").executeUpdate();
            }
        });
    }

    private Boat written(Boat boat) {
        harbour.write(em -> em.persist(boat));
        return boat;
    }

    private static Captain captain(EntityManager em, String name) {
        return em.createQuery("select c from Captain c where c.name = :name", Captain.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private Long keyInTheDatabase(Boat boat) {
        return harbour.read(em -> em.createQuery("select b.captainId from Boat b where b.id = :id", Long.class)
                .setParameter("id", boat.getId())
                .getSingleResult());
    }

    @Test
    void newRow_withTheRelationshipOnly_getsTheKey() {
        Boat boat = new Boat("Pequod");
        harbour.write(em -> {
            boat.setCaptain(captain(em, "Ahab"));
            em.persist(boat);
        });
        assertThat(boat.getCaptainId()).isEqualTo(ahab.getId());
        assertThat(keyInTheDatabase(boat)).isEqualTo(ahab.getId());
    }

    @Test
    void newRow_withTheKeyOnly_keepsIt() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        assertThat(keyInTheDatabase(written(boat))).isEqualTo(ahab.getId());
    }

    @Test
    void newRow_withADetachedTarget_linksToIt() {
        Boat boat = new Boat("Pequod");
        boat.setCaptain(ahab);
        assertThat(keyInTheDatabase(written(boat))).isEqualTo(ahab.getId());
        assertThat(harbour.<Long>read(em -> em.createQuery("select count(c) from Captain c", Long.class)
                        .getSingleResult()))
                .isEqualTo(2);
    }

    @Test
    void newRow_withANewTarget_writesBoth() {
        Boat boat = new Boat("Nautilus");
        boat.setCaptain(new Captain("new"));
        boat.setFlag(new Flag(UUID.randomUUID(), "XX"));
        written(boat);
        assertThat(boat.getCaptainId()).isEqualTo(boat.getCaptain().getId()).isNotNull();
        assertThat(boat.getFlagId()).isEqualTo(boat.getFlag().getId());
        List<String> found = harbour.read(
                em -> em.createQuery("select b.captain.name from Boat b where b.flag.country = 'XX'", String.class)
                        .getResultList());
        assertThat(found).containsExactly("new");
    }

    @Test
    void newRow_withADetachedTargetOfAnAssignedId_linksToIt() {
        Flag flag = new Flag(UUID.randomUUID(), "XX");
        harbour.write(em -> em.persist(flag));
        Boat boat = new Boat("Nautilus");
        boat.setFlag(new Flag(flag.getId(), "of another instance"));
        written(boat);
        assertThat(boat.getFlagId()).isEqualTo(flag.getId());
    }

    @Test
    void newRow_withBothDifferent_keepsTheKey() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(nemo.getId());
        boat.setCaptain(ahab);
        written(boat);
        assertThat(keyInTheDatabase(boat)).isEqualTo(nemo.getId());
        assertThat(boat.getCaptain().getId()).isEqualTo(nemo.getId());
    }

    @Test
    void managedRow_setRelationship_writesTheKey() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        harbour.write(em -> {
            Boat managed = em.find(Boat.class, boat.getId());
            managed.setCaptain(captain(em, "Nemo"));
            em.flush();
            assertThat(managed.getCaptainId()).isEqualTo(nemo.getId());
        });
        assertThat(keyInTheDatabase(boat)).isEqualTo(nemo.getId());
    }

    @Test
    void managedRow_setRelationshipToANewTarget_writesBoth() {
        Boat boat = written(new Boat("Pequod"));
        harbour.write(em -> em.find(Boat.class, boat.getId()).setCaptain(new Captain("new")));
        String name =
                harbour.read(em -> em.createQuery("select b.captain.name from Boat b where b.id = :id", String.class)
                        .setParameter("id", boat.getId())
                        .getSingleResult());
        assertThat(name).isEqualTo("new");
    }

    @Test
    void managedRow_setKey_showsTheNewTarget() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        harbour.write(em -> {
            Boat managed = em.createQuery("select b from Boat b left join fetch b.captain where b.id = :id", Boat.class)
                    .setParameter("id", boat.getId())
                    .getSingleResult();
            assertThat(managed.getCaptain().getName()).isEqualTo("Ahab");
            managed.setCaptainId(nemo.getId());
            em.flush();
            assertThat(managed.getCaptain().getName()).isEqualTo("Nemo");
            managed.setCaptainId(null);
            em.flush();
            assertThat(managed.getCaptain()).isNull();
        });
        assertThat(keyInTheDatabase(boat)).isNull();
    }

    @Test
    void managedRow_setKeyToATargetOfTheSameContext_showsIt() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        harbour.write(em -> {
            Boat managed = em.createQuery("select b from Boat b left join fetch b.captain where b.id = :id", Boat.class)
                    .setParameter("id", boat.getId())
                    .getSingleResult();
            Captain fresh = new Captain("new");
            em.persist(fresh);
            managed.setCaptainId(fresh.getId());
            em.flush();
            assertThat(managed.getCaptain()).isSameAs(fresh);
        });
    }

    @Test
    void managedRow_emptiedRelationship_doesNotBeatTheKey() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        harbour.write(em -> {
            Boat managed = em.createQuery("select b from Boat b left join fetch b.captain where b.id = :id", Boat.class)
                    .setParameter("id", boat.getId())
                    .getSingleResult();
            managed.setCaptain(null);
            managed.setName("renamed");
        });
        assertThat(keyInTheDatabase(boat)).isEqualTo(ahab.getId());
    }

    @Test
    void manyRows_thatNobodyChanged_sendNoStatement() {
        harbour.write(em -> {
            for (int i = 0; i < 50; i++) {
                Boat boat = new Boat("b" + i);
                boat.setCaptainId(i % 2 == 0 ? ahab.getId() : nemo.getId());
                em.persist(boat);
            }
        });
        harbour.write(em -> {
            List<Boat> boats = em.createQuery("select b from Boat b left join fetch b.captain", Boat.class)
                    .getResultList();
            harbour.tap.reset();
            em.flush();
            assertThat(harbour.tap.statements()).isEmpty();
            boats.get(0).setName("changed");
            em.flush();
            assertThat(harbour.tap.statements()).hasSize(1);
        });
    }

    @Test
    void merge_ofADetachedRowWithAnotherRelationship_writesTheKey() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        harbour.write(em -> {
            Boat merged = em.merge(boat);
            merged.setCaptain(captain(em, "Nemo"));
        });
        assertThat(keyInTheDatabase(boat)).isEqualTo(nemo.getId());
    }

    @Test
    void merge_ofADetachedRowWithAnotherKey_writesIt() {
        Boat boat = new Boat("Pequod");
        boat.setCaptainId(ahab.getId());
        written(boat);
        boat.setCaptainId(nemo.getId());
        harbour.write(em -> em.merge(boat));
        assertThat(keyInTheDatabase(boat)).isEqualTo(nemo.getId());
    }

    @Test
    void otherSide_thatIsChanged_writesNothing() {
        Boat boat = written(new Boat("Pequod"));
        harbour.write(em -> {
            Captain managed = em.createQuery(
                            "select c from Captain c left join fetch c.boats where c.name = 'Ahab'", Captain.class)
                    .getSingleResult();
            managed.getBoats().add(em.find(Boat.class, boat.getId()));
        });
        assertThat(keyInTheDatabase(boat)).isNull();
    }

    @Test
    void idThatTheDatabaseGives_isInTheKeyOfANewRow() {
        Boat boat = new Boat("Pequod");
        Dock dock = new Dock("East");
        boat.setDock(dock);
        written(boat);
        assertThat(dock.getId()).isNotNull();
        assertThat(boat.getDockId()).isEqualTo(dock.getId());
        String name = harbour.read(em -> em.createQuery("select b.dock.name from Boat b where b.id = :id", String.class)
                .setParameter("id", boat.getId())
                .getSingleResult());
        assertThat(name).isEqualTo("East");
    }

    @Test
    void idThatTheDatabaseGives_comesTooLateForARowThatIsThere() {
        Boat boat = written(new Boat("Pequod"));
        assertThatThrownBy(() ->
                        harbour.write(em -> em.find(Boat.class, boat.getId()).setDock(new Dock("East"))))
                .hasRootCauseInstanceOf(InvalidRequestException.class)
                .hasRootCauseMessage(
                        "EM-1150 Boat.dock: it leads to a new Dock whose key the database gives when it is inserted."
                                + " Persist and flush the Dock before a row that is there already leads to it.");
    }

    @RepeatedTest(10)
    void chain_ofNewRowsByRelationship_isInsertedTargetFirst(RepetitionInfo repetition) {
        List<Boat> chain = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Boat boat = new Boat("t" + i);
            if (i > 0) {
                boat.setTug(chain.get(i - 1));
            }
            chain.add(boat);
        }
        List<Boat> shuffled = new ArrayList<>(chain);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
        harbour.write(em -> shuffled.forEach(em::persist));
        for (int i = 1; i < 12; i++) {
            assertThat(chain.get(i).getTugId()).isEqualTo(chain.get(i - 1).getId());
        }
    }

    @RepeatedTest(10)
    void tree_removedInAnyOrder_goesLeavesFirst(RepetitionInfo repetition) {
        List<Boat> tree = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Boat boat = new Boat("t" + i);
            if (i > 0) {
                boat.setTug(tree.get((i - 1) / 2));
            }
            tree.add(boat);
        }
        harbour.write(em -> tree.forEach(em::persist));
        List<Boat> shuffled = new ArrayList<>(tree);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
        harbour.write(em -> shuffled.forEach(boat -> em.remove(em.find(Boat.class, boat.getId()))));
        assertThat(harbour.<Long>read(em -> em.createQuery("select count(b) from Boat b", Long.class)
                        .getSingleResult()))
                .isZero();
    }
}
