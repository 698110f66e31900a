package org.easymodel.eclipselink;

import jakarta.persistence.Lob;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.TypeConversionConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** Why an attribute cannot hold the key of another entity, whatever its name and type. */
final class KeySuitability {

    private KeySuitability() {}

    /**
     * What is in the way, as a phrase; empty if nothing is. A converter of a type of the application's own is not: both sides
     * have it. Any other one could store anything.
     */
    static Optional<String> obstacle(AbstractDirectMapping mapping, Members members, Class<?> type) {
        if (type.isEnum()
                || type.isArray()
                || java.time.temporal.Temporal.class.isAssignableFrom(type)
                || java.util.Date.class.isAssignableFrom(type)) {
            return Optional.of("is of type " + type.getSimpleName());
        }
        if (members.annotation(Lob.class).isPresent()) {
            return Optional.of("is a @Lob");
        }
        Converter converter = mapping.getConverter();
        boolean converted =
                converter != null && !(converter instanceof Uuids) && !isOfEveryUuid(converter, members, type);
        return converted && (type.isPrimitive() || type.getName().startsWith("java."))
                ? Optional.of("is converted")
                : Optional.empty();
    }

    /** EclipseLink 5 converts every UUID whose attribute does not say otherwise, the ids too. */
    private static boolean isOfEveryUuid(Converter converter, Members members, Class<?> type) {
        return type == UUID.class
                && converter.getClass() == TypeConversionConverter.class
                && members.annotations().stream()
                        .noneMatch(each -> each.annotationType().getSimpleName().equals("Convert"));
    }
}
