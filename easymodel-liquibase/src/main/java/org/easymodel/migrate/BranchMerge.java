package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Joins what two branches made of one schema. What only one of them touched is taken from it; what both touched is a
 * clash, even if they did the same, since a database would have to do it twice. For one merge and one thread.
 */
final class BranchMerge {

    /**
     * Something that cannot be joined.
     *
     * @param place what it is about
     * @param fact why; empty if both sides changed it
     * @param paths the files whose revisions are to blame
     */
    record Clash(String place, String fact, Set<String> paths) {}

    private final SchemaState base;
    private final SchemaState left;
    private final SchemaState right;
    private final SortedMap<String, Object> merged = new TreeMap<>();
    private final List<Clash> clashes = new ArrayList<>();

    private BranchMerge(SchemaState base, SchemaState left, SchemaState right) {
        this.base = base;
        this.left = left;
        this.right = right;
    }

    /** The joined state, and what could not be joined; the state is whole only if there is no clash. */
    record Result(SchemaState state, List<Clash> clashes) {}

    static Result of(SchemaState base, SchemaState left, SchemaState right) {
        BranchMerge merge = new BranchMerge(base, left, right);
        merge.run();
        return new Result(new SchemaState(merge.merged), List.copyOf(merge.clashes));
    }

    private void run() {
        SortedSet<String> paths = new TreeSet<>(base.parts().keySet());
        paths.addAll(left.parts().keySet());
        paths.addAll(right.parts().keySet());
        for (String path : paths) {
            Object before = base.parts().get(path);
            Object ours = left.parts().get(path);
            Object theirs = right.parts().get(path);
            Object joined = join(path, before, ours, theirs);
            if (joined != null) {
                merged.put(path, joined);
            }
        }
        if (clashes.isEmpty()) {
            checkReferences();
            checkNames();
            RebuiltColumns.clashes(base, left, new SchemaState(merged)).forEach(clashes::add);
            RebuiltColumns.clashes(base, right, new SchemaState(merged)).forEach(clashes::add);
        }
    }

    private @Nullable Object join(
            String path, @Nullable Object before, @Nullable Object ours, @Nullable Object theirs) {
        if (Objects.equals(ours, before)) {
            return theirs;
        } else if (Objects.equals(theirs, before)) {
            return ours;
        } else if (before instanceof Table old && ours instanceof Table one && theirs instanceof Table other) {
            return new TableMerge(old, one, other)
                    .merge((place, fact) -> clashes.add(new Clash(place, fact, Set.of(path))));
        }
        Object any = Stream.of(before, ours, theirs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        clashes.add(new Clash(name(any), "", Set.of(path)));
        return ours;
    }

    private static String name(Object part) {
        return part instanceof Table table ? table.name().sql() : ((org.easymodel.schema.Sequence) part).sql();
    }

    private List<Table> tables() {
        return merged.values().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    /** A foreign key of one branch may lead to what the other branch dropped. */
    private void checkReferences() {
        Map<TableName, Table> byName = new HashMap<>();
        tables().forEach(table -> byName.put(table.name(), table));
        for (Table table : tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                Optional<Table> target = Optional.ofNullable(byName.get(key.target()));
                if (target.filter(each -> hasKey(each, key.targetColumns())).isEmpty()) {
                    clashes.add(new Clash(
                            table.name() + "." + key.name(),
                            "the foreign key leads to no key of " + key.target(),
                            Set.of(StateFile.of(table.name()), StateFile.of(key.target()))));
                }
            }
        }
    }

    private static boolean hasKey(Table table, List<Identifier> columns) {
        Set<Identifier> wanted = new HashSet<>(columns);
        return Stream.of(
                        table.primaryKey().stream().map(key -> key.columns()),
                        table.uniqueKeys().stream().map(key -> key.columns()),
                        table.indexes().stream().filter(index -> index.unique()).map(index -> index.columns()))
                .flatMap(lists -> lists)
                .anyMatch(list -> new HashSet<>(list).equals(wanted));
    }

    /** Names of keys and indexes are unique in a whole schema, so two branches may take the same one for two tables. */
    private void checkNames() {
        Map<String, TableName> owners = new HashMap<>();
        for (Table table : tables()) {
            for (Identifier name : names(table)) {
                String full = table.name().schema().map(Identifier::sql).orElse("") + "." + name.sql();
                TableName other = owners.putIfAbsent(full, table.name());
                if (other != null && !other.equals(table.name())) {
                    clashes.add(new Clash(
                            name.sql(),
                            "the name is that of a key or index of " + other + " and of " + table.name(),
                            Set.of(StateFile.of(other), StateFile.of(table.name()))));
                }
            }
        }
    }

    private static Set<Identifier> names(Table table) {
        Set<Identifier> names = new LinkedHashSet<>();
        table.primaryKey().ifPresent(key -> names.add(key.name()));
        table.uniqueKeys().forEach(key -> names.add(key.name()));
        table.indexes().forEach(index -> names.add(index.name()));
        return names;
    }
}
