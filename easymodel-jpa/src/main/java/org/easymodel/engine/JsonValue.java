package org.easymodel.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.constraints.Bound;
import org.easymodel.constraints.Constraints;
import org.easymodel.model.DefaultValue;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;

/** What JSON Schema says of one attribute that has one value. */
record JsonValue(Part.Value part) {

    /**
     * The keywords in their order.
     *
     * @param root whether it is an attribute of what is inserted itself, rather than of something that may be linked by it
     */
    Map<String, Object> schema(boolean root) {
        Constraints constraints = part.declared().constraints();
        Map<String, Object> schema = new LinkedHashMap<>(JsonType.of(part.type(), isNullable(constraints)));
        if (JsonType.isText(part.type())) {
            text(schema, constraints);
        } else if (Conversion.isNumber(part.type())) {
            range(schema, constraints);
        }
        part.declared()
                .annotation(DefaultValue.class)
                .flatMap(stated -> ValueText.fixed(part.type(), stated.value())
                        .map(value -> value instanceof Number || value instanceof Boolean ? value : stated.value()))
                .ifPresent(value -> schema.put("default", value));
        if (isReadOnly(root)) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private boolean isNullable(Constraints constraints) {
        boolean required = part.attribute().map(AttributeDescription::required).orElse(false)
                || part.type().isPrimitive()
                || part.declared().isRequiredColumn();
        return !required && !constraints.required();
    }

    /** A generated key is the way to say which row is linked. */
    private boolean isReadOnly(boolean root) {
        return part.attribute()
                .filter(attribute -> attribute.role() == Role.ID
                        ? root && attribute.generated()
                        : attribute.role() != Role.BASIC
                                || attribute.generated()
                                || !attribute.insertable() && !attribute.updatable())
                .isPresent();
    }

    private void text(Map<String, Object> schema, Constraints constraints) {
        if (constraints.minimumSize() > 0) {
            schema.put("minLength", constraints.minimumSize());
        }
        int column = part.attribute().map(AttributeDescription::length).orElse(0);
        int most =
                Math.min(constraints.maximumSize().orElse(Integer.MAX_VALUE), column == 0 ? Integer.MAX_VALUE : column);
        if (most < Integer.MAX_VALUE) {
            schema.put("maxLength", most);
        }
        if (constraints.email()) {
            schema.put("format", "email");
        }
        patterns(schema, constraints);
    }

    private static void patterns(Map<String, Object> schema, Constraints constraints) {
        List<String> patterns = new ArrayList<>();
        if (constraints.notBlank()) {
            patterns.add("\\S");
        }
        constraints.rules().stream()
                .map(EcmaPattern::of)
                .flatMap(Optional::stream)
                .forEach(patterns::add);
        if (patterns.size() == 1) {
            schema.put("pattern", patterns.get(0));
        } else if (!patterns.isEmpty()) {
            schema.put(
                    "allOf",
                    patterns.stream().map(pattern -> Map.of("pattern", pattern)).toList());
        }
    }

    private static void range(Map<String, Object> schema, Constraints constraints) {
        Optional<Bound> digits = constraints
                .digits()
                .filter(most -> most.integer() < 100)
                .map(most -> new Bound(BigDecimal.TEN.pow(most.integer()), false));
        Optional<Bound> least = narrower(constraints.minimum(), digits.map(JsonValue::negated), true);
        Optional<Bound> most = narrower(constraints.maximum(), digits, false);
        least.ifPresent(bound -> schema.put(bound.inclusive() ? "minimum" : "exclusiveMinimum", bound.value()));
        most.ifPresent(bound -> schema.put(bound.inclusive() ? "maximum" : "exclusiveMaximum", bound.value()));
    }

    private static Bound negated(Bound bound) {
        return new Bound(bound.value().negate(), bound.inclusive());
    }

    private static Optional<Bound> narrower(Optional<Bound> one, Optional<Bound> other, boolean lower) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        int order = one.get().value().compareTo(other.get().value());
        return (lower ? order >= 0 : order <= 0) ? one : other;
    }
}
