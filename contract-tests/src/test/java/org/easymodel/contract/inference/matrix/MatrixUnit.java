package org.easymodel.contract.inference.matrix;

import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.SqlTap;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.EasyModel;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.FetchGroupTracker;

/** The entities of one place in one unit; each check is what a person does with a declared relationship. */
public final class MatrixUnit implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final EasyRepositories easy;
    private final PersistentUnit unit;
    private final Place place;
    private final SqlTap tap = new SqlTap();

    private MatrixUnit(EntityManagerFactory factory, Place place, List<Row> rows) {
        this.factory = factory;
        this.easy = EasyRepositories.on(factory);
        this.unit = ServiceLoader.load(PersistenceSupport.class)
                .findFirst()
                .orElseThrow()
                .unit(factory);
        this.place = place;
        JpaHelper.getServerSession(factory).getEventManager().addListener(tap);
        MatrixRows inserted = new MatrixRows(easy, unit);
        rows.forEach(inserted::insert);
    }

    static MatrixUnit open(Path classes, Place place, Map<String, String> database, String weaving, List<Row> rows) {
        MatrixSource source = new MatrixSource(place);
        return new MatrixUnit(describe(classes, source, weaving).call(() -> factory(source, database)), place, rows);
    }

    /** Opens the unit of a place that is on the class path of the process. */
    static MatrixUnit open(Place place, Map<String, String> database) {
        return new MatrixUnit(factory(new MatrixSource(place), database), place, Row.ALL);
    }

    /** Writes the unit of compiled entities beside them. */
    static UnitPath describe(Path classes, MatrixSource source, String weaving) {
        UnitXml xml = UnitXml.ofNames(source.packageName(), source.names());
        if (!weaving.isEmpty()) {
            xml.with("eclipselink.weaving", weaving);
        }
        return UnitPath.of(classes, xml);
    }

    private static EntityManagerFactory factory(MatrixSource source, Map<String, String> database) {
        Map<String, String> properties = new HashMap<>(database);
        properties.putIfAbsent("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory opened = Persistence.createEntityManagerFactory(source.packageName(), properties);
        opened.createEntityManager().close();
        return opened;
    }

    /**
     * Opens, checks and closes, for callers of another class loader. The tables are those of a migration, since EclipseLink 5
     * gives UUID keys numeric columns on H2.
     */
    public static List<String> check(Path classes, String place, Map<String, String> database) {
        Map<String, String> migrated = new HashMap<>(database);
        migrated.put("eclipselink.ddl-generation", "none");
        migrated.put("easymodel.migrate", "auto");
        try (MatrixUnit unit = open(classes, Place.valueOf(place), migrated, "false", Row.ALL)) {
            List<String> failures = new ArrayList<>();
            Row.ALL.forEach(row -> failures.addAll(unit.failures(row)));
            return failures;
        }
    }

    boolean isWoven() {
        return unit.model().entities().stream().allMatch(each -> PersistenceWeaved.class.isAssignableFrom(each.type()));
    }

    /** Whether the entities are kept for all entity managers. */
    boolean isShared() {
        return JpaHelper.getServerSession(factory).getDescriptors().values().stream()
                .filter(each -> !each.isAggregateDescriptor())
                .noneMatch(each -> each.isIsolated());
    }

    /** What of a row does not work; empty if all does. */
    List<String> failures(Row row) {
        List<String> failures = new ArrayList<>();
        check(failures, row, "metamodel", () -> inMetamodel(row));
        check(failures, row, "JPQL path", () -> path(row));
        check(failures, row, "JPQL join of the inverse", () -> inverseJoin(row));
        check(failures, row, "Criteria", () -> criteria(row));
        check(failures, row, "named query", () -> namedQuery(row));
        for (String side : List.of("holder", "target")) {
            boolean holder = side.equals("holder");
            check(failures, row, side + ", join fetch", () -> joinFetch(row, holder));
            check(failures, row, side + ", load graph", () -> loadGraph(row, holder));
            check(failures, row, side + ", fetched", () -> fetched(row, holder));
            for (MatrixHints hint : MatrixHints.of(type(entity(row, holder)))) {
                check(failures, row, side + ", " + hint, () -> hinted(row, holder, hint));
            }
            check(failures, row, side + ", lazy", () -> lazy(row, holder));
        }
        return failures;
    }

    /** What is wrong after the last holder has got another target; empty if nothing is. */
    List<String> failuresAfterChange(Row row) {
        List<String> failures = new ArrayList<>();
        for (boolean holder : List.of(true, false)) {
            check(failures, row, "before a change", () -> read(em -> values(row, holder, all(em, row, holder))));
        }
        check(failures, row, "change", () -> {
            new MatrixChanges(factory, unit).apply(row);
            return "";
        });
        check(failures, row, "holder after a change", () -> changed(row, true, MatrixChanges.HOLDER));
        check(failures, row, "new target after a change", () -> changed(row, false, MatrixChanges.TARGET));
        int before = row.targetOf(MatrixChanges.HOLDER);
        check(failures, row, "old target after a change", () -> changed(row, false, before));
        return failures;
    }

    /** What one entity leads to after the change, found by a query and again by its id. */
    private String changed(Row row, boolean holder, int number) {
        List<String> expected = holder
                ? List.of(name("t", row, MatrixChanges.TARGET))
                : IntStream.range(0, MatrixRows.COUNT)
                        .filter(each -> targetAfterChange(row, each) == number)
                        .mapToObj(each -> name("h", row, each))
                        .toList();
        Object id = read(em -> {
            Object found = em.createQuery(
                            "select e from " + entity(row, holder) + " e where e.name = :name",
                            type(entity(row, holder)))
                    .setParameter("name", name(holder ? "h" : "t", row, number))
                    .getSingleResult();
            String failure = equal(expected, named(row, holder, found));
            return failure.isEmpty() ? factory.getPersistenceUnitUtil().getIdentifier(found) : failure;
        });
        return id instanceof String failure && failure.startsWith("expected")
                ? failure
                : read(em -> equal(expected, named(row, holder, em.find(type(entity(row, holder)), id))));
    }

    private static int targetAfterChange(Row row, int holder) {
        if (holder == MatrixChanges.HOLDER) {
            return MatrixChanges.TARGET;
        }
        boolean led = !row.inverseToMany() && holder == MatrixChanges.TARGET;
        return led ? -1 : row.targetOf(holder);
    }

    private List<?> all(EntityManager em, Row row, boolean holder) {
        return query(em, row, holder, MatrixRows.COUNT).getResultList();
    }

    private void check(List<String> failures, Row row, String what, Supplier<String> check) {
        try {
            String failure = check.get();
            if (!failure.isEmpty()) {
                failures.add(row + ", " + place + ", " + what + ": " + failure);
            }
        } catch (RuntimeException e) {
            failures.add(row + ", " + place + ", " + what + ": " + e);
        }
    }

    private String inMetamodel(Row row) {
        var metamodel = factory.getMetamodel();
        return equal(
                List.of(row.isLink(), row.inverseToMany()),
                List.of(
                        metamodel
                                .entity(type(row.holder()))
                                .getAttribute(row.attribute())
                                .isCollection(),
                        metamodel
                                .entity(type(row.target()))
                                .getAttribute(row.inverse())
                                .isCollection()));
    }

    private String path(Row row) {
        String target = row.isLink() ? "r" : "e." + row.attribute();
        String join = row.isLink() ? " join e." + row.attribute() + " r" : "";
        return equal(
                holdersOf(row, 10),
                names("select e.name from " + row.holder() + " e" + join + " where " + target + ".name = '"
                        + name("t", row, 10) + "' order by e.place"));
    }

    private String inverseJoin(Row row) {
        return equal(
                holdersOf(row, 10),
                names("select r.name from " + row.target() + " e join e." + row.inverse() + " r where e.name = '"
                        + name("t", row, 10) + "' order by r.place"));
    }

    private String namedQuery(Row row) {
        return read(em -> equal(
                holdersOf(row, 10),
                em.createNamedQuery(MatrixSource.query(row), String.class)
                        .setParameter("name", name("t", row, 10))
                        .getResultList()));
    }

    private String criteria(Row row) {
        return read(em -> {
            var builder = em.getCriteriaBuilder();
            CriteriaQuery<String> query = builder.createQuery(String.class);
            Root<?> root = query.from(type(row.holder()));
            query.select(root.get("name"))
                    .where(builder.equal(
                            root.join(row.attribute(), JoinType.INNER).get("name"), name("t", row, 10)))
                    .orderBy(builder.asc(root.get("place")));
            return equal(holdersOf(row, 10), em.createQuery(query).getResultList());
        });
    }

    private String joinFetch(Row row, boolean holder) {
        String jpql = "select distinct e from " + entity(row, holder) + " e left join fetch e." + attribute(row, holder)
                + condition(row, holder);
        return constant(row, holder, jpql, query -> {}, false, 1);
    }

    private String loadGraph(Row row, boolean holder) {
        EntityGraph<?> graph = read(em -> em.createEntityGraph(type(entity(row, holder))));
        graph.addAttributeNodes(attribute(row, holder));
        return read(em -> {
            List<?> result = query(em, row, holder, 10)
                    .setHint("jakarta.persistence.loadgraph", graph)
                    .getResultList();
            tap.reset();
            String failure = values(row, holder, result);
            return failure.isEmpty() ? equal(0, tap.statements().size()) : failure;
        });
    }

    private String fetched(Row row, boolean holder) {
        String jpql = "select e from " + entity(row, holder) + " e" + condition(row, holder);
        return constant(row, holder, jpql, query -> unit.fetch(query, "e", List.of(attribute(row, holder))), true, 2);
    }

    /** Two statements, for 10 and for 100 rows, and none when somebody asks for what they loaded. */
    private String hinted(Row row, boolean holder, MatrixHints hint) {
        Class<?> type = type(entity(row, holder));
        for (int rows : List.of(10, MatrixRows.COUNT)) {
            String failure = read(em -> {
                tap.reset();
                List<?> found = hint.result(em, query(em, row, holder, rows), type, attribute(row, holder));
                int sent = tap.statements().size();
                return equal(rows, found.size())
                        + (hint.loadsAtOnce() ? equal(2, sent) : "")
                        + values(row, holder, found)
                        + equal(2, tap.statements().size())
                        + (hint.leavesOut() ? leftOut(row, holder, found) : "");
            });
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    /** What the query did not ask for is not there before somebody reads it. */
    private String leftOut(Row row, boolean holder, List<?> entities) {
        return entities.stream()
                .map(FetchGroupTracker.class::cast)
                .filter(each -> each._persistence_isAttributeFetched(MatrixSource.UNASKED)
                        || !each._persistence_isAttributeFetched(attribute(row, holder)))
                .map(each -> "fetched of " + each + ": " + each._persistence_getFetchGroup())
                .findFirst()
                .orElse("");
    }

    /** Exactly so many statements, for 10 and for 100 rows. */
    private String constant(
            Row row,
            boolean holder,
            String jpql,
            java.util.function.Consumer<TypedQuery<?>> prepared,
            boolean sealed,
            int statements) {
        for (int rows : List.of(10, MatrixRows.COUNT)) {
            tap.reset();
            List<?> result = read(em -> {
                TypedQuery<?> query =
                        em.createQuery(jpql, type(entity(row, holder))).setParameter("rows", rows);
                prepared.accept(query);
                List<?> found = query.getResultList();
                if (sealed) {
                    unit.seal(found);
                } else {
                    found.forEach(each -> related(each, attribute(row, holder)));
                }
                return found;
            });
            String failure = equal(rows, result.size())
                    + equal(statements, tap.statements().size())
                    + values(row, holder, result)
                    + (sealed ? shown(row, holder, result) : "");
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    /** One statement, until somebody asks. */
    private String lazy(Row row, boolean holder) {
        return read(em -> {
            tap.reset();
            List<?> result = query(em, row, holder, 10).getResultList();
            String failure = equal(1, tap.statements().size());
            return failure.isEmpty() ? values(row, holder, result) : failure;
        });
    }

    private TypedQuery<?> query(EntityManager em, Row row, boolean holder, int rows) {
        return em.createQuery(
                        "select e from " + entity(row, holder) + " e" + condition(row, holder),
                        type(entity(row, holder)))
                .setParameter("rows", rows);
    }

    private String values(Row row, boolean holder, List<?> entities) {
        for (Object each : entities) {
            int number = (Integer) unit.get(each, "place");
            List<String> expected = holder ? List.of(name("t", row, row.targetOf(number))) : holdersOf(row, number);
            List<String> found = named(row, holder, each);
            if (!expected.equals(found)) {
                return equal(expected, found);
            }
        }
        return "";
    }

    /** The names of what an entity leads to, of those of that row. */
    private List<String> named(Row row, boolean holder, Object entity) {
        return related(entity, attribute(row, holder)).stream()
                .map(other -> (String) unit.get(other, "name"))
                .filter(name -> name.contains(" " + row.name() + " "))
                .sorted(java.util.Comparator.comparing(MatrixUnit::number))
                .toList();
    }

    /** What the entity itself shows of a loaded relationship. */
    private String shown(Row row, boolean holder, List<?> entities) {
        String attribute = attribute(row, holder);
        for (Object each : entities) {
            Object expected = unit.get(each, attribute);
            if (place.isField() && expected != field(each, attribute)) {
                return "the field holds " + field(each, attribute);
            }
            if (place.isBase() && each instanceof EasyModel model) {
                Object found = expected instanceof Collection<?>
                        ? model.relatedList(attribute, Object.class)
                        : model.related(attribute, Object.class).orElse(null);
                if (expected instanceof Collection<?> several
                        ? !List.copyOf(several).equals(found)
                        : expected != found) {
                    return "the base class shows " + found;
                }
            }
        }
        return "";
    }

    private static Object field(Object entity, String attribute) {
        try {
            Field field = entity.getClass().getField(attribute);
            return field.get(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object> related(Object entity, String attribute) {
        Object value = unit.get(entity, attribute);
        if (value instanceof Collection<?> several) {
            return new ArrayList<>(several);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> holdersOf(Row row, int target) {
        return IntStream.range(0, MatrixRows.COUNT)
                .filter(holder -> row.targetOf(holder) == target)
                .mapToObj(holder -> name("h", row, holder))
                .toList();
    }

    private static String name(String prefix, Row row, int number) {
        return prefix + " " + row.name() + " " + number;
    }

    private static Integer number(String name) {
        return Integer.valueOf(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static String entity(Row row, boolean holder) {
        return holder ? row.holder() : row.target();
    }

    private static String attribute(Row row, boolean holder) {
        return holder ? row.attribute() : row.inverse();
    }

    private static String condition(Row row, boolean holder) {
        return " where e.name like '" + (holder ? "h " : "t ") + row.name() + " %' and e.place < :rows";
    }

    private static String equal(Object expected, Object found) {
        return expected.equals(found) ? "" : "expected " + expected + " but found " + found + ". ";
    }

    private List<String> names(String jpql) {
        return read(em -> em.createQuery(jpql, String.class).getResultList());
    }

    private Class<?> type(String entity) {
        return unit.model().entity(entity).orElseThrow().type();
    }

    private <R> R read(Function<EntityManager, R> work) {
        try (EntityManager em = factory.createEntityManager()) {
            return work.apply(em);
        }
    }

    @Override
    public void close() {
        easy.close();
        factory.close();
    }
}
