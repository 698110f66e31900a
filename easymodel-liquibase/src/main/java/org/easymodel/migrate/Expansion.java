package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * One difference as two: first what the old code does not mind, then what the new code does not need. Between them both run.
 *
 * <p>The first adds tables and columns, takes requirements off that the new code does not meet, fills new columns, copies
 * what was renamed, and runs the data steps. The second fills and copies once more what the old code has written
 * since, requires what must be, and drops what is gone.
 *
 * @param middle the schema between the two
 * @param expand what leads to it
 * @param contract what leads on from it
 */
public record Expansion(SchemaModel middle, SchemaDiff expand, SchemaDiff contract) {

    /**
     * The two differences between two schemas; either may be empty.
     *
     * @param before the schema that the database has
     * @param after the schema that it shall have, with its notes
     * @param options what a person adds
     * @throws org.easymodel.failure.InvalidRequestException if an option is not of its form
     */
    public static Expansion between(SchemaModel before, SchemaModel after, RevisionOptions options) {
        return new Splitter(before, after, options).split();
    }

    /** Makes the schema between two others. For one pair and one thread. */
    private static final class Splitter {

        private final SchemaModel before;
        private final SchemaModel after;
        private final RevisionOptions options;
        private final Renames renames;
        private final Map<TableName, Table> now;
        private final Map<Change, Plan.Phase> copies = new LinkedHashMap<>();
        private final Map<Change, Plan.Phase> copiesAgain = new LinkedHashMap<>();
        private final List<String> renamesLeft;
        private final List<String> accept;

        Splitter(SchemaModel before, SchemaModel after, RevisionOptions options) {
            this.before = before;
            this.after = after;
            this.options = options;
            this.renames = RenameResolver.resolve(before, after, options);
            this.now = after.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
            this.renamesLeft = new ArrayList<>(options.renames());
            this.accept = new ArrayList<>(options.accept());
        }

        Expansion split() {
            if (!renames.problems().isEmpty()) {
                return new Expansion(
                        before, new SchemaDiff(List.of(), renames.problems()), new SchemaDiff(List.of(), List.of()));
            }
            List<Table> tables = new ArrayList<>();
            Set<TableName> known = new HashSet<>();
            for (Table old : before.tables()) {
                TableName name = renames.after(old.name());
                known.add(name);
                tables.add(Optional.ofNullable(now.get(name))
                        .map(each -> expanded(old, each))
                        .orElse(old));
            }
            List<Table> fresh = after.tables().stream()
                    .filter(each -> !known.contains(each.name()))
                    .toList();
            Map<TableName, Table> keyed = Stream.concat(tables.stream(), fresh.stream())
                    .collect(Collectors.toMap(Table::name, Function.identity()));
            fresh.forEach(each -> tables.add(each.withForeignKeys(each.foreignKeys().stream()
                    .map(this::toPresent)
                    .filter(key -> hasKey(keyed.get(key.target()), key))
                    .toList())));
            SchemaModel middle =
                    SchemaModel.of(tables, sequences()).withNotes(after.notes().withRenames(List.of()));
            SchemaDiff first = new DiffPlanner(
                            before,
                            middle,
                            new RevisionOptions(List.of(), List.of(), List.of(), options.data(), options.tactics()),
                            copies)
                    .plan();
            SchemaDiff second = new DiffPlanner(
                            middle,
                            after,
                            new RevisionOptions(renamesLeft, options.defaults(), accept, List.of(), options.tactics()),
                            copiesAgain)
                    .plan();
            return new Expansion(middle, first, second);
        }

