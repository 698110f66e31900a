package org.easymodel.contract.inference;

import org.easymodel.example.shop.Product;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/** Whether the agent of EclipseLink has woven the entities; the build runs the tests with the tag "woven" both ways. */
final class Weaving {

    private Weaving() {}

    static boolean isOn() {
        return PersistenceWeaved.class.isAssignableFrom(Product.class);
    }
}
