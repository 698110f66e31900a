package org.easymodel.model;

import org.easymodel.failure.Problem;
import org.easymodel.failure.RelationshipNotLoadedException;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static RelationshipNotLoadedException notLoaded(Class<?> entity, String attribute) {
        return new RelationshipNotLoadedException(new Problem(
                "EM-1401",
                entity.getSimpleName() + "." + attribute,
                "the relationship is not loaded.",
                "Ask for it with include(\"" + attribute + "\"), and check its name."));
    }
}
