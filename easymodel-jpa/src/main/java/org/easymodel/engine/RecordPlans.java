package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;

/** How records are made of the entities of one unit; each plan is made when it is first needed. Safe for any number of threads. */
final class RecordPlans {

    /** What a record of one class is made of. */
    private record Pair(Class<?> owner, Class<? extends Record> record) {}

    private final Anatomy anatomy;
    private final Map<Pair, RecordPlan> plans = new ConcurrentHashMap<>();

    RecordPlans(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    /** A plan; that a record can be made so is checked by {@link #check}. */
    RecordPlan plan(Class<?> owner, Class<? extends Record> type) {
        Pair pair = new Pair(owner, type);
        RecordPlan known = plans.get(pair);
        if (known != null) {
            return known;
        }
        RecordPlan plan = read("", pair, new ArrayList<>());
        plans.putIfAbsent(pair, plan);
        return plan;
    }

    /**
     * Checks a record with all records in it.
     *
     * @throws org.easymodel.failure.InvalidRequestException with all components that cannot be filled
     */
    void check(String place, Class<?> owner, Class<? extends Record> type) {
        if (plans.containsKey(new Pair(owner, type))) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        check(place, new Pair(owner, type), problems, new HashSet<>());
        Problems.throwIfAny(problems);
    }

    private void check(String place, Pair pair, List<Problem> problems, Set<Pair> seen) {
        if (!seen.add(pair)) {
            return;
        }
        for (RecordPlan.Slot slot : read(place, pair, problems).slots()) {
            nested(slot.form()).ifPresent(record -> Paths.allBelow(slot.last())
                    .forEach(below -> check(place, new Pair(below, record), problems, seen)));
        }
    }

    /** The record in a form. */
    static Optional<Class<? extends Record>> nested(RecordForm form) {
        if (form instanceof RecordForm.Nested nested) {
            return Optional.of(nested.type());
        }
        if (form instanceof RecordForm.Several several) {
            return nested(several.element());
        }
        return form instanceof RecordForm.Keyed keyed ? nested(keyed.element()) : Optional.empty();
    }

    private RecordPlan read(String place, Pair pair, List<Problem> problems) {
        Canonical<?> record = Canonical.of(pair.record());
        List<RecordPlan.Slot> slots = new ArrayList<>();
        for (RecordComponent component : record.components()) {
            List<List<Part>> routes = new ArrayList<>();
            anatomy.part(pair.owner(), component.getName()).ifPresent(part -> routes.add(List.of(part)));
            if (routes.isEmpty()) {
                routes(pair.owner(), capital(component.getName()), List.of(), routes);
                keepShortest(routes);
            }
            if (routes.size() == 1) {
                slot(place, pair, component, routes.get(0), problems).ifPresent(slots::add);
            } else if (routes.isEmpty()) {
                problems.add(Problems.noPartForComponent(anatomy, place, pair.record(), component, pair.owner()));
            } else {
                problems.add(Problems.severalPartsForComponent(
                        place,
                        pair.record(),
                        component,
                        routes.stream().map(route -> path(route)).toList()));
            }
        }
        return new RecordPlan(record, List.copyOf(slots));
    }

    /** The paths that a name such as {@code CategoryName} may stand for, over embeddables and to-one relationships. */
    private void routes(Class<?> owner, String name, List<Part> before, List<List<Part>> routes) {
        for (Part part : anatomy.parts(owner)) {
            String capital = capital(part.name());
            List<Part> route = new ArrayList<>(before);
            route.add(part);
            if (name.equals(capital) && !before.isEmpty()) {
                routes.add(List.copyOf(route));
            } else if (name.startsWith(capital)
                    && name.length() > capital.length()
                    && isSingle(part)
                    && Character.isUpperCase(name.charAt(capital.length()))) {
                routes(Paths.below(part), name.substring(capital.length()), route, routes);
            }
        }
    }

    /** An attribute that holds a key, such as {@code managerId}, rather than the id at the end of the relationship. */
    private static void keepShortest(List<List<Part>> routes) {
        int shortest = routes.stream().mapToInt(List::size).min().orElse(0);
        routes.removeIf(route -> route.size() > shortest);
    }

    private static boolean isSingle(Part part) {
        return part instanceof Part.Embedded || part instanceof Part.Relation relation && !relation.toMany();
    }

    private Optional<RecordPlan.Slot> slot(
            String place, Pair pair, RecordComponent component, List<Part> route, List<Problem> problems) {
        Part last = route.get(route.size() - 1);
        Optional<RecordForm> form = RecordForm.of(component, last);
        if (form.isEmpty()) {
            problems.add(Problems.wrongTypeForComponent(place, pair.record(), component, path(route), expected(last)));
        }
        return form.map(each -> new RecordPlan.Slot(component, route, each));
    }

    private String expected(Part part) {
        if (part instanceof Part.Value value) {
            return value.type().getSimpleName();
        }
        if (part instanceof Part.Relation relation) {
            return relation.toMany()
                    ? "a List of records, or of " + anatomy.nameOf(relation.target())
                    : "a record, or as " + anatomy.nameOf(relation.target());
        }
        if (part instanceof Part.Polymorphic pair) {
            return "a record, or a type that all of "
                    + pair.targets().stream().map(anatomy::nameOf).collect(Collectors.joining(", ")) + " have";
        }
        if (part instanceof Part.Elements elements) {
            String name = elements.element().getSimpleName();
            return elements.key().isPresent()
                    ? "a Map from " + elements.key().get().getSimpleName() + " to "
                            + (elements.embeddable() ? "records, or to " + name : name)
                    : "a List of " + (elements.embeddable() ? "records, or of " + name : name);
        }
        return "a record, or as " + ((Part.Embedded) part).type().getSimpleName();
    }

    private static String path(List<Part> route) {
        return route.stream().map(Part::name).collect(Collectors.joining("."));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
