package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that lead to rows of one flush: the database has the constraints, so that a wrong order fails. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class InsertOrderTest {

    @Parameter
    private Database database;

    private Stage shop;
    private Stage traps;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
        traps = Stage.traps(database);
    }

    @AfterEach
    void empty() {
        traps.write(em -> {
            em.createQuery("update Folder f set f.parentId = null").executeUpdate();
            em.createQuery("delete from Folder f").executeUpdate();
        });
        shop.write(em -> {
            em.createQuery("update Category c set c.parentId = null where c.slug like 'new-%'")
                    .executeUpdate();
            em.createQuery("delete from Category c where c.slug like 'new-%'").executeUpdate();
        });
    }

    @RepeatedTest(20)
    void rowsOfOneKind_inAnyOrder_areInsertedParentFirst(RepetitionInfo repetition) {
        List<Folder> folders = new ArrayList<>();
        for (long id = 1; id <= 30; id++) {
            folders.add(new Folder(id, id == 1 ? null : Long.valueOf(id / 2 == 0 ? 1 : id / 2)));
        }
        Collections.shuffle(folders, new Random(repetition.getCurrentRepetition()));

        traps.write(em -> folders.forEach(em::persist));

        long roots = traps.read(em -> em.createQuery("select count(f) from Folder f where f.parent is null", Long.class)
                .getSingleResult());
        long children = traps.read(em -> em.createQuery("select count(f) from Folder p join p.children f", Long.class)
                .getSingleResult());
        assertThat(roots).isEqualTo(1);
        assertThat(children).isEqualTo(29);
    }

    @RepeatedTest(20)
    void chainWithSequence_inAnyOrder_isInsertedParentFirst(RepetitionInfo repetition) {
        List<Category> chain = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Category category = new Category();
            category.setSlug("new-" + i);
            category.setName("new");
            chain.add(category);
        }
        List<Category> shuffled = new ArrayList<>(chain);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));

        shop.write(em -> {
            shuffled.forEach(em::persist);
            for (int i = 1; i < chain.size(); i++) {
                chain.get(i).setParentId(chain.get(i - 1).getId());
            }
        });

        Long depth = shop.read(em -> em.createQuery(
                        "select count(c) from Category c where c.slug like 'new-%' and c.parent is not null",
                        Long.class)
                .getSingleResult());
        assertThat(depth).isEqualTo(11);
    }

    @Test
    void rowsOfDifferentKinds_childPersistedFirst_areInsertedParentFirst() {
        User user = new User();
        user.setUsername("new-user");
        user.setEmail("new-user@example.org");
        user.setFullName("New");
        Profile profile = new Profile();

        shop.write(em -> {
            em.persist(profile);
            em.persist(user);
            profile.setUserId(user.getId());
        });

        long found = shop.read(
                em -> em.createQuery("select count(p) from Profile p where p.user.username = 'new-user'", Long.class)
                        .getSingleResult());
        shop.write(em -> em.remove(em.find(Profile.class, profile.getId())));
        shop.write(em -> em.remove(em.find(User.class, user.getId())));
        assertThat(found).isEqualTo(1);
    }

    @Test
    void row_thatLeadsNowhere_isRefusedByTheDatabase() {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> traps.write(em -> em.persist(new Folder(1, 99L))))
                .withMessageContaining("DatabaseException");
    }

    @Test
    void row_thatLeadsToItself_isInserted() {
        traps.write(em -> em.persist(new Folder(1, 1L)));

        assertThat(traps.read(em -> em.find(Folder.class, 1L)).getParentId()).isEqualTo(1L);
    }

    @Test
    void rows_thatLeadToEachOther_areRefusedByTheDatabaseNotByTheStack() {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> traps.write(em -> {
                    em.persist(new Folder(1, 2L));
                    em.persist(new Folder(2, 1L));
                }))
                .withMessageContaining("DatabaseException");
    }
}
