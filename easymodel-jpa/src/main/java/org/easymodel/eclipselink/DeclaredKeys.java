package org.easymodel.eclipselink;

import java.util.Optional;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/** The key columns of declared relationships, which no basic attribute of the entity shows. */
public final class DeclaredKeys {

    private DeclaredKeys() {}

    /** The column of a declared to-one relationship, if it has exactly one. */
    public static Optional<Identifier> column(
            Session session, EntityDescription entity, RelationshipDescription relationship) {
        DatabaseMapping mapping =
                session.getDescriptor(entity.type()).getMappingForAttributeName(relationship.attribute());
        return relationship.owner()
                        && mapping instanceof OneToOneMapping toOne
                        && DeclaredReader.hasKey(toOne)
                        && Lists.columns(toOne, "getForeignKeyFields").size() == 1
                ? Optional.of(SqlNames.column(
                        Lists.columns(toOne, "getForeignKeyFields").get(0)))
                : Optional.empty();
    }
}
