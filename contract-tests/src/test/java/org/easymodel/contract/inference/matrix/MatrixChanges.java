package org.easymodel.contract.inference.matrix;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.easymodel.spi.PersistentUnit;

/** Leads the last holder of a row to another target, as an application does: by the key. */
final class MatrixChanges {

    static final int HOLDER = MatrixRows.COUNT - 1;

    /** To which no holder leads but, where each target has one, that of its own number. */
    static final int TARGET = 11;

    private final EntityManagerFactory factory;
    private final PersistentUnit unit;

    MatrixChanges(EntityManagerFactory factory, PersistentUnit unit) {
        this.factory = factory;
        this.unit = unit;
    }

    void apply(Row row) {
        if (!row.inverseToMany()) {
            write(em -> lead(entity(em, row.holder(), "h", row, TARGET), row.key(), null));
        }
        write(em -> {
            Object holder = entity(em, row.holder(), "h", row, HOLDER);
            Object target = entity(em, row.target(), "t", row, TARGET);
            if (row.isLink()) {
                Object id = unit.get(holder, "id");
                lead(link(em, row, id), row.linkKey(), target);
            } else {
                lead(holder, row.key(), target);
            }
        });
    }

    private void lead(Object entity, Map<String, String> key, Object target) {
        key.forEach((attribute, id) -> unit.set(entity, attribute, target == null ? null : unit.get(target, id)));
    }

    private static Object link(EntityManager em, Row row, Object holder) {
        String key = row.key().keySet().iterator().next();
        return em.createQuery("select l from " + row.link() + " l where l." + key + " = :holder")
                .setParameter("holder", holder)
                .getSingleResult();
    }

    private static Object entity(EntityManager em, String entity, String prefix, Row row, int number) {
        List<?> found = em.createQuery("select e from " + entity + " e where e.name = :name")
                .setParameter("name", prefix + " " + row.name() + " " + number)
                .getResultList();
        return found.get(0);
    }

    private void write(Consumer<EntityManager> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                work.accept(em);
                em.getTransaction().commit();
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }
}
