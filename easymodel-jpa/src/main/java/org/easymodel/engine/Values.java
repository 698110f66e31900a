package org.easymodel.engine;

import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;

/** Values that callers give, in the types of the attributes. */
final class Values {

    private Values() {}

    /**
     * A value to compare an attribute with.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it does not fit
     */
    static Object operand(String place, String path, Class<?> type, Object value) {
        return Conversion.to(type, value).orElseThrow(() -> Problems.wrongType(place, path, type, value.getClass()));
    }

    /**
     * A value of the primary key.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it does not fit, or the key is composite
     */
    static Object id(String place, EntityDescription entity, Object id) {
        AttributeDescription attribute = singleId(place, entity);
        if (id == null) {
            throw Problems.nullId(place, entity);
        }
        return key(attribute, id).orElseThrow(() -> Problems.wrongId(place, attribute, id.getClass()));
    }

    /** A value of the primary key in its own type: given in it, or as a whole number that fits. */
    static Optional<Object> key(AttributeDescription attribute, Object id) {
        boolean integral = id instanceof Byte || id instanceof Short || id instanceof Integer || id instanceof Long;
        return Conversion.boxed(attribute.type()).isInstance(id) || integral
                ? Conversion.to(attribute.type(), id)
                : Optional.empty();
    }

    static AttributeDescription singleId(String place, EntityDescription entity) {
        return entity.singleId().orElseThrow(() -> Problems.compositeKey(place, entity));
    }
}
