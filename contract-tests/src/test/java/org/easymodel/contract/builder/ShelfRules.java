package org.easymodel.contract.builder;

import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;

/** Another name for the volumes of a shelf. */
public final class ShelfRules implements RelationshipRules {

    @Override
    public void declare(Relationships relationships) {
        relationships.key(Volume.class, "shelfId").references(Shelf.class).inverse("holdings");
    }
}
