package org.easymodel.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of parsed JSON with its path, so that a wrong text is refused by place. Immutable.
 *
 * @param path where the value stands, such as {@code tables.USERS.columns}
 * @param value the value, null if it is absent
 */
public record JsonNode(String path, @Nullable Object value) {

    /** The whole of a JSON text. */
    public static JsonNode root(String text) {
        return new JsonNode("", Json.parse(text));
    }

    /** Whether there is no value at this place. */
    public boolean isAbsent() {
        return value == null;
    }

    /** The value under a key; absent if there is none. */
    public JsonNode child(String key) {
        return new JsonNode(path.isEmpty() ? key : path + "." + key, object().get(key));
    }

    /** The text under a key, which must be there. */
    public String text(String key) {
        return child(key).text();
    }

    /** This value, which must be a text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    /** What the text under a key stands for; a text that stands for nothing is refused with its place. */
    public <T> T text(String key, Function<String, T> meaning) {
        JsonNode child = child(key);
        String text = child.text();
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(child.path + ": " + e.getMessage(), e);
        }
    }

    /** The text under a key, if it is there. */
    public Optional<String> optionalText(String key) {
        JsonNode child = child(key);
        return child.isAbsent() ? Optional.empty() : Optional.of(child.text());
    }

    /** The whole number under a key, which must be there. */
    public long whole(String key) {
        JsonNode child = child(key);
        if (child.value instanceof Long number) {
            return number;
        }
        throw child.wrong("a whole number");
    }

    /** Whether the flag under a key is set; false if it is absent. */
    public boolean flag(String key) {
        JsonNode child = child(key);
        if (child.isAbsent() || child.value instanceof Boolean) {
            return Boolean.TRUE.equals(child.value);
        }
        throw child.wrong("true or false");
    }

    /** Every key of this object with its value, in order; nothing if it is absent. */
    public void each(BiConsumer<String, JsonNode> visitor) {
        object().forEach((key, ignored) -> visitor.accept(key, child(key)));
    }

    /** The elements of the array under a key; an empty list if it is absent. */
    public <T> List<T> list(String key, Function<JsonNode, T> element) {
        return child(key).elements().stream().map(element).toList();
    }

    /** This array of texts as database names. */
    public List<Identifier> names() {
        return texts().stream().map(Identifier::of).toList();
    }

    /** This array of texts; an empty list if it is absent. */
    public List<String> texts() {
        return elements().stream().map(JsonNode::text).toList();
    }

    private List<JsonNode> elements() {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> new JsonNode(path + "[]", each)).toList();
        }
        throw wrong("a list");
    }

    private Map<?, ?> objectMap() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong("an object");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object() {
        return value == null ? Map.of() : (Map<String, Object>) objectMap();
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("Expected " + expected + " at " + (path.isEmpty() ? "the root" : path));
    }
}
