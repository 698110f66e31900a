package org.easymodel.engine;

import java.util.Map;
import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a map gives for the row at the other end of a polymorphic pair.
 *
 * @param target of which entity it is
 * @param value the entity or the map
 * @param named whether the value stood under the entity's name
 */
record PairValue(PolymorphicDescription.Target target, Object value, boolean named) {

    /**
     * Reads what is given: an entity, a map under the name of one, or a map beside the attribute that says it.
     *
     * @param said what that attribute is given, null if nothing
     * @return empty if it is of no entity of the pair
     */
    static Optional<PairValue> of(Model model, PolymorphicDescription pair, Object value, @Nullable Object said) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.ofNullable(model.unit().entityName(value))
                    .flatMap(name -> model.description().target(pair, name))
                    .map(target -> new PairValue(target, value, false));
        }
        if (map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            Optional<PolymorphicDescription.Target> target =
                    model.description().named(pair, String.valueOf(only.getKey()));
            if (target.isPresent() && only.getValue() != null) {
                return Optional.of(new PairValue(target.get(), only.getValue(), true));
            }
        }
        AttributeDescription type =
                model.entity(pair.entity()).attribute(pair.type()).orElseThrow();
        return Optional.ofNullable(said)
                .flatMap(given -> Conversion.to(type.type(), given))
                .flatMap(pair::saidBy)
                .map(target -> new PairValue(target, value, false));
    }

    /** The entity whose name was probably meant by what says of which one a map is. */
    static Optional<String> meant(
            Model model, PolymorphicDescription pair, @Nullable Object value, @Nullable Object said) {
        Object word = said == null && value instanceof Map<?, ?> map && map.size() == 1
                ? map.keySet().iterator().next()
                : said;
        return word instanceof String text ? model.meant(pair, text) : Optional.empty();
    }
}
