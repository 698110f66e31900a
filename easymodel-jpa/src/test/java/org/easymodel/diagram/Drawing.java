package org.easymodel.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.ForeignKey.OnDelete;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Notes;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/** A schema put together in few words, and the lines of its diagrams. Not safe for threads. */
final class Drawing {

    private final List<Table> tables = new ArrayList<>();
    private final List<EntityNote> entities = new ArrayList<>();
    private final List<RelationshipNote> relationships = new ArrayList<>();

    /** A table with the key "id"; a column that ends in "?" may be empty. */
    Drawing table(String name, String... columns) {
        return table(name, List.of("id"), columns);
    }

    /** A table with a key of these columns, which are no others. */
    Drawing table(String name, List<String> key, String... columns) {
        tables.add(Table.of(
                        TableName.parse(name),
                        Stream.concat(key.stream(), Stream.of(columns))
                                .distinct()
                                .map(Drawing::column)
                                .toList())
                .withPrimaryKey(
                        key.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new PrimaryKey(Identifier.of("pk_" + name), identifiers(key)))));
        return this;
    }

    Drawing table(Table table) {
        tables.add(table);
        return this;
    }

    private static Column column(String name) {
        ColumnType type = ColumnType.of(Kind.INT64);
        return name.endsWith("?")
                ? Column.nullable(name.substring(0, name.length() - 1), type)
                : Column.required(name, type);
    }

    static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::of).toList();
    }

    /** A foreign key of the last table, to the key of another. */
    Drawing key(String target, String... columns) {
        Table holder = tables.remove(tables.size() - 1);
        List<ForeignKey> keys = new ArrayList<>(holder.foreignKeys());
        List<Identifier> targets = TableName.parse(target).equals(holder.name())
                ? holder.primaryKey().orElseThrow().columns()
                : tables.stream()
                        .filter(table -> table.name().equals(TableName.parse(target)))
                        .findFirst()
                        .flatMap(Table::primaryKey)
                        .orElseThrow()
                        .columns();
        keys.add(new ForeignKey(
                Identifier.of("fk_" + holder.name().name().text() + keys.size()),
                identifiers(Arrays.asList(columns)),
                TableName.parse(target),
                targets,
                OnDelete.NO_ACTION));
        tables.add(holder.withForeignKeys(keys));
        return this;
    }

    /** A unique constraint of the last table. */
    Drawing unique(String... columns) {
        Table holder = tables.remove(tables.size() - 1);
        List<UniqueKey> keys = new ArrayList<>(holder.uniqueKeys());
        keys.add(new UniqueKey(
                Identifier.of("uk_" + holder.name().name().text() + keys.size()), identifiers(Arrays.asList(columns))));
        tables.add(holder.withUniqueKeys(keys));
        return this;
    }

    Drawing entity(String name, String table, String... further) {
        return heir(name, null, table, further);
    }

    Drawing heir(String name, String parent, String table, String... further) {
        entities.add(new EntityNote(
                name,
                TableName.parse(table),
                Stream.of(further).map(TableName::parse).toList(),
                Optional.ofNullable(parent)));
        return this;
    }

    /** A side of a relationship that holds the key in that column. */
    Drawing owner(String table, String attribute, Cardinality cardinality, String target, String column) {
        return side(table, attribute, cardinality, target, true, null, column);
    }

    /** A side of a relationship that holds no key; the column is that of the other side, if it is known. */
    Drawing side(String table, String attribute, Cardinality cardinality, String target, String inverse) {
        return side(table, attribute, cardinality, target, false, inverse, null);
    }

    Drawing side(
            String table,
            String attribute,
            Cardinality cardinality,
            String target,
            boolean owner,
            String inverse,
            String column) {
        relationships.add(new RelationshipNote(
                TableName.parse(table),
                attribute,
                cardinality,
                TableName.parse(target),
                owner,
                Optional.ofNullable(inverse),
                column == null
                        ? List.of()
                        : Stream.of(column.split(", ")).map(Identifier::of).toList(),
                false,
                "it is declared on " + table + " " + relationships.size()));
        return this;
    }

    SchemaModel schema() {
        return new SchemaModel(tables, List.of(), new Notes(entities, relationships, List.of(), List.of()));
    }

    ModelDiagram diagram() {
        return ModelDiagram.of(schema());
    }

    List<String> lines() {
        return lines(diagram());
    }

    /** The lines of the Mermaid diagram. */
    static List<String> lines(ModelDiagram diagram) {
        return diagram.mermaid()
                .lines()
                .skip(1)
                .filter(line -> line.contains("--") && !line.equals("---"))
                .map(String::strip)
                .toList();
    }

    /** The names of the tables in the Mermaid diagram. */
    static List<String> tables(ModelDiagram diagram) {
        return diagram.mermaid()
                .lines()
                .filter(line -> line.endsWith("\" {"))
                .map(line -> line.substring(5, line.length() - 3))
                .toList();
    }
}
