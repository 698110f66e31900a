package org.easymodel.liquibase;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.schema.SchemaModel;

/** A schema that is made in one go, as the catalogue of a database tells it: what an upgrade must come to. */
final class BuiltSchema {

    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private BuiltSchema() {}

    static List<String> of(SchemaModel model, TestDatabase.Kind kind) {
        return READ.computeIfAbsent(kind + model.text(), key -> {
            TestDatabase fresh = TestDatabase.fresh(kind);
            MigrationManager.of(model).withConnections(fresh.source()).createAll();
            List<String> lines = ColumnReader.read(fresh);
            fresh.drop();
            return lines;
        });
    }
}
