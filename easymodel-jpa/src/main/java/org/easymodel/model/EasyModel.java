package org.easymodel.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A base class for entities that want an id from a sequence, {@code createdAt} and {@code updatedAt}, equality by id, and
 * a place for inferred relationships. No entity needs it.
 *
 * <pre>{@code
 * @Entity
 * public class Post extends EasyModel {
 *     @References(User.class)
 *     private Long userId;
 *     ...
 * }
 * post.related("user", User.class);
 * }</pre>
 *
 * <p>As safe for several threads as any entity: use one instance in one thread at a time.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class EasyModel extends RelatedSlots {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "EasyModelSequence")
    @SequenceGenerator(name = "EasyModelSequence", sequenceName = "EASYMODEL_SEQ", allocationSize = 100)
    private @Nullable Long id;

    /** An entity without a row yet. */
    protected EasyModel() {}

    /** The primary key, null until the entity is inserted. */
    public @Nullable Long getId() {
        return id;
    }

    /** Sets the primary key; for rows whose key comes from elsewhere. */
    public void setId(@Nullable Long id) {
        this.id = id;
    }

    /**
     * The entity at the other end of an inferred to-one relationship.
     *
     * @param attribute the name of the relationship, such as {@code user}
     * @param type the type of the entity
     * @return the entity, empty if the key is null or leads nowhere
     * @throws org.easymodel.failure.RelationshipNotLoadedException if the relationship was not included in the query
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship, or it leads to several entities, or to
     *     one of another type
     */
    public <T> Optional<T> related(String attribute, Class<T> type) {
        Object value = loaded("related", attribute, type, false);
        if (value instanceof Collection) {
            throw Problems.otherNumber(getClass(), attribute, true, type);
        }
        return Optional.ofNullable(value).map(entity -> cast(entity, attribute, type, false));
    }

    /**
     * The entities at the other end of an inferred to-many relationship.
     *
     * @param attribute the name of the relationship, such as {@code posts}
     * @param type the type of the entities
     * @return the entities, in the order of their ids; possibly none
     * @throws org.easymodel.failure.RelationshipNotLoadedException if the relationship was not included in the query
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship, or it leads to one entity, or to those of
     *     another type
     */
    public <T> List<T> relatedList(String attribute, Class<T> type) {
        Object value = loaded("relatedList", attribute, type, true);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection<?> several)) {
            throw Problems.otherNumber(getClass(), attribute, false, type);
        }
        return several.stream()
                .map(entity -> cast(entity, attribute, type, true))
                .toList();
    }

    /**
     * Whether {@link #related} or {@link #relatedList} has a value for this relationship.
     *
     * @throws org.easymodel.failure.InvalidRequestException if there is no such relationship
     */
    public boolean isRelatedLoaded(String attribute) {
        RelationshipSlot slot = slot("isRelatedLoaded", attribute);
        return slot != null && slot.isLoaded();
    }

    private @Nullable Object loaded(String verb, String attribute, Class<?> type, boolean toMany) {
        RelationshipSlot slot = slot(verb, attribute);
        RelationshipPlace place = place(attribute);
        if (place != null && place.toMany() != toMany) {
            throw Problems.otherNumber(getClass(), attribute, place.toMany(), place.type());
        }
        if (place != null && !place.mayBe(type)) {
            throw Problems.otherClass(getClass(), attribute, place, type);
        }
        if (slot == null || !slot.isLoaded()) {
            throw Problems.notLoaded(getClass(), attribute, place != null);
        }
        return slot.value();
    }

    private <T> T cast(Object entity, String attribute, Class<T> type, boolean toMany) {
        if (type.isInstance(entity)) {
            return type.cast(entity);
        }
        RelationshipPlace place = place(attribute);
        Class<?> any = place == null ? entity.getClass() : place.type();
        throw Problems.entityOfOtherClass(getClass(), attribute, entity.getClass(), type, toMany, any);
    }

    private @Nullable RelationshipSlot slot(String verb, String attribute) {
        RelationshipSlot slot = slot(attribute);
        Optional<Map<String, RelationshipPlace>> known = RelatedPlaces.of(getClass());
        if (slot != null || known.isEmpty()) {
            return slot;
        }
        RelationshipPlace place = known.get().get(attribute);
        if (place == null) {
            throw Problems.noRelationship(
                    getClass(), verb, attribute, known.get().keySet());
        }
        return place.slot().apply(this);
    }

    private @Nullable RelationshipPlace place(String attribute) {
        return RelatedPlaces.of(getClass()).map(known -> known.get(attribute)).orElse(null);
    }

    /** Same class and same id; an entity without id equals only itself. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || id != null
                        && other instanceof EasyModel model
                        && other.getClass() == getClass()
                        && id.equals(model.id);
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }

    /** The class and the id: {@code Post[7]}. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + (id == null ? "new" : id) + "]";
    }
}
