package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.easymodel.NestedMaps;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;

/**
 * Makes sure that there are rows with given keys and values, as {@link Ensuring} does for one, in few statements: by those of the
 * database that do it, else by looking, locking, changing and inserting all of them in one transaction. Always in the order of
 * the keys, so that two that write the same rows wait for each other and are no deadlock.
 */
record Upserting<E>(Entities<E> entities, BlockingTransactionOpener transactions) {

    private static final String VERB = "upsertAll";

    /** Each attempt that is lost, is lost to somebody who has committed. */
    private static final int MOST_ATTEMPTS = 50;

    /**
     * A row that is to be there.
     *
     * @param number where it stands in what was given
     * @param given what was given of the key
     */
    private record Row(int number, EnsuredKey key, Map<String, ?> given, Map<String, ?> others) {

        String path() {
            return "[" + number + "]";
        }

        /** What a new row has. */
        Map<String, Object> together() {
            Map<String, Object> values = new LinkedHashMap<>(others);
            values.putAll(key.values());
            return values;
        }
    }

    Long run(List<? extends Map<String, ?>> given, String... keyAttributes) {
        if (keyAttributes == null || keyAttributes.length == 0) {
            throw EnsureProblems.noKeyNamed(place());
        }
        List<Row> rows = read(given, new LinkedHashSet<>(Arrays.asList(keyAttributes)));
        if (rows.isEmpty()) {
            return 0L;
        }
        changes(rows);
        if (!natively(rows)) {
            if (entities.work().joins()) {
                Ensuring<E> ensuring = new Ensuring<>(entities.fetching(FetchPlan.depth(0)), VERB);
                rows.forEach(row -> ensuring.updateOrCreate(row.given(), row.others()));
            } else if (rows.get(0).key().key().isEmpty()) {
                Class<?> type = entities.entity().type();
                return transactions.transaction(place(), transactions.timeout(), tx -> tx.repository(type)
                        .upsertAll(given, keyAttributes));
            } else {
                repeated(rows, () -> together(rows));
            }
        }
        return (long) rows.size();
    }

    private String place() {
        return entities.place(VERB);
    }

