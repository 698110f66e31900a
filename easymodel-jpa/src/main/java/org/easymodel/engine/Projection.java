package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records made straight of the columns that they need, over to-one relationships. A record that needs more, such as the rows of a
 * to-many relationship, is made of entities instead.
 *
 * @param columns as the statement writes them
 */
record Projection<R extends Record>(Nested record, List<String> columns) {

    /** What one component, or a whole record, takes from a row. */
    private sealed interface Cell {

        @Nullable
        Object read(Object[] row);
    }

    /** One column. */
    private record Single(
            String place, Class<? extends Record> type, RecordComponent component, Class<?> wanted, int column)
            implements Cell {

        @Override
        public @Nullable Object read(Object[] row) {
            Object value = row[column];
            if (value == null) {
                if (component.getType().isPrimitive()) {
                    throw Problems.noValueForComponent(place, type, component);
                }
                return null;
            }
            if (wanted == String.class && value instanceof Enum<?> constant) {
                return constant.name();
            }
            return Conversion.to(wanted, value)
                    .orElseThrow(() -> Problems.lossyComponent(place, type, component, wanted, value.getClass()));
        }
    }

    /**
     * A record.
     *
     * @param presence the column that says whether there is such a row; -1 if the columns themselves do, or one always is
     */
    private record Nested(String place, RecordPlan plan, List<Cell> cells, int presence, boolean always)
            implements Cell {

        @Override
        public @Nullable Object read(Object[] row) {
            if (presence >= 0 && row[presence] == null) {
                return null;
            }
            if (!always && presence < 0 && cells.stream().allMatch(cell -> isEmpty(cell, row))) {
                return null;
            }
            return plan.record()
                    .make(place, cells.stream().map(cell -> cell.read(row)).toArray());
        }

        private static boolean isEmpty(Cell cell, Object[] row) {
            return cell instanceof Single single
                    ? row[single.column()] == null
                    : ((Nested) cell).cells().stream().allMatch(each -> isEmpty(each, row));
        }
    }

    /** The projection of a record; empty if it needs entities. */
    static <R extends Record> Optional<Projection<R>> of(Scope root, RecordPlans plans, Class<R> type) {
        List<String> columns = new ArrayList<>();
        Optional<Nested> record =
                new Reader(root, plans, columns).record(type, root.entity().type(), "", -1, true, List.of());
        return record.map(cells -> new Projection<>(cells, List.copyOf(columns)));
    }

    @SuppressWarnings("unchecked")
    R read(Object row) {
        return (R) Objects.requireNonNull(record.read(row instanceof Object[] several ? several : new Object[] {row}));
    }

    /** The relationships and collections that a record needs loaded, where it is made of entities. */
    static List<String> includes(RecordPlans plans, Class<?> owner, Class<? extends Record> type) {
        Set<String> paths = new TreeSet<>();
        collect(plans, owner, type, "", List.of(), paths);
        return List.copyOf(paths);
    }

    private static void collect(
            RecordPlans plans,
            Class<?> owner,
            Class<? extends Record> type,
            String prefix,
            List<Class<?>> above,
            Set<String> paths) {
        if (above.contains(type)) {
            return;
        }
        List<Class<?>> below = new ArrayList<>(above);
        below.add(type);
        for (RecordPlan.Slot slot : plans.plan(owner, type).slots()) {
            String path = prefix;
            boolean embedded = false;
            for (Part part : slot.route()) {
                path = path.isEmpty() ? part.name() : path + "." + part.name();
                embedded |= part instanceof Part.Embedded;
                if (!embedded && (part.leadsOn() || part instanceof Part.Elements)) {
                    paths.add(path);
                }
            }
            String end = path;
            if (slot.last() instanceof Part.Relation relation) {
                RecordPlans.nested(slot.form())
                        .ifPresent(nested -> collect(plans, relation.target(), nested, end, below, paths));
            }
            if (slot.last() instanceof Part.Polymorphic pair) {
                for (int i = 0; i < pair.targets().size(); i++) {
                    String typed = end + "." + pair.pair().entities().get(i);
                    Class<?> target = pair.targets().get(i);
                    RecordPlans.nested(slot.form())
                            .ifPresent(nested -> collect(plans, target, nested, typed, below, paths));
                }
            }
        }
    }

    /** Reads the plan of a record. */
    private record Reader(Scope root, RecordPlans plans, List<String> columns) {

        Optional<Nested> record(
                Class<? extends Record> type,
                Class<?> owner,
                String prefix,
                int presence,
                boolean always,
                List<Class<?>> above) {
            if (above.contains(type)) {
                return Optional.empty();
            }
            List<Class<?>> below = new ArrayList<>(above);
            below.add(type);
            RecordPlan plan = plans.plan(owner, type);
            List<Cell> cells = new ArrayList<>();
            for (RecordPlan.Slot slot : plan.slots()) {
                Optional<? extends Cell> cell = cell(type, slot, prefix, below);
                if (cell.isEmpty()) {
                    return Optional.empty();
                }
                cells.add(cell.get());
            }
            return Optional.of(new Nested(root.statement().place(), plan, List.copyOf(cells), presence, always));
        }

        private Optional<? extends Cell> cell(
                Class<? extends Record> type, RecordPlan.Slot slot, String prefix, List<Class<?>> above) {
            String path = prefix + slot.path();
            if (slot.form() instanceof RecordForm.Plain plain && slot.last() instanceof Part.Value) {
                int column = column(root.value(path).text());
                return Optional.of(new Single(root.statement().place(), type, slot.component(), plain.type(), column));
            }
            boolean several = slot.last() instanceof Part.Polymorphic;
            if (several || !(slot.form() instanceof RecordForm.Nested nested)) {
                return Optional.empty();
            }
            Class<?> owner = Paths.below(slot.last());
            if (slot.last() instanceof Part.Embedded) {
                return record(nested.type(), owner, path + ".", -1, false, above);
            }
            Route route = root.route(path);
            int presence = column(root.leading(route.hops()).get(0));
            return record(nested.type(), owner, path + ".", presence, false, above);
        }

        private int column(String text) {
            if (!columns.contains(text)) {
                columns.add(text);
            }
            return columns.indexOf(text);
        }
    }
}
