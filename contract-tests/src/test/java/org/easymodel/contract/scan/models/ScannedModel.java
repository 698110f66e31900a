package org.easymodel.contract.scan.models;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.schema.SchemaModel;

/**
 * What the scanner makes of a model; each model is scanned once.
 *
 * @param text the canonical text
 */
record ScannedModel(String text) {

    private static final Map<String, ScannedModel> SCANNED = new ConcurrentHashMap<>();

    static ScannedModel of(ScanModel model) {
        return SCANNED.computeIfAbsent(
                model.name(), name -> new ScannedModel(ModelUnit.of(model).scan()));
    }

    SchemaModel schema() {
        return SchemaModel.parse(text);
    }
}
