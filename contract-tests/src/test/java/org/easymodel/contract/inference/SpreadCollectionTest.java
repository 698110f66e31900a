package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared collection of a hierarchy with a table for each class holds the rows of all its tables. */
class SpreadCollectionTest {

    @Entity(name = "Gardener")
    public static class Gardener {
        @Id
        Long id;

        @OneToMany(mappedBy = "gardener")
        List<Herb> herbs = new ArrayList<>();
    }

    @Entity(name = "Herb")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Herb {
        @Id
        Long id;

        @ManyToOne
        Gardener gardener;
    }

    @Entity(name = "Mint")
    public static class Mint extends Herb {
        String note;
    }

    @TempDir
    private Path directory;

    @Test
    void collection_hasTheRowsOfSubclasses() {
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, Gardener.class, Herb.class, Mint.class)) {
            try (var em = unit.factory.createEntityManager()) {
                em.getTransaction().begin();
                Gardener gardener = new Gardener();
                gardener.id = 1L;
                em.persist(gardener);
                Herb herb = new Herb();
                herb.id = 1L;
                herb.gardener = gardener;
                em.persist(herb);
                Mint mint = new Mint();
                mint.id = 2L;
                mint.gardener = gardener;
                em.persist(mint);
                em.getTransaction().commit();
            }

            assertThat(unit.easy.blocking(Gardener.class).find(1L, "herbs").orElseThrow().herbs)
                    .extracting(herb -> herb.id)
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }
}
