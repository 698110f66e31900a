package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class InsertMapTest {

    @Nested
    class OnH2 extends InsertMapContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends InsertMapContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends InsertMapContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
