package org.easymodel.eclipselink;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Makes a polymorphic pair follow the relationship that the application has set, before a persistence context is written; if
 * it has set both, the pair wins. Safe for any number of threads.
 */
final class PairKeeper extends DescriptorEventAdapter {

    private final ModelDescription model;
    private final UnmappedRelationships unmapped;

    private PairKeeper(ModelDescription model) {
        this.model = model;
        this.unmapped = new UnmappedRelationships(model);
    }

    /** Watches what is merged into the entities that have pairs. */
    static PairKeeper install(Session session, ModelDescription model) {
        PairKeeper keeper = new PairKeeper(model);
        for (ClassDescriptor descriptor : SessionModel.entities(session)) {
            if (!model.polymorphic(descriptor.getAlias()).isEmpty()) {
                descriptor.getEventManager().addListener(keeper);
            }
        }
        return keeper;
    }

    /** EclipseLink merges what it has mappings of; a relationship that was set goes along. */
    @Override
    public void postMerge(DescriptorEvent event) {
        Object from = event.getOriginalObject();
        Object into = event.getSource();
        if (event.getSession() instanceof UnitOfWorkImpl unitOfWork
                && from != null
                && from != into
                && from.getClass() == into.getClass()
                && unitOfWork.isObjectRegistered(into)
                && !unitOfWork.isObjectRegistered(from)) {
            for (PolymorphicDescription pair : pairs(from, unitOfWork)) {
                UnmappedRelationship relationship = relationship(from, pair);
                if (relationship.isLoaded(from)) {
                    relationship.set(into, relationship.get(from));
                }
            }
        }
    }

    void keep(Object entity, UnitOfWorkImpl unitOfWork) {
        for (PolymorphicDescription pair : pairs(entity, unitOfWork)) {
            UnmappedRelationship relationship = relationship(entity, pair);
            Object target = relationship.isLoaded(entity) ? relationship.get(entity) : null;
            if (target != null && !unitOfWork.isObjectDeleted(entity)) {
                keep(entity, pair, relationship, target, unitOfWork);
            }
        }
    }

    private List<PolymorphicDescription> pairs(Object entity, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        return descriptor == null || descriptor.isAggregateDescriptor()
                ? List.of()
                : model.polymorphic(descriptor.getAlias());
    }

    private UnmappedRelationship relationship(Object entity, PolymorphicDescription pair) {
        return Objects.requireNonNull(unmapped.find(entity, pair.attribute()), pair.attribute());
    }

    private void keep(
            Object entity,
            PolymorphicDescription pair,
            UnmappedRelationship relationship,
            Object target,
            UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        ClassDescriptor there = unitOfWork.getDescriptor(target);
        PolymorphicDescription.Target type = Optional.ofNullable(there)
                .flatMap(each -> model.target(pair, each.getAlias()))
                .orElseThrow(() -> Problems.noneOfPair(pair, target.getClass()));
        AttributePath id = new AttributePath(type.id());
        AttributePath says = new AttributePath(pair.type());
        AttributePath holds = new AttributePath(pair.key());
        Object saysNow = says.get(descriptor, entity);
        Object holdsNow = holds.get(descriptor, entity);
        if (type.value().equals(saysNow) && holdsNow != null && holdsNow.equals(id.get(there, target))) {
            return;
        }
        boolean set = unitOfWork.isCloneNewObject(entity)
                ? saysNow != null && isKey(holdsNow)
                : KeyKeeper.isChanged(entity, List.of(pair.type(), pair.key()), descriptor, unitOfWork);
        if (set) {
            relationship.forget(entity);
            return;
        }
        if (!unitOfWork.isObjectRegistered(target) && isToBeWritten(target, there, type, unitOfWork)) {
            unitOfWork.registerNewObjectForPersist(target, new IdentityHashMap<>());
        }
        Object value = id.get(there, target);
        if (!isKey(value)) {
            throw Problems.pairNotYetThere(pair, type.entity());
        }
        says.set(descriptor, entity, type.value());
        holds.set(descriptor, entity, value);
    }

    /** Whether an entity that nobody made persistent must get a row: it has none yet. */
    private static boolean isToBeWritten(
            Object target, ClassDescriptor there, PolymorphicDescription.Target type, UnitOfWorkImpl unitOfWork) {
        Object id = new AttributePath(type.id()).get(there, target);
        if (!isKey(id)) {
            return true;
        }
        ReadObjectQuery row = new ReadObjectQuery(
                there.getJavaClass(), new ExpressionBuilder().get(type.id()).equal(id));
        return !there.usesSequenceNumbers() && unitOfWork.executeQuery(row) == null;
    }

    private static boolean isKey(@Nullable Object value) {
        return value != null && !(value instanceof Number number && number.longValue() == 0);
    }
}
