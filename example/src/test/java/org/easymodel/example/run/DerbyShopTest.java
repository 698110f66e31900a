package org.easymodel.example.run;

import java.util.Optional;

/** The shop on embedded Derby, as "Run it" of the README runs it. */
class DerbyShopTest extends ShopContract {

    @Override
    Optional<String> url() {
        return Optional.empty();
    }
}
