package org.easymodel.eclipselink;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.easymodel.model.EasyModel;
import org.easymodel.model.RelationshipPlace;
import org.easymodel.model.RelationshipSlot;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link EasyModel} which inferred relationships its entities have, and where, so that they can be asked for by their names
 * whatever their place is, and so that a wrong name is known as such.
 */
final class NamedRelationships {

    private static final MethodHandle TELL = tell();

    private final ModelDescription model;

    private NamedRelationships(ModelDescription model) {
        this.model = model;
    }

    static void tell(ModelDescription model) {
        NamedRelationships named = new NamedRelationships(model);
        model.entities().stream()
                .filter(entity -> EasyModel.class.isAssignableFrom(entity.type()))
                .forEach(entity -> tell(entity.type(), named.of(entity)));
    }

    private Map<String, RelationshipPlace> of(EntityDescription entity) {
        Map<String, RelationshipPlace> places = new TreeMap<>();
        for (EntityDescription holder : model.lineage(entity.name())) {
            for (RelationshipDescription each : model.relationships(holder.name())) {
                if (each.inferred()) {
                    Class<?> target = model.entity(each.target()).orElseThrow().type();
                    places.putIfAbsent(
                            each.attribute(), place(holder, each.attribute(), each.toMany(), List.of(target)));
                }
            }
            for (PolymorphicDescription pair : model.polymorphic(holder.name())) {
                List<Class<?>> targets = pair.entities().stream()
                        .<Class<?>>map(name -> model.entity(name).orElseThrow().type())
                        .toList();
                places.putIfAbsent(pair.attribute(), place(holder, pair.attribute(), false, targets));
            }
        }
        return places;
    }

    private static RelationshipPlace place(
            EntityDescription holder, String attribute, boolean toMany, List<Class<?>> targets) {
        UnmappedRelationship relationship =
                new UnmappedRelationship(attribute, RelationshipStorage.of(holder, attribute, toMany, targets), toMany);
        return new RelationshipPlace(targets, toMany, entity -> new Slot(relationship, entity));
    }

    private record Slot(UnmappedRelationship relationship, Object entity) implements RelationshipSlot {

        @Override
        public boolean isLoaded() {
            return relationship.isLoaded(entity);
        }

        @Override
        public @Nullable Object value() {
            return relationship.get(entity);
        }
    }

    private static void tell(Class<?> entity, Map<String, RelationshipPlace> places) {
        try {
            TELL.invoke(entity, places);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("EasyModel cannot be told its relationships", e);
        }
    }

    private static MethodHandle tell() {
        try {
            return MethodHandles.privateLookupIn(EasyModel.class, MethodHandles.lookup())
                    .findStatic(
                            EasyModel.class,
                            "tellRelationships",
                            MethodType.methodType(void.class, Class.class, Map.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("EasyModel has another form than this library expects", e);
        }
    }
}