    /** The rows in the order of their keys. */
    private List<Row> read(List<? extends Map<String, ?>> given, Set<String> names) {
        Set<Problem> problems = new LinkedHashSet<>();
        List<Row> rows = new ArrayList<>();
        Map<Object, Row> known = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Map<String, Object> others = new LinkedHashMap<>(given.get(i));
            Map<String, Object> key = new LinkedHashMap<>();
            List<Problem> own = new ArrayList<>();
            for (String name : names) {
                if (others.containsKey(name)) {
                    key.put(name, others.remove(name));
                } else {
                    own.add(EnsureProblems.missingInKey(place(), "[" + i + "]." + name));
                }
            }
            int number = i;
            Optional<EnsuredKey> read = own.isEmpty()
                    ? EnsuredKey.read(entities.model(), entities.entity(), place(), "[" + i + "]", key, others, own)
                    : Optional.empty();
            read.map(each -> new Row(number, each, key, others)).ifPresent(row -> {
                Row before = known.putIfAbsent(
                        row.key()
                                .key()
                                .<Object>map(each -> each)
                                .orElse(row.key().paths()),
                        row);
                if (before != null) {
                    own.add(EnsureProblems.keyTwice(place(), before.path(), row.path()));
                }
                rows.add(row);
            });
            problems.addAll(own);
        }
        Problems.throwIfAny(List.copyOf(problems));
        return Sorted.elements(rows, row -> List.copyOf(row.key().paths().values()));
    }

    /** What is wrong with the values is told before the database is asked. */
    private Graph changes(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        MapReader reader = new MapReader(entities.model(), place(), problems);
        return checked(
                rows.stream()
                        .map(row -> reader.changes(row.path(), entities.entity(), row.others()))
                        .toList(),
                problems);
    }

    private Graph inserts(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        MapReader reader = new MapReader(entities.model(), place(), problems);
        return checked(
                rows.stream()
                        .map(row -> reader.root(row.path(), entities.entity(), row.together()))
                        .toList(),
                problems);
    }

    private Graph checked(List<Node> roots, List<Problem> problems) {
        Graph graph = Graph.of(entities.model(), place(), roots, NestedMaps.LINK);
        graph.check(problems);
        return graph;
    }

    /** Whether the database has inserted or changed the rows by itself. */
    private boolean natively(List<Row> rows) {
        EntityDescription entity = entities.entity();
        if (!entities.unit().upserts(entity.name())
                || entities.model().beanRules().speakOfWhole(entity.type())) {
            return false;
        }
        Graph graph;
        try {
            graph = inserts(rows);
        } catch (InvalidRequestException e) {
            // What a new row lacks, one that is there may have.
            return false;
        }
        if (!graph.roots().stream().allMatch(this::isTheSameForBoth)) {
            return false;
        }
        Set<String> key = rows.get(0).key().attributes();
        return repeated(rows, () -> new GraphWork<>(entities, VERB, () -> inserts(rows)).run((entityManager, fresh) -> {
            boolean done = fresh.upsert(entityManager, key);
            entityManager.clear();
            return done;
        }));
    }

    /** Whether what is given means the same for a new row and for one that is there. */
    private boolean isTheSameForBoth(Node node) {
        return node.values.entrySet().stream()
                .noneMatch(each -> each.getValue() instanceof Compound
                        || each.getValue() == null
                                && entities.model().initialValues().has(node.entity.type(), each.getKey()));
    }

    /** Does the work again where somebody else was faster. */
    private <R> R repeated(List<Row> rows, Supplier<R> work) {
        boolean joins = entities.work().joins();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConstraintViolatedException | ConcurrentChangeException e) {
                if (joins || attempt == MOST_ATTEMPTS || !wasFaster(rows.get(0).key(), e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean wasFaster(EnsuredKey key, EasyModelException failure) {
        return failure instanceof ConcurrentChangeException
                || failure instanceof ConstraintViolatedException violated
                        && violated.kind() == ConstraintViolatedException.Kind.UNIQUE
                        && (violated.attributes().isEmpty()
                                || key.attributes().equals(Set.copyOf(violated.attributes())));
    }

    private Long together(List<Row> rows) {
        return new GraphWork<>(entities, VERB, () -> changes(rows)).run((entityManager, known) -> {
            write(entityManager, rows);
            return (long) rows.size();
        });
    }

    private void write(EntityManager entityManager, List<Row> rows) {
        Map<Row, Object> found = found(entityManager, rows);
        List<Problem> problems = new ArrayList<>();
        MapReader reader = new MapReader(entities.model(), place(), problems);
        Map<Row, Node> roots = new LinkedHashMap<>();
        for (Row row : rows) {
            roots.put(
                    row,
                    found.containsKey(row)
                            ? reader.changes(row.path(), entities.entity(), row.others())
                            : reader.root(row.path(), entities.entity(), row.together()));
        }
        Graph graph = checked(List.copyOf(roots.values()), problems);
        found.forEach((row, there) -> roots.get(row).link(there));
        graph.write(entityManager);
        entityManager.flush();
        entityManager.clear();
    }

    /** The rows that are there, locked where one statement can do that. */
    private Map<Row, Object> found(EntityManager entityManager, List<Row> rows) {
        EntityDescription entity = entities.entity();
        boolean hierarchy = entity.parent().isPresent()
                || entities.model().description().entities().stream()
                        .anyMatch(each -> each.parent().equals(Optional.of(entity.name())));
        RowLookup lookup = RowLookup.of(
                entities.model(),
                entityManager,
                entity,
                rows.stream().map(row -> row.key().key().orElseThrow()).toList(),
                hierarchy ? LockModeType.NONE : LockModeType.PESSIMISTIC_WRITE);
        Map<Row, Object> found = new LinkedHashMap<>();
        for (Row row : rows) {
            lookup.rows(row.key().key().orElseThrow()).stream().findFirst().ifPresent(there -> found.put(row, there));
        }
        return found;
    }
}
