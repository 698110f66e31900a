package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Finds the lines between the tables of a schema: one for each foreign key constraint, one for each key that only a
 * relationship knows of, and one for each relationship over a third table. A key that constraint and relationships speak
 * of is one line.
 */
final class Lines {

    private record Key(TableName holder, List<Identifier> columns, TableName target) {}

    /** A line that no key of its two tables makes, and the attributes at its ends. */
    private record Bridge(Line line, String attributes) {}

    private final SchemaModel schema;
    private final EntityTables entities;
    private final Map<Key, Line> keys = new LinkedHashMap<>();
    private final Set<Key> claimed = new HashSet<>();
    private final List<Bridge> bridges = new ArrayList<>();

    private Lines(SchemaModel schema, EntityTables entities) {
        this.schema = schema;
        this.entities = entities;
    }

    /** The lines of a schema, in order. */
    static List<Line> of(SchemaModel schema, EntityTables entities) {
        return new Lines(schema, entities).find();
    }

    private List<Line> find() {
        schema.tables().forEach(table -> table.foreignKeys().forEach(key -> add(table, key)));
        List<RelationshipNote> notes = entities.relationships().stream()
                .filter(note -> isThere(note.table()) && isThere(note.target()))
                .toList();
        notes.stream().filter(Lines::namesItsKey).forEach(this::addKey);
        notes.stream().filter(note -> hasKey(note) && !namesItsKey(note)).forEach(this::claimKey);
        notes.stream().filter(note -> !hasKey(note) && !isAnswered(note, notes)).forEach(this::addBridge);
        return Stream.concat(keys.values().stream(), distinctBridges()).sorted().toList();
    }

    private static boolean hasKey(RelationshipNote note) {
        return note.cardinality() != Cardinality.MANY_TO_MANY
                && (note.owner() || !note.columns().isEmpty());
    }

    private static boolean namesItsKey(RelationshipNote note) {
        return hasKey(note) && !note.columns().isEmpty();
    }

    private void add(Table table, ForeignKey key) {
        if (isThere(key.target())) {
            keys.putIfAbsent(
                    new Key(table.name(), key.columns(), key.target()),
                    line(table, key.columns(), key.target(), key.targetColumns(), Optional.of(key)));
        }
    }

    private Line line(
            Table holder,
            List<Identifier> columns,
            TableName target,
            List<Identifier> targetColumns,
            Optional<ForeignKey> constraint) {
        boolean required = columns.stream()
                .allMatch(column ->
                        holder.column(column).filter(found -> !found.nullable()).isPresent());
        Line.End right = Uniqueness.of(holder, columns) ? Line.End.OPTIONAL : Line.End.MANY;
        if (right == Line.End.OPTIONAL
                && Uniqueness.ofPrimaryKey(holder, columns)
                && entities.isSecondary(holder, target)) {
            right = Line.End.ONE;
        }
        return new Line(
                target,
                required ? Line.End.ONE : Line.End.OPTIONAL,
                holder.name(),
                right,
                columns,
                targetColumns,
                columns.stream().map(Identifier::text).collect(Collectors.joining(", ")),
                constraint);
    }

    private void addKey(RelationshipNote note) {
        List<Identifier> columns = note.columns();
        TableName holder = entities.holder(note.owner() ? note.table() : note.target(), columns);
        TableName target = note.owner() ? note.target() : note.table();
        Optional<Key> known = knownKey(holder, columns, target);
        Key key = known.orElseGet(() -> new Key(holder, columns, target));
        if (known.isEmpty()) {
            Table table = schema.table(holder).orElseThrow();
            Line line = line(table, key.columns(), target, primaryColumns(target, columns.size()), Optional.empty());
            keys.put(key, leadsElsewhere(note) ? line.withLeftEnd(Line.End.OPTIONAL) : line);
        }
        if (note.cardinality() == Cardinality.ONE_TO_ONE && keys.get(key).rightEnd() == Line.End.MANY) {
            keys.computeIfPresent(key, (same, line) -> line.withRightEnd(Line.End.OPTIONAL));
        }
        claimed.add(key);
    }

    /** Whether the columns hold keys of several tables, so that of none of them every row has one. */
    private boolean leadsElsewhere(RelationshipNote note) {
        TableName holder = note.owner() ? note.table() : note.target();
        return entities.relationships().stream()
                        .filter(other -> other.owner()
                                && other.table().equals(holder)
                                && other.columns().equals(note.columns()))
                        .map(other -> List.of(other.attribute(), other.target()))
                        .filter(other -> other.get(0)
                                .equals(
                                        note.owner()
                                                ? note.attribute()
                                                : note.inverse().orElse("")))
                        .distinct()
                        .count()
                > 1;
    }

