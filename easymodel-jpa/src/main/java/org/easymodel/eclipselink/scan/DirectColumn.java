package org.easymodel.eclipselink.scan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.easymodel.constraints.Constraints;
import org.easymodel.eclipselink.Members;
import org.easymodel.eclipselink.TextLength;
import org.easymodel.failure.Problem;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.EnumValues;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.jspecify.annotations.Nullable;

/**
 * What EclipseLink binds to one column: of a basic attribute, an element of a collection, or the key of a map. Immutable.
 *
 * @param field the column
 * @param converter the converter, if there is one
 * @param attributeType the Java type of the attribute or element, {@link Object} if it is not known
 * @param members what the class says of the attribute; empty for elements and keys
 */
record DirectColumn(
        DatabaseField field, Optional<Converter> converter, Class<?> attributeType, Optional<Members> members) {

    static DirectColumn of(
            DatabaseField field, @Nullable Converter converter, @Nullable Class<?> type, Optional<Members> members) {
        Class<?> declared = members.flatMap(Members::type).orElse(Object.class);
        boolean vague = type == null || type == Object.class;
        return new DirectColumn(field, Optional.ofNullable(converter), vague ? declared : type, members);
    }

    Constraints constraints() {
        return members.map(Members::constraints).orElse(Constraints.NONE);
    }

    /** The definition in SQL, if the mapping gives one. */
    Optional<ColumnDefinition> definition() {
        return ColumnDefinition.of(field);
    }

    /**
     * The type of the column.
     *
     * @param place entity and attribute, for what a person should know of it
     */
    ColumnType type(String place, Consumer<Problem> warnings) {
        Optional<ColumnDefinition> definition = definition();
        if (definition.isPresent()) {
            return definition.get().type();
        }
        if (field.getColumnDefinition() != null && !field.getColumnDefinition().isBlank()) {
            warnings.accept(Problems.noDefinition(place, field.getColumnDefinition()));
        }
        return logicalType(place, warnings);
    }

    /** The type by the Java type alone, without a definition in SQL. */
    ColumnType logicalType(String place, Consumer<Problem> warnings) {
        if (isSerialized()) {
            if (!isDeclaredBinary()) {
                warnings.accept(Problems.serialized(place, attributeType.getTypeName()));
            }
            return ColumnType.of(Kind.LOB_BIN);
        }
        Class<?> bound = bound();
        if (bound == OffsetDateTime.class || bound == OffsetTime.class) {
            warnings.accept(Problems.offsetLost(place, bound.getSimpleName()));
        }
        if (bound == Instant.class && converter.isEmpty()) {
            warnings.accept(Problems.instantInZone(place));
        }
        return ColumnTypes.of(field, bound, constraints()).orElseGet(() -> {
            warnings.accept(Problems.unknownType(place, bound.getTypeName()));
            return ColumnType.string(TextLength.of(field, constraints()));
        });
    }

    /** The Java type that EclipseLink gives to the driver. */
    private Class<?> bound() {
        Class<?> typed = field.getType();
        Class<?> bound = typed == null || typed == Object.class ? attributeType : typed;
        return bound.isEnum() ? boundOfEnum() : bound;
    }

    private Class<?> boundOfEnum() {
        List<Object> data = dataValues();
        return data.isEmpty() ? Integer.class : data.get(0) instanceof Number number ? number.getClass() : String.class;
    }

    private boolean isSerialized() {
        return converter.filter(SerializedObjectConverter.class::isInstance).isPresent()
                && attributeType != byte[].class
                && attributeType != Byte[].class;
    }

    /** Whether the mapping says that it wants bytes. */
    private boolean isDeclaredBinary() {
        return members.stream()
                .flatMap(found -> found.annotations().stream())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(name -> name.equals("Lob") || name.equals("Serialized"));
    }

    /** The values of the enumeration, if the column holds one as EclipseLink itself writes it. */
    Optional<EnumValues> enumValues() {
        if (!isEnumConverter() || !attributeType.isEnum()) {
            return Optional.empty();
        }
        List<String> names = Stream.of(attributeType.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        Class<?> bound = bound();
        List<String> data = dataValues().stream().map(String::valueOf).toList();
        if (bound == String.class) {
            return Optional.of(new EnumValues(EnumValues.Kind.TEXT, data.isEmpty() ? names : data));
        }
        boolean positions = data.isEmpty() || data.equals(positions(names.size()));
        return Optional.of(
                positions
                        ? new EnumValues(EnumValues.Kind.POSITION, names)
                        : new EnumValues(EnumValues.Kind.NUMBER, data));
    }

    private boolean isEnumConverter() {
        return converter.isEmpty()
                || converter
                        .filter(each -> each.getClass().getSimpleName().startsWith("Enum"))
                        .isPresent();
    }

    /** What the converter writes for each constant, in their order; empty if it cannot be asked. */
    private List<Object> dataValues() {
        if (converter.isEmpty()) {
            return List.of();
        }
        List<Object> data = new ArrayList<>();
        try {
            for (Object constant : attributeType.getEnumConstants()) {
                Object value = converter.get().convertObjectValueToDataValue(constant, null);
                if (value == null) {
                    return List.of();
                }
                data.add(value);
            }
            return data;
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static List<String> positions(int count) {
        return Stream.iterate(0, position -> position + 1)
                .limit(count)
                .map(String::valueOf)
                .toList();
    }
}
