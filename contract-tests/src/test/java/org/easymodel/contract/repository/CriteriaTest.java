package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class CriteriaTest {

    @Nested
    class OnH2 extends CriteriaContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends CriteriaContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends CriteriaContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