    private Optional<Key> knownKey(TableName holder, List<Identifier> columns, TableName target) {
        List<Key> candidates = keys.keySet().stream()
                .filter(key -> key.holder().equals(holder) && key.columns().containsAll(columns))
                .filter(key -> entities.belongTogether(target, key.target()))
                .toList();
        return candidates.stream()
                .filter(key -> key.columns().size() == columns.size())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** The relationship has a key, but does not say in which columns: it takes the constraint that nobody else speaks of. */
    private void claimKey(RelationshipNote note) {
        Optional<Key> key = unclaimed(note.table(), note.target(), note.attribute());
        if (key.isEmpty()) {
            bridges.add(bridge(note, note.target(), note.table(), note.attribute()));
            return;
        }
        if (note.cardinality() == Cardinality.ONE_TO_ONE && keys.get(key.get()).rightEnd() == Line.End.MANY) {
            keys.computeIfPresent(key.get(), (same, line) -> line.withRightEnd(Line.End.OPTIONAL));
        }
        claimed.add(key.get());
    }

    private Optional<Key> unclaimed(TableName holder, TableName target, String attribute) {
        List<Key> free = keys.keySet().stream()
                .filter(key -> !claimed.contains(key))
                .filter(key ->
                        entities.belongTogether(holder, key.holder()) && entities.belongTogether(target, key.target()))
                .filter(key -> !entities.belongTogether(key.holder(), key.target()) || holder.equals(target))
                .toList();
        String name = attribute.toUpperCase(Locale.ROOT);
        return free.stream()
                .filter(key -> key.columns().get(0).text().replace("_", "").startsWith(name))
                .findFirst()
                .or(() -> free.stream().findFirst());
    }

    /** Neither table holds the key, as far as the relationship knows. */
    private void addBridge(RelationshipNote note) {
        String name = note.cardinality().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (note.cardinality() == Cardinality.MANY_TO_MANY) {
            boolean first = note.table().compareTo(note.target()) <= 0;
            bridges.add(bridge(note, first ? note.table() : note.target(), first ? note.target() : note.table(), name));
        } else if (note.cardinality() == Cardinality.ONE_TO_MANY) {
            Optional<Key> key = unclaimed(note.target(), note.table(), note.attribute());
            key.ifPresent(claimed::add);
            if (key.isEmpty()) {
                bridges.add(bridge(note, note.table(), note.target(), name));
            }
        } else {
            bridges.add(bridge(note, note.target(), note.table(), name));
        }
    }

    private static Bridge bridge(RelationshipNote note, TableName left, TableName right, String label) {
        Line line = new Line(
                left,
                note.cardinality() == Cardinality.MANY_TO_MANY ? Line.End.MANY : Line.End.OPTIONAL,
                right,
                note.cardinality() == Cardinality.ONE_TO_ONE ? Line.End.OPTIONAL : Line.End.MANY,
                List.of(),
                List.of(),
                label,
                Optional.empty());
        return new Bridge(
                line,
                note.attribute() + note.inverse().map(inverse -> ", " + inverse).orElse(""));
    }

    /** Two relationships of one kind between the same tables are told apart by their attributes. */
    private Stream<Line> distinctBridges() {
        return bridges.stream()
                .map(bridge -> bridges.stream()
                                        .map(Bridge::line)
                                        .filter(bridge.line()::equals)
                                        .count()
                                == 1
                        ? bridge.line()
                        : bridge.line().withLabel(bridge.line().label() + " (" + bridge.attributes() + ")"));
    }

    /** Whether the other side of the relationship draws the line: it has the key or the name, or is the first of two. */
    private boolean isAnswered(RelationshipNote note, List<RelationshipNote> notes) {
        return notes.stream()
                .filter(other -> !other.equals(note))
                .filter(other -> meet(note.target(), other.table()) && meet(note.table(), other.target()))
                .anyMatch(other ->
                        isNamed(note.inverse(), other) && (!isNamed(other.inverse(), note) || other.compareTo(note) < 0)
                                || hasKey(other) && isNamed(other.inverse(), note)
                                || isSecondSide(note, other, notes));
    }

    /**
     * Whether both are many-to-many and the sides of one relationship, though neither says so: they are the only two between
     * their tables, and there are no two link tables for them.
     */
    private boolean isSecondSide(RelationshipNote note, RelationshipNote other, List<RelationshipNote> notes) {
        return isUnnamed(note)
                && isUnnamed(other)
                && other.compareTo(note) < 0
                && notes.stream()
                                .filter(Lines::isUnnamed)
                                .filter(each -> meet(each.table(), note.table()) && meet(each.target(), note.target())
                                        || meet(each.table(), note.target()) && meet(each.target(), note.table()))
                                .count()
                        == 2
                && schema.tables().stream()
                                .filter(table -> !entities.isOfAnEntity(table.name()))
                                .filter(table -> isLink(table, note.table(), note.target()))
                                .count()
                        < 2;
    }

    private static boolean isUnnamed(RelationshipNote note) {
        return note.cardinality() == Cardinality.MANY_TO_MANY && note.inverse().isEmpty();
    }

    private boolean isLink(Table table, TableName first, TableName second) {
        return keys.keySet().stream()
                .filter(key -> key.holder().equals(table.name()) && meet(key.target(), first))
                .anyMatch(key -> keys.keySet().stream()
                        .filter(other -> !other.equals(key))
                        .anyMatch(other -> other.holder().equals(table.name()) && meet(other.target(), second)));
    }

    private boolean meet(TableName table, TableName other) {
        return entities.belongTogether(table, other) || entities.belongTogether(other, table);
    }

    private static boolean isNamed(Optional<String> inverse, RelationshipNote note) {
        return inverse.filter(note.attribute()::equals).isPresent();
    }

    private boolean isThere(TableName table) {
        return schema.table(table).isPresent();
    }

    private List<Identifier> primaryColumns(TableName table, int count) {
        return schema.table(table)
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == count)
                .orElse(List.of());
    }
}