        /** The old table with all that the new code needs and the old code does not mind. */
        private Table expanded(Table old, Table wanted) {
            Map<Identifier, Identifier> renamed = copyable(old, wanted);
            Set<Identifier> kept = old.columns().stream().map(Column::name).collect(Collectors.toSet());
            List<Column> columns = new ArrayList<>();
            for (Column column : old.columns()) {
                boolean goes =
                        wanted.column(present(wanted, column.name())).isEmpty() || renamed.containsKey(column.name());
                Column next = wanted.column(column.name()).orElse(column);
                columns.add(
                        goes
                                ? optional(column, old)
                                : present(wanted, column.name()).equals(column.name())
                                        ? loosened(column, next)
                                        : column);
            }
            for (Column column : wanted.columns()) {
                if (!kept.contains(column.name())
                        && !renames.columnsOf(wanted.name()).containsValue(column.name())) {
                    columns.add(added(old, column));
                }
            }
            renamed.forEach((from, to) -> columns.add(copied(old, wanted, from, to)));
            Set<Identifier> all = columns.stream().map(Column::name).collect(Collectors.toSet());
            return new Table(
                    old.name(),
                    columns,
                    old.primaryKey(),
                    old.uniqueKeys().stream()
                            .filter(key -> stays(wanted, key.columns(), wanted.uniqueKeys(), UniqueKey::columns))
                            .toList(),
                    indexes(old, wanted, all),
                    old.foreignKeys().stream()
                            .filter(key -> stays(wanted, key.columns(), wanted.foreignKeys(), ForeignKey::columns))
                            .toList(),
                    checks(old, wanted),
                    generatorRows(old, wanted),
                    wanted.comment());
        }

        /** What goes with its columns stays until then; of what would only stand in the way of the new code nothing stays. */
        private <K> boolean stays(
                Table wanted, List<Identifier> columns, List<K> keys, Function<K, List<Identifier>> columnsOf) {
            List<Identifier> later =
                    columns.stream().map(each -> present(wanted, each)).toList();
            return later.stream().anyMatch(each -> wanted.column(each).isEmpty())
                    || !later.equals(columns)
                    || keys.stream().anyMatch(key -> columnsOf.apply(key).equals(columns));
        }

        private Identifier present(Table wanted, Identifier column) {
            return renames.columnsOf(wanted.name()).getOrDefault(column, column);
        }

