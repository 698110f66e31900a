package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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
            managed.forEach(entity -> keep(entity, unitOfWork));
            seen.addAll(managed);
            managed = new ArrayList<>(unitOfWork.getCloneMapping().keySet());
            managed.removeIf(seen::contains);
        }
    }

    private void keep(Object entity, UnitOfWorkImpl unitOfWork) {
        pairs.keep(entity, unitOfWork);
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        for (RelatedEntity each : related.computeIfAbsent(descriptor, KeyKeeper::relatedTo)) {
            if (each.isLoaded(entity) && !unitOfWork.isObjectDeleted(entity)) {
                keep(entity, each, unitOfWork);
            }
        }
    }

    private static List<RelatedEntity> relatedTo(ClassDescriptor descriptor) {
        return Lists.mappings(descriptor).stream()
                .filter(InferredToOne.class::isInstance)
                .map(mapping -> new RelatedEntity((OneToOneMapping) mapping, ((InferredToOne) mapping).key()))
                .toList();
    }

    private void keep(Object entity, RelatedEntity relationship, UnitOfWorkImpl unitOfWork) {
        Object target = relationship.loaded(entity);
        List<Object> held = relationship.held(entity);
        boolean set = RelatedEntity.isComplete(held);
        if (target == null ? !set : set && held.equals(relationship.ids(target, unitOfWork))) {
            return;
        }
        boolean keyChanged = unitOfWork.isCloneNewObject(entity) ? set : isKeyChanged(entity, relationship, unitOfWork);
        if (keyChanged) {
            Object known = set ? relationship.known(entity, unitOfWork) : null;
            relationship.show(entity, !set || known != null ? known : relationship.find(held, unitOfWork));
        } else if (target != null) {
            follow(entity, target, relationship, unitOfWork);
        }
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
