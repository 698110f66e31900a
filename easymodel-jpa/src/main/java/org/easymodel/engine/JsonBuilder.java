package org.easymodel.engine;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds objects of Jakarta JSON Processing. */
record JsonBuilder(JsonProvider provider) {

    static Object object(String place, Map<?, ?> map) {
        JsonProvider provider;
        try {
            provider = JsonProvider.provider();
        } catch (JsonException e) {
            throw Problems.noJson(place, e);
        }
        return new JsonBuilder(provider).object(map).build();
    }

    private JsonObjectBuilder object(Map<?, ?> map) {
        JsonObjectBuilder object = provider.createObjectBuilder();
        map.forEach((key, value) -> object.add((String) key, value(value)));
        return object;
    }

    private JsonArrayBuilder array(Collection<?> values) {
        JsonArrayBuilder array = provider.createArrayBuilder();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    private JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map).build();
        }
        if (value instanceof Collection<?> values) {
            return array(values).build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number
                ? provider.createValue(new BigDecimal(number.toString()))
                : provider.createValue((String) value);
    }
}
