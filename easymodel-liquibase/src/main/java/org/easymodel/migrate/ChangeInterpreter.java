package org.easymodel.migrate;

import java.util.Collection;
import java.util.List;
import org.easymodel.schema.SchemaModel;

/** What a change makes of a schema, as a pure function; notes of the schema are left out. */
public final class ChangeInterpreter {

    private ChangeInterpreter() {}

    /**
     * The schema after all the changes, in order.
     *
     * @throws IllegalArgumentException if a change does not fit the schema that it meets
     */
    public static SchemaModel apply(SchemaModel schema, Collection<? extends Change> changes) {
        ChangingSchema state = new ChangingSchema(schema);
        changes.forEach(state::apply);
        return state.schema();
    }

    /**
     * The schema after one change.
     *
     * @throws IllegalArgumentException if the change does not fit the schema
     */
    public static SchemaModel apply(SchemaModel schema, Change change) {
        return apply(schema, List.of(change));
    }
}
