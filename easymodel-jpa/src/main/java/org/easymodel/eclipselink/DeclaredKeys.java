package org.easymodel.eclipselink;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/** The key columns of declared relationships, which no basic attribute of the entity shows. */
public final class DeclaredKeys {

    private DeclaredKeys() {}

    /** The columns of a declared to-one relationship, each with the one of the other table that it leads to. */
    public static Map<Identifier, Identifier> columns(
            Session session, EntityDescription entity, RelationshipDescription relationship) {
        DatabaseMapping mapping =
                session.getDescriptor(entity.type()).getMappingForAttributeName(relationship.attribute());
        Map<Identifier, Identifier> columns = new LinkedHashMap<>();
        if (relationship.owner() && mapping instanceof OneToOneMapping toOne && DeclaredReader.hasKey(toOne)) {
            toOne.getSourceToTargetKeyFields().entrySet().stream()
                    .sorted(Comparator.comparing(pair -> SqlNames.column(pair.getKey())))
                    .forEach(pair -> columns.put(SqlNames.column(pair.getKey()), SqlNames.column(pair.getValue())));
        }
        return columns;
    }
}
