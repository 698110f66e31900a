package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * A basic attribute of an entity or of what it embeds, with the column that it has there. Works on descriptors that are not
 * initialized yet, where an embeddable does not know its columns in the entity's table.
 *
 * @param mapping the mapping, which all entities share that embed it
 * @param field the column in this entity; not to be changed
 * @param owner the class that has the attribute: the entity, or an embeddable
 * @param path the attribute as seen from the entity
 */
record BasicAttribute(AbstractDirectMapping mapping, DatabaseField field, Class<?> owner, String path) {

    /** The attributes of the entity itself, then those inside its embeddables. */
    static List<BasicAttribute> of(ClassDescriptor descriptor, Session session) {
        List<BasicAttribute> attributes = new ArrayList<>();
        List<BasicAttribute> embedded = new ArrayList<>();
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping instanceof AbstractDirectMapping direct && direct.getField() != null) {
                attributes.add(new BasicAttribute(
                        direct, direct.getField(), descriptor.getJavaClass(), direct.getAttributeName()));
            } else if (mapping instanceof AggregateObjectMapping inner) {
                collect(inner, session, inner.getAttributeName(), Map.of(), embedded);
            }
        }
        attributes.addAll(embedded);
        return attributes;
    }

    /** The attribute of that path, in the entity or the entities that its class extends. */
    static Optional<BasicAttribute> find(ClassDescriptor descriptor, Session session, String path) {
        return of(descriptor, session).stream()
                .filter(attribute -> attribute.path().equals(path))
                .findFirst()
                .or(() -> Parents.of(descriptor, session).flatMap(parent -> find(parent, session, path)));
    }

    private static void collect(
            AggregateObjectMapping embedding,
            Session session,
            String path,
            Map<String, DatabaseField> outer,
            List<BasicAttribute> attributes) {
        ClassDescriptor embeddable = session.getDescriptor(embedding.getReferenceClass());
        if (embeddable == null) {
            return;
        }
        Map<String, DatabaseField> overrides = new HashMap<>();
        embedding
                .getNestedFieldTranslations()
                .forEach((inner, values) -> overrides.put(inner, (DatabaseField) values[0]));
        overrides.putAll(outer);
        for (DatabaseMapping mapping : Lists.mappings(embeddable)) {
            String name = mapping.getAttributeName();
            String inner = path + "." + name;
            if (mapping instanceof AggregateObjectMapping further) {
                collect(further, session, inner, below(overrides, name), attributes);
            } else if (mapping instanceof AbstractDirectMapping direct && direct.getField() != null) {
                DatabaseField own = direct.getField();
                DatabaseField field = outer.getOrDefault(
                        name, embedding.getAggregateToSourceFields().getOrDefault(own.getName(), own));
                attributes.add(new BasicAttribute(direct, field, embeddable.getJavaClass(), inner));
            }
        }
    }

    private static Map<String, DatabaseField> below(Map<String, DatabaseField> overrides, String attribute) {
        Map<String, DatabaseField> below = new HashMap<>();
        overrides.forEach((path, field) -> {
            if (path.startsWith(attribute + ".")) {
                below.put(path.substring(attribute.length() + 1), field);
            }
        });
        return below;
    }

    boolean isEmbedded() {
        return path.indexOf('.') >= 0;
    }

    /** The field and getter of the class that has the attribute. */
    Members members() {
        return Members.of(owner, mapping.getAttributeName());
    }
}
