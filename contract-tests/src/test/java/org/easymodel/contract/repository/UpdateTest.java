package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class UpdateTest {

    @Nested
    class OnH2 extends UpdateContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends UpdateContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends UpdateContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
