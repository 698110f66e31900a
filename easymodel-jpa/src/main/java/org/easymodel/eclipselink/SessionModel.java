package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.Inference;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** The model of a session: its entities, their declared relationships, and what is inferred from them. */
public final class SessionModel {

    private static final String PROPERTY = "easymodel.model";

    private SessionModel() {}

    /** The entities' descriptors, by entity name. */
    public static List<ClassDescriptor> entities(Session session) {
        return session.getDescriptors().values().stream()
                .filter(descriptor -> !descriptor.isAggregateDescriptor()
                        && !descriptor.isAggregateCollectionDescriptor()
                        && !descriptor.isDescriptorForInterface()
                        && descriptor.getAlias() != null)
                .distinct()
                .sorted(Comparator.comparing(ClassDescriptor::getAlias))
                .toList();
    }

    static ModelDescription describe(Session session) {
        List<ClassDescriptor> descriptors = entities(session);
        ClaimedColumns claimed = ClaimedColumns.of(session, descriptors);
        List<Problem> problems = new ArrayList<>();
        Map<Class<?>, EntityDescription> read = new HashMap<>();
        descriptors.forEach(descriptor -> read(descriptor, session, claimed, problems, read));
        List<EntityDescription> entities = RulesInCode.apply(
                session,
                descriptors.stream()
                        .map(descriptor -> read.get(descriptor.getJavaClass()))
                        .toList(),
                problems);
        DeclaredReader declaredReader = new DeclaredReader(entities);
        List<RelationshipDescription> declared = new ArrayList<>();
        descriptors.forEach(descriptor -> declared.addAll(declaredReader.read(descriptor)));
        return Inference.of(entities, declared, problems);
    }

    /** After the entity that it extends. */
    private static EntityDescription read(
            ClassDescriptor descriptor,
            Session session,
            ClaimedColumns claimed,
            List<Problem> problems,
            Map<Class<?>, EntityDescription> read) {
        EntityDescription known = read.get(descriptor.getJavaClass());
        if (known != null) {
            return known;
        }
        Optional<EntityDescription> parent =
                Parents.of(descriptor, session).map(above -> read(above, session, claimed, problems, read));
        EntityDescription entity = new EntityReader(descriptor, session, parent, claimed, problems).read();
        read.put(descriptor.getJavaClass(), entity);
        return entity;
    }

    static void remember(Session session, ModelDescription model) {
        session.setProperty(PROPERTY, model);
    }

    /**
     * The model that the customizer installed in the session.
     *
     * @param unit the name of the unit, for the message
     * @throws org.easymodel.failure.ConfigurationException if the customizer did not run
     */
    public static ModelDescription existing(Session session, String unit) {
        ModelDescription model = of(session);
        if (model == null) {
            throw Problems.customizerMissing(unit);
        }
        return model;
    }

    /** The model that the customizer installed in the session; null if it did not run. */
    static @Nullable ModelDescription of(Session session) {
        return session.getProperty(PROPERTY) instanceof ModelDescription model ? model : null;
    }
}
