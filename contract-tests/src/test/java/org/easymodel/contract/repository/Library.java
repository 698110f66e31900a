package org.easymodel.contract.repository;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.easymodel.EasyRepositories;
import org.eclipse.persistence.jpa.JpaHelper;

/** The library on one database, opened once for all contracts. */
final class Library {

    private static final Map<Database, Library> OPEN = new EnumMap<>(Database.class);

    /** Children first. */
    private static final List<String> ENTITIES =
            List.of("OrderLine", "Order", "BookTag", "Tag", "Review", "Book", "Profile", "Author");

    final EntityManagerFactory factory;
    final EasyRepositories easy;
    final SqlTap tap = new SqlTap();

    private Library(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("library"));
        properties.put("eclipselink.persistencexml", "META-INF/library-persistence.xml");
        factory = Persistence.createEntityManagerFactory("library", properties);
        JpaHelper.getServerSession(factory).getEventManager().addListener(tap);
        easy = EasyRepositories.on(factory);
    }

    static synchronized Library on(Database database) {
        return OPEN.computeIfAbsent(database, Library::new);
    }

    void empty() {
        work(em -> {
            ENTITIES.forEach(
                    entity -> em.createQuery("delete from " + entity + " e").executeUpdate());
            while (em.createQuery("delete from Category e where not exists"
                                    + " (select c.id from Category c where c.parentId = e.id)")
                            .executeUpdate()
                    > 0) {
                // leaf by leaf
            }
            return null;
        });
        tap.reset();
    }

    <R> R work(Function<EntityManager, R> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                R result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }
}
