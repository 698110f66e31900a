package org.easymodel.engine;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.EntitySchema;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;

/** The schema of one entity, written when somebody asks for it. */
record JsonSchema(Model model, EntityDescription entity, List<String> excluded) implements EntitySchema {

    @Override
    public EntitySchema without(String... paths) {
        List<Problem> problems = new ArrayList<>();
        new Paths(model.anatomy(), entity.name() + ".schema", entity.type()).branch(List.of(paths), true, problems);
        Problems.throwIfAny(problems);
        List<String> all = new ArrayList<>(excluded);
        all.addAll(List.of(paths));
        return new JsonSchema(model, entity, List.copyOf(all));
    }

    @Override
    public JsonObject json() {
        return (JsonObject) JsonObjects.of(
                entity.name() + ".schema", new JsonSchemaWriter(model).write(entity, Branch.of(excluded)));
    }

    @Override
    public String toString() {
        return "schema of " + entity.name() + (excluded.isEmpty() ? "" : " without " + String.join(", ", excluded));
    }
}
