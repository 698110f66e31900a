package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class FailureTest {

    @Nested
    class OnH2 extends FailureContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends FailureContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends FailureContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