        /** The renamed columns that can stand beside their new selves; those of the primary key cannot. */
        private Map<Identifier, Identifier> copyable(Table old, Table wanted) {
            Map<Identifier, Identifier> result = new LinkedHashMap<>();
            Set<Identifier> key =
                    new HashSet<>(old.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
            renames.columnsOf(wanted.name()).forEach((from, to) -> {
                Optional<Column> column = old.column(from);
                if (column.isPresent()
                        && !key.contains(from)
                        && !column.get().identity()
                        && old.column(to).isEmpty()) {
                    result.put(from, to);
                }
            });
            return result;
        }

        private Column copied(Table old, Table wanted, Identifier from, Identifier to) {
            Column column = old.column(from).orElseThrow();
            Column target = wanted.column(to).orElseThrow();
            Change copy = new Change.CopyColumn(old.name(), from, to);
            TableName later = wanted.name();
            copies.put(copy, Plan.Phase.ADD_ROWS);
            copiesAgain.put(new Change.CopyColumn(later, from, to), Plan.Phase.FILL);
            accept.add("EM102:" + later + "." + from);
            renamesLeft.removeIf(each -> isOf(each, old.name(), later, from, to));
            return new Column(to, column.type(), true, Optional.empty(), false, column.values(), target.comment());
        }

        private static boolean isOf(String option, TableName old, TableName later, Identifier from, Identifier to) {
            return Stream.of(old, later).anyMatch(table -> option.equalsIgnoreCase(table + "." + from + "=" + to));
        }

        /** A new column; the rows get its value at once, and those that the old code writes get it in the second revision. */
        private Column added(Table old, Column column) {
            if (column.nullable() || column.identity() || column.defaultValue().isPresent()) {
                return column;
            }
            options.defaults().stream()
                    .filter(each -> each.toUpperCase(Locale.ROOT)
                            .startsWith((old.name() + "." + column.name()).toUpperCase(Locale.ROOT) + "="))
                    .findFirst()
                    .flatMap(each -> FillValue.of(each.substring(each.indexOf('=') + 1), column.type()))
                    .ifPresent(value ->
                            copies.put(new Change.FillColumn(old.name(), column.name(), value), Plan.Phase.FILL));
            return column.withNullable(true);
        }

        private static Column optional(Column column, Table table) {
            boolean inKey = table.primaryKey()
                    .filter(key -> key.columns().contains(column.name()))
                    .isPresent();
            return inKey || column.identity() || column.defaultValue().isPresent() ? column : column.withNullable(true);
        }

        /** What takes more values than before can do so at once. */
        private static Column loosened(Column old, Column wanted) {
            boolean wider = !old.type().equals(wanted.type())
                    && old.identity() == wanted.identity()
                    && new TypeConversion(old.type(), wanted.type()).effect() == TypeConversion.Effect.FREE;
            boolean sameType = old.type().equals(wanted.type());
            return new Column(
                    old.name(),
                    wider ? wanted.type() : old.type(),
                    old.nullable() || wanted.nullable(),
                    wider || sameType ? wanted.defaultValue() : old.defaultValue(),
                    old.identity(),
                    grows(old, wanted) ? wanted.values() : old.values(),
                    wanted.comment());
        }

        private static boolean grows(Column old, Column wanted) {
            return old.values().isPresent()
                    && wanted.values().isPresent()
                    && holds(wanted.values().get(), old.values().get());
        }

        private static boolean holds(EnumValues all, EnumValues some) {
            boolean together = all.kind() == some.kind();
            return together
                    && (all.kind() == EnumValues.Kind.POSITION
                            ? all.values().size() >= some.values().size()
                                    && all.values()
                                            .subList(0, some.values().size())
                                            .equals(some.values())
                            : new HashSet<>(all.values()).containsAll(some.values()));
        }

        /** A check goes with its columns, gets its new text where a column takes more values, and comes in the second revision. */
        private List<Check> checks(Table old, Table wanted) {
            List<Check> checks = new ArrayList<>();
            for (Check check : old.checks()) {
                List<Identifier> columns = SqlWords.columns(check, old);
                boolean gone =
                        columns.stream().anyMatch(each -> wanted.column(each).isEmpty());
                Optional<Check> next = wanted.checks().stream()
                        .filter(each -> each.name().equals(check.name()))
                        .findFirst();
                if (gone || next.filter(check::equals).isPresent()) {
                    checks.add(check);
                } else if (next.isPresent()) {
                    boolean grown = !columns.isEmpty()
                            && columns.stream()
                                    .allMatch(each -> grows(
                                            old.column(each).orElseThrow(),
                                            wanted.column(each).orElseThrow()));
                    checks.add(grown ? next.get() : check);
                }
            }
            return checks;
        }

        private List<Index> indexes(Table old, Table wanted, Set<Identifier> columns) {
            Map<Identifier, Index> indexes = new HashMap<>();
            old.indexes().stream()
                    .filter(index ->
                            !index.unique() || stays(wanted, index.columns(), wanted.indexes(), Index::columns))
                    .forEach(index -> indexes.put(index.name(), index));
            wanted.indexes().stream()
                    .filter(index -> !index.unique()
                            && index.isPlain()
                            && columns.containsAll(index.columns())
                            && indexes.values().stream()
                                    .noneMatch(each -> each.columns().equals(index.columns())))
                    .forEach(index -> indexes.putIfAbsent(index.name(), index));
            return List.copyOf(indexes.values());
        }

        private static List<GeneratorRow> generatorRows(Table old, Table wanted) {
            Map<String, GeneratorRow> rows = new LinkedHashMap<>();
            old.generatorRows().forEach(row -> rows.put(row.name(), row));
            wanted.generatorRows().forEach(row -> rows.putIfAbsent(row.name(), row));
            return List.copyOf(rows.values());
        }

        private List<Sequence> sequences() {
            Map<String, Sequence> sequences = new LinkedHashMap<>();
            before.sequences().forEach(each -> sequences.put(each.sql(), each));
            after.sequences().forEach(each -> sequences.putIfAbsent(each.sql(), each));
            return List.copyOf(sequences.values());
        }

        /** A new table may lead to one that still has its former name. */
        private ForeignKey toPresent(ForeignKey key) {
            return renames.tables().entrySet().stream()
                    .filter(each -> each.getValue().equals(key.target()))
                    .findFirst()
                    .map(each -> new ForeignKey(
                            key.name(), key.columns(), each.getKey(), key.targetColumns(), key.onDelete()))
                    .orElse(key);
        }

        private static boolean hasKey(Table target, ForeignKey key) {
            Set<Identifier> columns = new HashSet<>(key.targetColumns());
            return target != null
                    && Stream.concat(
                                    target.primaryKey().stream().map(PrimaryKey::columns),
                                    target.uniqueKeys().stream().map(UniqueKey::columns))
                            .anyMatch(each -> new HashSet<>(each).equals(columns));
        }
    }
}
