package org.easymodel.eclipselink;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/** The columns that are the whole key of a declared relationship, so that nothing is inferred from an attribute that shows one. */
final class ClaimedColumns {

    private final Map<Class<?>, Set<Identifier>> byEntity = new HashMap<>();
    private final Session session;

    private ClaimedColumns(Session session) {
        this.session = session;
    }

    static ClaimedColumns of(Session session, List<ClassDescriptor> descriptors) {
        ClaimedColumns claimed = new ClaimedColumns(session);
        for (ClassDescriptor descriptor : descriptors) {
            claimed.collect(descriptor, descriptor.getJavaClass());
        }
        return claimed;
    }

    private void collect(ClassDescriptor holder, Class<?> entity) {
        for (DatabaseMapping mapping : Lists.mappings(holder)) {
            if (mapping.getAttributeAccessor() instanceof RelationshipAccessor) {
                continue;
            }
            if (mapping instanceof AggregateObjectMapping embedding) {
                ClassDescriptor embeddable = session.getDescriptor(embedding.getReferenceClass());
                if (embeddable != null) {
                    collect(embeddable, entity);
                }
            } else if (mapping instanceof UnidirectionalOneToManyMapping toMany) {
                claim(toMany.getReferenceClass(), Lists.columns(toMany, "getTargetForeignKeyFields"));
            } else if (mapping instanceof OneToOneMapping toOne && DeclaredReader.hasKey(toOne)) {
                claim(entity, Lists.columns(toOne, "getForeignKeyFields"));
            } else if (mapping instanceof VariableOneToOneMapping toAny) {
                Lists.columns(toAny, "getForeignKeyFields").forEach(column -> claim(entity, List.of(column)));
                Optional.ofNullable(toAny.getTypeField()).ifPresent(column -> claim(entity, List.of(column)));
            }
        }
    }

    private void claim(Class<?> entity, List<DatabaseField> key) {
        if (entity != null && key.size() == 1) {
            byEntity.computeIfAbsent(entity, type -> new HashSet<>()).add(SqlNames.column(key.get(0)));
        }
    }

    /** Whether a declared relationship of the entity, or one to it, has the column as its whole key. */
    boolean has(Class<?> entity, DatabaseField column) {
        for (Class<?> each = entity; each != null; each = each.getSuperclass()) {
            if (byEntity.getOrDefault(each, Set.of()).contains(SqlNames.column(column))) {
                return true;
            }
        }
        return false;
    }
}
