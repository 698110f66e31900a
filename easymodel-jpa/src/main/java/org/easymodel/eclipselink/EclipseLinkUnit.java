package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.beans.PropertyChangeEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.ManyValues;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.StatementListener;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.sessions.server.ExternalConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** A persistence unit of EclipseLink. */
final class EclipseLinkUnit implements PersistentUnit {

    /** An address of a database may hold credentials too. */
    private static final List<String> NEVER_TOLD = List.of("password", "user", "url");

    private final String name;
    private final AbstractSession session;
    private final ModelDescription model;
    private final UnmappedRelationships unmapped;
    private final ResultSealer sealer;
    private volatile @Nullable Batches batches;

    EclipseLinkUnit(String name, AbstractSession session, ModelDescription model) {
        this.name = name;
        this.session = session;
        this.model = model;
        this.unmapped = new UnmappedRelationships(model);
        this.sealer = new ResultSealer(session, unmapped);
        StatementDeadline.install(session);
        BoundValues.install(session);
        StatementTeller.install(session);
        WholeTexts.install(session);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelDescription model() {
        return model;
    }

    @Override
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        session.getProperties().forEach((key, value) -> {
            String property = String.valueOf(key);
            String lower = property.toLowerCase(Locale.ROOT);
            if (value instanceof String text && NEVER_TOLD.stream().noneMatch(lower::contains)) {
                properties.put(property, text);
            }
        });
        return properties;
    }

    @Override
    public void log(String sql) {
        StatementLog.of(session).ifPresent(log -> log.write(sql));
        StatementTeller.tell(sql);
    }

    @Override
    public <R> R telling(StatementListener statements, Supplier<R> work) {
        return StatementTeller.telling(statements, work);
    }

    @Override
    public String withoutValues(String sql) {
        return SqlWithoutValues.of(sql);
    }

    @Override
    public Object newInstance(String entity) {
        return created(model.entity(entity).orElseThrow().type());
    }

