package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.relate.KeyDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.queries.WriteObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * The entity that an inferred relationship leads to, and the key that leads there.
 *
 * @param mapping the relationship
 * @param key its key
 */
record RelatedEntity(OneToOneMapping mapping, KeyDescription key) {

    private static final int KEYS_PER_STATEMENT = 1_000;

    /** Each is a condition of its own, and they are read one inside the other. */
    private static final int COMPOSITE_KEYS_PER_STATEMENT = 100;

    /** The other entity, if it is there without going to the database. */
    @Nullable
    Object loaded(Object entity) {
        return mapping.getAttributeValueFromObject(entity) instanceof ValueHolderInterface<?> holder
                        && holder.isInstantiated()
                ? holder.getValue()
                : null;
    }

    /** Whether the relationship is known, be it that it leads nowhere. */
    boolean isLoaded(Object entity) {
        return mapping.getAttributeValueFromObject(entity) instanceof ValueHolderInterface<?> holder
                && holder.isInstantiated();
    }

    /** The values of the key in the entity that holds it. */
    List<Object> held(Object entity) {
        List<Object> values = new ArrayList<>();
        key.attributes().forEach(path -> values.add(new AttributePath(path).get(mapping.getDescriptor(), entity)));
        return values;
    }

    /** The values of the other entity's own key. */
    List<Object> ids(Object target, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(target);
        List<Object> values = new ArrayList<>();
        key.parts().forEach(part -> values.add(new AttributePath(part.id()).get(descriptor, target)));
        return values;
    }

    static boolean isComplete(List<Object> values) {
        return values.stream().allMatch(Objects::nonNull);
    }

    /** Lets the key lead to an entity. */
    void hold(Object entity, List<Object> ids) {
        for (int i = 0; i < ids.size(); i++) {
            AttributePath path = new AttributePath(key.parts().get(i).attribute());
            if (!Objects.equals(path.get(mapping.getDescriptor(), entity), ids.get(i))) {
                path.set(mapping.getDescriptor(), entity, ids.get(i));
            }
        }
    }

    /** Shows the entity that the key leads to. */
    void show(Object entity, @Nullable Object target) {
        mapping.setRealAttributeValueInObject(entity, target);
        ((RelationshipAccessor) mapping.getAttributeAccessor()).publish(entity);
    }

    /** The entity that the key leads to, if this persistence context has it. */
    @Nullable
    Object known(Object entity, UnitOfWorkImpl unitOfWork) {
        List<DatabaseField> keyFields = mapping.getReferenceDescriptor().getPrimaryKeyFields();
        Object[] values = new Object[keyFields.size()];
        for (Map.Entry<DatabaseField, DatabaseField> pair :
                mapping.getSourceToTargetKeyFields().entrySet()) {
            Object value = mapping.getDescriptor()
                    .getObjectBuilder()
                    .extractValueFromObjectForField(entity, pair.getKey(), unitOfWork);
            int position = keyFields.indexOf(pair.getValue());
            if (value == null || position < 0) {
                return null;
            }
            values[position] = value;
        }
        Object id = values.length == 1 ? values[0] : new CacheId(values);
        return unitOfWork.getIdentityMapAccessorInstance().getFromIdentityMap(id, mapping.getReferenceClass());
    }

    /** The entity with that key in the database, or of this persistence context. */
    @Nullable
    Object find(List<Object> held, UnitOfWorkImpl unitOfWork) {
        return unitOfWork.executeQuery(
                new ReadObjectQuery(mapping.getReferenceClass(), condition(held, new ExpressionBuilder())));
    }

    /** Reads the entities with these keys into the persistence context, in as few statements as can name them. */
    void readAll(Collection<List<Object>> several, UnitOfWorkImpl unitOfWork) {
        boolean single = key.parts().size() == 1;
        List<List<Object>> all = List.copyOf(several);
        int most = single ? KEYS_PER_STATEMENT : COMPOSITE_KEYS_PER_STATEMENT;
        for (int from = 0; from < all.size(); from += most) {
            List<List<Object>> some = all.subList(from, Math.min(all.size(), from + most));
            ExpressionBuilder builder = new ExpressionBuilder();
            Expression condition = single
                    ? id(0, builder).in(some.stream().map(held -> held.get(0)).toList())
                    : some.stream()
                            .map(held -> condition(held, builder))
                            .reduce(Expression::or)
                            .orElseThrow();
            unitOfWork.executeQuery(new ReadAllQuery(mapping.getReferenceClass(), condition));
        }
    }

    private Expression condition(List<Object> held, ExpressionBuilder builder) {
        Expression condition = id(0, builder).equal(held.get(0));
        for (int i = 1; i < held.size(); i++) {
            condition = condition.and(id(i, builder).equal(held.get(i)));
        }
        return condition;
    }

    private Expression id(int part, ExpressionBuilder builder) {
        Expression id = builder;
        for (String segment : key.parts().get(part).id().split("\\.")) {
            id = id.get(segment);
        }
        return id;
    }

    /** Whether an entity that nobody made persistent must get a row: it has none yet. */
    boolean isToBeWritten(Object target, UnitOfWorkImpl unitOfWork) {
        List<Object> ids = ids(target, unitOfWork);
        if (!isComplete(ids)) {
            return true;
        }
        ClassDescriptor descriptor = unitOfWork.getDescriptor(target);
        return !descriptor.usesSequenceNumbers() && find(ids, unitOfWork) == null;
    }

    /** Sees to it that the row exists that a new row leads to, and that the new row has its key. */
    void beforeInsert(WriteObjectQuery query) {
        if (query.getSession() instanceof UnitOfWorkImpl unitOfWork && unitOfWork.getUnitOfWorkChangeSet() != null) {
            Object entity = query.getObject();
            if (isToItsOwnKind()) {
                new InsertOrder(this, unitOfWork).insertTargets(entity);
            }
            Object target = loaded(entity);
            if (target != null && !isComplete(held(entity))) {
                List<Object> ids = ids(target, unitOfWork);
                if (isComplete(ids)) {
                    hold(entity, ids);
                }
            }
        }
    }

    private boolean isToItsOwnKind() {
        return root(mapping.getDescriptor()) == root(mapping.getReferenceDescriptor());
    }

    private static ClassDescriptor root(ClassDescriptor descriptor) {
        return descriptor.hasInheritance() ? descriptor.getInheritancePolicy().getRootParentDescriptor() : descriptor;
    }
}
