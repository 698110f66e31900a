package org.easymodel.engine;

import java.util.Map;

/** The way to objects of Jakarta JSON Processing, which may be absent: no type of it is named here. */
final class JsonObjects {

    private JsonObjects() {}

    /** A {@code jakarta.json.JsonObject} of maps, collections, texts, numbers, booleans and nulls. */
    static Object of(String place, Map<?, ?> map) {
        try {
            return JsonBuilder.object(place, map);
        } catch (NoClassDefFoundError e) {
            throw Problems.noJson(place, e);
        }
    }
}
