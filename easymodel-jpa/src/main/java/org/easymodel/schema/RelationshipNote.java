package org.easymodel.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A relationship of the model, noted for people: diagrams and explanations. Notes are no part of the schema's hash.
 * One that leads to several entities has a note for each. Ordered by table, attribute and target. Immutable.
 *
 * @param table the table of the entity that has the attribute
 * @param attribute the attribute that holds the relationship
 * @param cardinality how many rows each side has
 * @param target the table of the related entity
 * @param owner whether this side's table holds the key
 * @param inverse the attribute of the other side, if it has one
 * @param columns the columns that hold the key, on whichever side, in the order of the primary key that they lead to; none
 *     for a link table
 * @param inferred whether it was inferred rather than declared
 * @param because why it is there
 */
public record RelationshipNote(
        TableName table,
        String attribute,
        Cardinality cardinality,
        TableName target,
        boolean owner,
        Optional<String> inverse,
        List<Identifier> columns,
        boolean inferred,
        String because)
        implements Comparable<RelationshipNote> {

    public RelationshipNote {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(inverse, "inverse");
        columns = List.copyOf(columns);
        Objects.requireNonNull(because, "because");
    }

    @Override
    public int compareTo(RelationshipNote other) {
        int byTable = table.compareTo(other.table);
        int byAttribute = byTable != 0 ? byTable : attribute.compareTo(other.attribute);
        return byAttribute != 0 ? byAttribute : target.compareTo(other.target);
    }
}
