package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class InsertTest {

    @Nested
    class OnH2 extends InsertContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends InsertContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends InsertContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