    static Object created(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Class " + type.getName() + " cannot be created", e);
        }
    }

    @Override
    public @Nullable String entityName(Object object) {
        ClassDescriptor descriptor = session.getDescriptors().get(object.getClass());
        return descriptor == null || descriptor.isAggregateDescriptor() ? null : descriptor.getAlias();
    }

    @Override
    public @Nullable Object get(Object entity, String attribute) {
        UnmappedRelationship ours = unmapped.find(entity, attribute);
        if (ours != null) {
            return ours.get(entity);
        }
        int dot = attribute.indexOf('.');
        if (dot >= 0) {
            return EmbeddedValues.get(
                    (AggregateObjectMapping) mapping(entity, attribute.substring(0, dot)),
                    entity,
                    attribute.substring(dot + 1));
        }
        DatabaseMapping mapping = mapping(entity, attribute);
        if (mapping instanceof ForeignReferenceMapping reference) {
            return reference.getRealAttributeValueFromObject(entity, session);
        }
        if (isLeftOut(entity, attribute)) {
            FetchGroupTracker tracker = (FetchGroupTracker) entity;
            tracker._persistence_getFetchGroup().onUnfetchedAttribute(tracker, attribute);
        }
        return mapping.getAttributeValueFromObject(entity);
    }

    @Override
    public void set(Object entity, String attribute, @Nullable Object value) {
        UnmappedRelationship ours = unmapped.find(entity, attribute);
        if (ours != null) {
            ours.set(entity, value);
            return;
        }
        int dot = attribute.indexOf('.');
        if (dot >= 0) {
            EmbeddedValues.set(
                    (AggregateObjectMapping) mapping(entity, attribute.substring(0, dot)),
                    entity,
                    attribute.substring(dot + 1),
                    value);
            return;
        }
        DatabaseMapping mapping = mapping(entity, attribute);
        if (mapping instanceof ForeignReferenceMapping reference) {
            setReference(entity, reference, value);
        } else {
            if (isLeftOut(entity, attribute)) {
                FetchGroupTracker tracker = (FetchGroupTracker) entity;
                tracker._persistence_getFetchGroup().onUnfetchedAttributeForSet(tracker, attribute);
            }
            Object old = mapping.getAttributeValueFromObject(entity);
            mapping.setAttributeValueInObject(entity, value);
            announce(entity, attribute, old, value);
        }
    }

    /** A woven entity reads an attribute that is lazy only in its getter and setter, which are not called here. */
    private static boolean isLeftOut(Object entity, String attribute) {
        return entity instanceof FetchGroupTracker tracker && !tracker._persistence_isAttributeFetched(attribute);
    }

    private void setReference(Object entity, ForeignReferenceMapping mapping, @Nullable Object value) {
        boolean known = mapping.isAttributeValueFromObjectInstantiated(entity);
        boolean needed =
                isTracked(entity) && (mapping.isCollectionMapping() || value == null && !isSealed(entity, mapping));
        Object old = known || needed ? mapping.getRealAttributeValueFromObject(entity, session) : null;
        mapping.setRealAttributeValueInObject(entity, value);
        if (mapping.getAttributeAccessor() instanceof RelationshipAccessor accessor) {
            accessor.publish(entity);
        } else {
            announce(entity, mapping.getAttributeName(), old, value);
        }
    }

    /** A result, in which the relationship is not loaded: its old value is not known, and nobody waits for the change. */
    private static boolean isSealed(Object entity, ForeignReferenceMapping mapping) {
        return mapping.getAttributeValueFromObject(entity) instanceof SealedHolder;
    }

    private static boolean isTracked(Object entity) {
        return entity instanceof ChangeTracker tracker && tracker._persistence_getPropertyChangeListener() != null;
    }

    /** A woven entity learns of changes by its setters only, which are not used here. */
    static void announce(Object entity, String attribute, @Nullable Object old, @Nullable Object value) {
        if (isTracked(entity)) {
            ((ChangeTracker) entity)
                    ._persistence_getPropertyChangeListener()
                    .propertyChange(new PropertyChangeEvent(entity, attribute, old, value));
        }
    }

    @Override
    public boolean isLoaded(Object entity, String relationship) {
        UnmappedRelationship ours = unmapped.find(entity, relationship);
        if (ours != null) {
            return ours.isLoaded(entity);
        }
        DatabaseMapping mapping = mapping(entity, relationship);
        boolean empty = mapping.getAttributeAccessor() instanceof RelationshipAccessor accessor
                && accessor.getAttributeValueFromObject(entity) == null;
        return !empty && ((ForeignReferenceMapping) mapping).isAttributeValueFromObjectInstantiated(entity);
    }

    @Override
    public List<String> spread(String entity) {
        Class<?> type = model.entity(entity).orElseThrow().type();
        if (!session.getDescriptor(type).hasTablePerClassPolicy()) {
            return List.of();
        }
        List<String> parts = model.entities().stream()
                .filter(each -> type.isAssignableFrom(each.type())
                        && !Modifier.isAbstract(each.type().getModifiers()))
                .map(EntityDescription::name)
                .toList();
        return parts.equals(List.of(entity)) ? List.of() : parts;
    }

    /** A declared to-one relationship without indirection: it is eager, or its class is not woven. */
    @Override
    public List<String> alwaysLoaded(String entity) {
        return Lists.mappings(
                        session.getDescriptor(model.entity(entity).orElseThrow().type()))
                .stream()
                .filter(DatabaseMapping::isOneToOneMapping)
                .map(ForeignReferenceMapping.class::cast)
                .filter(mapping -> !mapping.usesIndirection())
                .map(DatabaseMapping::getAttributeName)
                .filter(name -> model.relationship(entity, name).isPresent())
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> writing(Throwable thrown) {
        return thrown instanceof DatabaseException failed
                        && failed.getQuery() != null
                        && failed.getQuery().getDescriptor() != null
                ? Optional.ofNullable(failed.getQuery().getDescriptor().getAlias())
                : Optional.empty();
    }

    @Override
    public boolean isReading(Throwable thrown) {
        return thrown instanceof DatabaseException failed
                && failed.getQuery() != null
                && failed.getQuery().isReadQuery();
    }

    @Override
    public void bindAll(Query query) {
        BoundValues.mark(query);
    }

    @Override
    public String typed(String parameter, Number number) {
        return BoundValues.typed(session.getPlatform(), parameter, number);
    }

    @Override
    public Optional<ManyValues> manyValues(String entity, String path, Collection<?> values, boolean ignoreCase) {
        ClassDescriptor descriptor =
                session.getDescriptor(model.entity(entity).orElseThrow().type());
        return ValueArrays.of(session, descriptor, path, values, ignoreCase);
    }

    @Override
    public void deletePairs(EntityManager entityManager, String entity, String relationship, Collection<?> targets) {
        DatabaseMapping mapping = session.getDescriptor(
                        model.entity(entity).orElseThrow().type())
                .getMappingForAttributeName(relationship);
        if (mapping instanceof ManyToManyMapping pairs) {
            new Pairs(session, pairs).delete(entityManager, targets);
        }
    }

    @Override
    public boolean insertBeside(EntityManager entityManager, Object entity) {
        UnitOfWorkImpl work = entityManager.unwrap(UnitOfWorkImpl.class);
        ClassDescriptor descriptor = work.getDescriptor(entity);
        if (!PlainInsert.serves(descriptor)) {
            return false;
        }
        try {
            new PlainInsert(work, entityManager.unwrap(Connection.class), descriptor).insert(entity);
            return true;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    @Override
    public boolean insertAllBeside(EntityManager entityManager, List<?> entities) {
        UnitOfWorkImpl work = entityManager.unwrap(UnitOfWorkImpl.class);
        if (!PlainInserts.serve(work, entities)) {
            return false;
        }
        new PlainInserts(work, entityManager.unwrap(Connection.class), Optional.empty()).insert(entities);
        return true;
    }

    @Override
    public boolean loads(String entity) {
        return PlainInserts.load(
                session.getDescriptor(model.entity(entity).orElseThrow().type()));
    }

    @Override
    public boolean loadBeside(EntityManager entityManager, List<?> entities) {
        UnitOfWorkImpl work = entityManager.unwrap(UnitOfWorkImpl.class);
        if (!PlainInserts.load(work, entities)) {
            return false;
        }
        Connection connection = entityManager.unwrap(Connection.class);
        new PlainInserts(work, connection, PostgresCopy.over(work, connection)).insert(entities);
        return true;
    }

    @Override
    public boolean upserts(String entity) {
        return PlainUpserts.serve(
                session,
                session.getDescriptor(model.entity(entity).orElseThrow().type()));
    }

    @Override
    public boolean upsertBeside(
            EntityManager entityManager,
            List<?> entities,
            List<? extends Collection<String>> written,
            Collection<String> key) {
        UnitOfWorkImpl work = entityManager.unwrap(UnitOfWorkImpl.class);
        Object first = entities.get(0);
        EntityDescription entity = model.entity(entityName(first)).orElseThrow();
        return new PlainUpserts(work, entityManager.unwrap(Connection.class), work.getDescriptor(first), entity, key)
                .write(entities, written);
    }

    @Override
    public void fetch(Query query, String alias, List<String> paths) {
        FetchHints.apply(query, alias, paths, batches());
    }

    /** Asked for only once there are queries, so that the session has logged in. */
    private Batches batches() {
        Batches known = batches;
        if (known == null) {
            known = Batches.of(session);
            batches = known;
        }
        return known;
    }

    @Override
    public void seal(Collection<?> entities) {
        sealer.seal(entities);
    }

    @Override
    public void detach(EntityManager entityManager, Collection<?> results) {
        List<Object> managed = Departures.settle(entityManager.unwrap(UnitOfWorkImpl.class));
        entityManager.clear();
        Set<Object> kept = sealer.seal(results);
        managed.stream().filter(each -> !kept.contains(each)).forEach(SideStorage::forget);
    }

    /** Of EclipseLink's own pool; a data source does not tell. */
    @Override
    public OptionalInt poolSize() {
        return session instanceof ServerSession server
                        && !(server.getDefaultConnectionPool() instanceof ExternalConnectionPool)
                ? OptionalInt.of(server.getDefaultConnectionPool().getMaxNumberOfConnections())
                : OptionalInt.empty();
    }

    @Override
    public <R> R within(long deadline, Supplier<R> work) {
        return StatementDeadline.within(deadline, work);
    }

    private DatabaseMapping mapping(Object entity, String attribute) {
        DatabaseMapping mapping = session.getDescriptor(entity.getClass()).getMappingForAttributeName(attribute);
        if (mapping == null) {
            throw new IllegalArgumentException(
                    entity.getClass().getSimpleName() + " has no attribute '" + attribute + "'");
        }
        return mapping;
    }
}
