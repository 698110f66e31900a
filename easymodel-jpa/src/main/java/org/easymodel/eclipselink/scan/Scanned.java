package org.easymodel.eclipselink.scan;

import org.easymodel.relate.ModelDescription;
import org.easymodel.schema.SchemaModel;

/**
 * A scanned schema, with the reasons of everything in it. Only for reading.
 *
 * @param schema the schema
 * @param drafts which mapping claims which column, and why keys are there
 * @param generators where ids come from
 * @param model the entities and their relationships
 */
record Scanned(SchemaModel schema, Drafts drafts, Generators generators, ModelDescription model) {}
