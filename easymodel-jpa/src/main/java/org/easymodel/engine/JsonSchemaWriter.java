package org.easymodel.engine;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.constraints.Constraints;
import org.easymodel.model.Comment;
import org.easymodel.relate.EntityDescription;

/**
 * Writes what an entity takes and gives as JSON Schema, as maps and lists. Entities at the other end of a relationship are
 * definitions, so that circles end; those that lack something for their path are written in place. For one call.
 */
final class JsonSchemaWriter {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Anatomy anatomy;
    private final JsonNeeds needs;
    private final Map<String, Object> definitions = new TreeMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    JsonSchemaWriter(Model model) {
        this.anatomy = model.anatomy();
        this.needs = new JsonNeeds(model);
    }

    Map<String, Object> write(EntityDescription entity, Branch excluded) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", entity.name());
        schema.putAll(object(entity.type(), excluded, true));
        schema.putAll(needs.ofRoot(entity, excluded));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            definitions.put(anatomy.nameOf(type), related(type, Branch.NONE));
        }
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    private Map<String, Object> object(Class<?> type, Branch excluded, boolean root) {
        Map<String, Object> schema = new LinkedHashMap<>();
        describe(Optional.of(type), schema);
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Part part : anatomy.parts(type)) {
            if (!part.isHidden() && !excluded.at(part.name()).end()) {
                properties.put(part.name(), property(part, excluded.at(part.name()), root));
            }
        }
        schema.put("properties", properties);
        return schema;
    }

    private static void describe(Optional<? extends AnnotatedElement> element, Map<String, Object> schema) {
        element.map(each -> each.getAnnotation(Comment.class)).ifPresent(comment -> describe(comment, schema));
    }

    private static void describe(Comment comment, Map<String, Object> schema) {
        if (!comment.value().isEmpty()) {
            schema.put("description", comment.value());
        }
    }

    private Map<String, Object> property(Part part, Branch excluded, boolean root) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (part instanceof Part.Value value) {
            schema.putAll(new JsonValue(value).schema(root));
        } else if (part instanceof Part.Embedded embedded) {
            schema.putAll(nullable(embedded(embedded.type(), excluded), embedded));
        } else if (part instanceof Part.Elements elements) {
            schema.putAll(elements(elements, excluded));
        } else if (part instanceof Part.Polymorphic pair) {
            schema.putAll(oneOf(pair, excluded));
        } else {
            schema.putAll(relation((Part.Relation) part, excluded));
        }
        part.declared().annotation(Comment.class).ifPresent(comment -> describe(comment, schema));
        return schema;
    }

    private Map<String, Object> embedded(Class<?> type, Branch excluded) {
        Map<String, Object> schema = object(type, excluded, false);
        schema.putAll(needs.ofEmbeddable(type, excluded));
        return schema;
    }

    private Map<String, Object> nullable(Map<String, Object> object, Part.Embedded part) {
        if (!anatomy.isRequired(part)) {
            object.put("type", List.of("object", "null"));
        }
        return object;
    }

    private Map<String, Object> elements(Part.Elements part, Branch excluded) {
        Constraints constraints = part.declared().constraints();
        Map<String, Object> element = part.embeddable()
                ? embedded(part.element(), excluded)
                : new LinkedHashMap<>(JsonType.of(part.element(), false));
        Map<String, Object> schema = new LinkedHashMap<>();
        if (part.key().isPresent()) {
            schema.put("type", "object");
            if (part.key().get().isEnum()) {
                schema.put(
                        "propertyNames",
                        Map.of("enum", JsonType.constants(part.key().get(), false)));
            }
            schema.put("additionalProperties", element);
            sizes(schema, constraints, "Properties");
        } else {
            schema.put("type", "array");
            schema.put("items", element);
            sizes(schema, constraints, "Items");
        }
        return schema;
    }

    private static void sizes(Map<String, Object> schema, Constraints constraints, String of) {
        if (constraints.minimumSize() > 0) {
            schema.put("min" + of, constraints.minimumSize());
        }
        constraints.maximumSize().ifPresent(most -> schema.put("max" + of, most));
    }

    private Map<String, Object> relation(Part.Relation part, Branch excluded) {
        Map<String, Object> target = excluded.isEmpty() ? reference(part.target()) : related(part.target(), excluded);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (part.toMany()) {
            schema.put("type", "array");
            schema.put("items", target);
            sizes(schema, part.declared().constraints(), "Items");
            return schema;
        }
        if (needs.isRequired(part)) {
            return target;
        }
        schema.put("anyOf", List.of(target, Map.of("type", "null")));
        return schema;
    }

    /** An object of one of the entities under its name, as a map is given and read. */
    private Map<String, Object> oneOf(Part.Polymorphic part, Branch excluded) {
        List<Object> ways = new ArrayList<>();
        for (int i = 0; i < part.targets().size(); i++) {
            String name = part.pair().entities().get(i);
            Class<?> target = part.targets().get(i);
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("type", "object");
            named.put("properties", Map.of(name, excluded.isEmpty() ? reference(target) : related(target, excluded)));
            named.put("required", List.of(name));
            named.put("additionalProperties", false);
            ways.add(named);
        }
        if (!part.pair().required()) {
            ways.add(Map.of("type", "null"));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", ways);
        return schema;
    }

    private Map<String, Object> related(Class<?> type, Branch excluded) {
        Map<String, Object> schema = object(type, excluded, false);
        schema.putAll(needs.ofRelated(type, excluded));
        return schema;
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = anatomy.nameOf(type);
        if (definitions.putIfAbsent(name, Map.of()) == null) {
            open.add(type);
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + name.replace("~", "~0").replace("/", "~1"));
        return reference;
    }
}
