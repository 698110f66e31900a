package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Joins what two branches made of one table, attribute by attribute. For one merge and one thread. */
final class TableMerge {

    private final Table base;
    private final Table left;
    private final Table right;
    private BiConsumer<String, String> clash = (place, fact) -> {};

    TableMerge(Table base, Table left, Table right) {
        this.base = base;
        this.left = left;
        this.right = right;
    }

    /**
     * The joined table; our own where they clash.
     *
     * @param clashes hears of the place of each clash, and of the fact unless it is that both changed it
     */
    Table merge(BiConsumer<String, String> clashes) {
        clash = clashes;
        List<Column> columns = byName(Table::columns, Column::name, this::column);
        try {
            Table merged = new Table(
                    base.name(),
                    columns,
                    pick(base.primaryKey(), left.primaryKey(), right.primaryKey(), base.name() + " (primary key)"),
                    byName(Table::uniqueKeys, UniqueKey::name, this::none),
                    byName(Table::indexes, Index::name, this::none),
                    byName(Table::foreignKeys, ForeignKey::name, this::none),
                    byName(Table::checks, Check::name, this::none),
                    byName(Table::generatorRows, GeneratorRow::name, this::none),
                    pick(base.comment(), left.comment(), right.comment(), base.name() + " (comment)"));
            checkWords(merged);
            return merged;
        } catch (IllegalArgumentException e) {
            clash.accept(base.name().sql(), "a key is over a column that is dropped");
            return left;
        }
    }

    private <T> T pick(T before, T ours, T theirs, String place) {
        if (Objects.equals(ours, before)) {
            return theirs;
        }
        if (!Objects.equals(theirs, before)) {
            clash.accept(place, "");
        }
        return ours;
    }

    /** What both sides changed and all three have. */
    private interface Joint<T> {
        Optional<T> of(T before, T ours, T theirs);
    }

    private <T> Optional<T> none(T before, T ours, T theirs) {
        return Optional.empty();
    }

    private <N, T> List<T> byName(Function<Table, List<T>> parts, Function<T, N> name, Joint<T> joint) {
        Map<N, T> before = map(parts.apply(base), name);
        Map<N, T> ours = map(parts.apply(left), name);
        Map<N, T> theirs = map(parts.apply(right), name);
        Set<N> names = new TreeSet<>(before.keySet());
        names.addAll(ours.keySet());
        names.addAll(theirs.keySet());
        List<T> merged = new ArrayList<>();
        for (N each : names) {
            T joined = join(before.get(each), ours.get(each), theirs.get(each), base.name() + "." + each, joint);
            if (joined != null) {
                merged.add(joined);
            }
        }
        return merged;
    }

    private <T> @Nullable T join(
            @Nullable T before, @Nullable T ours, @Nullable T theirs, String place, Joint<T> joint) {
        if (Objects.equals(ours, before)) {
            return theirs;
        } else if (Objects.equals(theirs, before)) {
            return ours;
        }
        if (before != null && ours != null && theirs != null) {
            Optional<T> joined = joint.of(before, ours, theirs);
            if (joined.isPresent()) {
                return joined.get();
            }
        }
        clash.accept(place, "");
        return ours;
    }

    private static <N, T> Map<N, T> map(Collection<T> parts, Function<T, N> name) {
        return parts.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /**
     * Different attributes of one column can be joined; but a database may have to build the column anew for another type
     * or numbering, with all that its branch knew of it.
     */
    private Optional<Column> column(Column before, Column ours, Column theirs) {
        if (isRebuilt(before, ours) || isRebuilt(before, theirs)) {
            return Optional.empty();
        }
        String place = base.name() + "." + before.name();
        return Optional.of(new Column(
                before.name(),
                before.type(),
                pick(before.nullable(), ours.nullable(), theirs.nullable(), place + " (empty values)"),
                pick(before.defaultValue(), ours.defaultValue(), theirs.defaultValue(), place + " (default)"),
                before.identity(),
                pick(before.values(), ours.values(), theirs.values(), place + " (constants)"),
                pick(before.comment(), ours.comment(), theirs.comment(), place + " (comment)")));
    }

    private static boolean isRebuilt(Column before, Column after) {
        return !before.type().equals(after.type()) || before.identity() != after.identity();
    }

    /** Checks and indexes hold SQL text: what one branch names there, the other may have dropped or renamed. */
    private void checkWords(Table merged) {
        Set<Identifier> gone = base.columns().stream()
                .map(Column::name)
                .filter(name -> merged.column(name).isEmpty())
                .collect(Collectors.toSet());
        for (Check check : merged.checks()) {
            requireNone(gone, SqlWords.of(check), check.name());
        }
        for (Index index : merged.indexes()) {
            requireNone(gone, SqlWords.of(index), index.name());
        }
    }

    private void requireNone(Set<Identifier> gone, Set<Identifier> words, Identifier owner) {
        words.stream()
                .filter(gone::contains)
                .sorted()
                .findFirst()
                .ifPresent(name -> clash.accept(base.name() + "." + owner, "it names " + name + ", which is dropped"));
    }
}
