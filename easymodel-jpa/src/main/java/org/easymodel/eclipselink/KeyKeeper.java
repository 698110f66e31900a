package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.relate.ModelDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys and inferred relationships agree before a persistence context is written.
 *
 * <p>Whichever of the two the application has changed wins; if it has changed both, the key does. A relationship that leads
 * nowhere never empties a key: a value that nobody has loaded or set looks the same.
 */
final class KeyKeeper extends SessionEventAdapter {

    private final Map<ClassDescriptor, List<RelatedEntity>> related = new ConcurrentHashMap<>();

    private final PairKeeper pairs;

    private KeyKeeper(PairKeeper pairs) {
        this.pairs = pairs;
    }

    /** Watches a session; a session has at most one. */
    static void install(Session session, ModelDescription model) {
        if (session.getEventManager().getListeners().stream().noneMatch(KeyKeeper.class::isInstance)) {
            session.getEventManager().addListener(new KeyKeeper(PairKeeper.install(session, model)));
        }
    }

    @Override
    public void preCalculateUnitOfWorkChangeSet(SessionEvent event) {
        UnitOfWorkImpl unitOfWork = (UnitOfWorkImpl) event.getSession();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> managed = new ArrayList<>(unitOfWork.getCloneMapping().keySet());
        while (!managed.isEmpty()) {
            Set<Sought> sought = readTargets(managed, unitOfWork);
            managed.forEach(entity -> keep(entity, sought, unitOfWork));
            seen.addAll(managed);
            managed = new ArrayList<>(unitOfWork.getCloneMapping().keySet());
            managed.removeIf(seen::contains);
        }
    }

    /** A key of which the database was asked. */
    private record Sought(RelatedEntity relationship, List<Object> key) {}

    /** Reads what keys of new or changed rows lead to, all that a relationship leads to at once. */
    private Set<Sought> readTargets(List<Object> managed, UnitOfWorkImpl unitOfWork) {
        Map<RelatedEntity, Set<List<Object>>> keys = new LinkedHashMap<>();
        for (Object entity : managed) {
            for (RelatedEntity each : loaded(entity, unitOfWork)) {
                List<Object> held = each.held(entity);
                if (RelatedEntity.isComplete(held)
                        && isToFollowKey(entity, held, each, unitOfWork)
                        && each.known(entity, unitOfWork) == null) {
                    keys.computeIfAbsent(each, relationship -> new LinkedHashSet<>())
                            .add(held);
                }
            }
        }
        Set<Sought> sought = new HashSet<>();
        keys.forEach((relationship, several) -> {
            relationship.readAll(several, unitOfWork);
            several.forEach(key -> sought.add(new Sought(relationship, key)));
        });
        return sought;
    }

    private void keep(Object entity, Set<Sought> sought, UnitOfWorkImpl unitOfWork) {
        pairs.keep(entity, unitOfWork);
        loaded(entity, unitOfWork).forEach(each -> keep(entity, each, sought, unitOfWork));
    }

    /** The relationships of an entity that are known, so that they may say something else than their keys. */
    private List<RelatedEntity> loaded(Object entity, UnitOfWorkImpl unitOfWork) {
        List<RelatedEntity> all = related.computeIfAbsent(unitOfWork.getDescriptor(entity), KeyKeeper::relatedTo);
        return all.isEmpty() || unitOfWork.isObjectDeleted(entity)
                ? List.of()
                : all.stream().filter(each -> each.isLoaded(entity)).toList();
    }

    private static List<RelatedEntity> relatedTo(ClassDescriptor descriptor) {
        return Lists.mappings(descriptor).stream()
                .filter(InferredToOne.class::isInstance)
                .map(mapping -> new RelatedEntity((OneToOneMapping) mapping, ((InferredToOne) mapping).key()))
                .toList();
    }

    private static void keep(Object entity, RelatedEntity relationship, Set<Sought> sought, UnitOfWorkImpl unitOfWork) {
        List<Object> held = relationship.held(entity);
        if (agrees(entity, held, relationship, unitOfWork)) {
            return;
        }
        Object target = relationship.loaded(entity);
        if (isToFollowKey(entity, held, relationship, unitOfWork)) {
            boolean set = RelatedEntity.isComplete(held);
            Object known = set ? relationship.known(entity, unitOfWork) : null;
            boolean settled = !set || known != null || sought.contains(new Sought(relationship, held));
            relationship.show(entity, settled ? known : relationship.find(held, unitOfWork));
        } else if (target != null) {
            follow(entity, target, relationship, unitOfWork);
        }
    }

    private static boolean agrees(
            Object entity, List<Object> held, RelatedEntity relationship, UnitOfWorkImpl unitOfWork) {
        Object target = relationship.loaded(entity);
        boolean set = RelatedEntity.isComplete(held);
        return target == null ? !set : set && held.equals(relationship.ids(target, unitOfWork));
    }

    /** Whether the application has changed the key, so that the relationship shows where that leads. */
    private static boolean isToFollowKey(
            Object entity, List<Object> held, RelatedEntity relationship, UnitOfWorkImpl unitOfWork) {
        boolean keyChanged = unitOfWork.isCloneNewObject(entity)
                ? RelatedEntity.isComplete(held)
                : isKeyChanged(entity, relationship, unitOfWork);
        return keyChanged && !agrees(entity, held, relationship, unitOfWork);
    }

    /** The application has set the relationship. */
    private static void follow(Object entity, Object target, RelatedEntity relationship, UnitOfWorkImpl unitOfWork) {
        if (!unitOfWork.isObjectRegistered(target) && relationship.isToBeWritten(target, unitOfWork)) {
            unitOfWork.registerNewObjectForPersist(target, new IdentityHashMap<>());
        }
        List<Object> ids = relationship.ids(target, unitOfWork);
        if (RelatedEntity.isComplete(ids)) {
            relationship.hold(entity, ids);
        } else if (!unitOfWork.isCloneNewObject(entity)) {
            throw Problems.keyNotYetThere(relationship.mapping());
        }
    }

    private static boolean isKeyChanged(Object entity, RelatedEntity relationship, UnitOfWorkImpl unitOfWork) {
        return isChanged(
                entity, relationship.key().attributes(), relationship.mapping().getDescriptor(), unitOfWork);
    }

    /** Whether the application has changed one of these attributes of a row that is there. */
    static boolean isChanged(
            Object entity, List<String> attributes, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        if (entity instanceof ChangeTracker tracker
                && tracker._persistence_getPropertyChangeListener() instanceof AttributeChangeListener listener) {
            return listener.getObjectChangeSet() != null
                    && attributes.stream()
                            .anyMatch(path -> listener.getObjectChangeSet()
                                            .getChangesForAttributeNamed(new AttributePath(path).first())
                                    != null);
        }
        Object backup = backup(entity, unitOfWork);
        return backup != null
                && attributes.stream()
                        .map(AttributePath::new)
                        .anyMatch(path -> !Objects.equals(path.get(descriptor, backup), path.get(descriptor, entity)));
    }

    private static @Nullable Object backup(Object entity, UnitOfWorkImpl unitOfWork) {
        Object backup = unitOfWork.getCloneMapping().get(entity);
        return backup == entity ? null : backup;
    }
}
