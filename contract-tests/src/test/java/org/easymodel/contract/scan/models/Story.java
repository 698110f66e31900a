package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.easymodel.contract.scan.models.ModelDatabase.TableOf;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sequencing.Sequence;
import org.eclipse.persistence.sequencing.TableSequence;
import org.eclipse.persistence.sessions.Session;

/**
 * The life of a model's rows in a database: persisted, read back, changed, read back, removed. Everything that was written
 * is read again, every column had a value at some time, every entity was changed, and in the end no table has rows.
 */
final class Story {

    private final ScanModel model;
    private final ModelDatabase database;
    private final EntityManagerFactory factory;
    private final Snapshot snapshot;

    private Story(ScanModel model, ModelDatabase database, EntityManagerFactory factory) {
        this.model = model;
        this.database = database;
        this.factory = factory;
        this.snapshot = new Snapshot(factory);
    }

    static void run(ScanModel model, ModelDatabase database, EntityManagerFactory factory) throws SQLException {
        new Story(model, database, factory).run();
    }

    private void run() throws SQLException {
        List<Object> rows = model.rows();
        work(em -> {
            rows.forEach(em::persist);
            return rows;
        });
        List<Key> keys = rows.stream()
                .map(row ->
                        new Key(row.getClass(), factory.getPersistenceUnitUtil().getIdentifier(row)))
                .toList();
        List<String> persisted = rows.stream().map(snapshot::of).toList();
        assertThat(read(keys)).as("rows as persisted").isEqualTo(persisted);
        Set<String> used = database.columns(true);

        List<String> changed = change(keys);
        assertThat(read(keys)).as("rows as changed").isEqualTo(changed);
        requireEachEntityChanged(keys, persisted, changed);
        used.addAll(database.columns(true));
        assertThat(missing(used)).as("columns without a value in any row").isEmpty();

        remove(keys);
        assertThat(database.filled().stream().map(TableOf::name).filter(name -> !isGenerator(name)))
                .as("tables with rows after all were removed")
                .isEmpty();
    }

    private List<String> change(List<Key> keys) {
        List<Object> managed = new ArrayList<>();
        work(em -> {
            managed.addAll(find(em, keys));
            model.change(new Rows(managed));
            return managed;
        });
        return managed.stream().map(snapshot::of).toList();
    }

    private void remove(List<Key> keys) {
        work(em -> {
            model.loosen(new Rows(find(em, keys)));
            return keys;
        });
        for (int i = keys.size() - 1; i >= 0; i--) {
            List<Key> last = List.of(keys.get(i));
            work(em -> {
                find(em, last).forEach(em::remove);
                return last;
            });
        }
    }

    private List<String> read(List<Key> keys) {
        return work(em -> find(em, keys).stream().map(snapshot::of).toList());
    }

    private static List<Object> find(EntityManager em, List<Key> keys) {
        List<Object> rows = new ArrayList<>();
        for (Key key : keys) {
            Object row = em.find(key.type(), key.id());
            assertThat(row).as("%s", key).isNotNull();
            rows.add(row);
        }
        return rows;
    }

    private static void requireEachEntityChanged(List<Key> keys, List<String> before, List<String> after) {
        Set<String> all = keys.stream().map(key -> key.type().getSimpleName()).collect(Collectors.toSet());
        Set<String> changed = IntStream.range(0, keys.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .mapToObj(i -> keys.get(i).type().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(changed).as("entities of which a row changed").isEqualTo(all);
    }

    private Set<String> missing(Set<String> used) throws SQLException {
        Set<String> missing = new TreeSet<>(database.columns(false));
        missing.removeAll(used);
        return missing;
    }

    private boolean isGenerator(String table) {
        Session session = JpaHelper.getServerSession(factory);
        DatasourcePlatform platform = (DatasourcePlatform) session.getDatasourcePlatform();
        List<Sequence> sequences = new ArrayList<>(List.of(platform.getDefaultSequence()));
        if (platform.getSequences() != null) {
            sequences.addAll(platform.getSequences().values());
        }
        return sequences.stream()
                .filter(TableSequence.class::isInstance)
                .map(sequence -> ((TableSequence) sequence).getTable().getName())
                .anyMatch(table::equalsIgnoreCase);
    }

    private <R> R work(Function<EntityManager, R> work) {
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

    private record Key(Class<?> type, Object id) {}
}
