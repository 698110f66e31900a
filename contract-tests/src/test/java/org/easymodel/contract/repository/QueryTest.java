package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class QueryTest {

    @Nested
    class OnH2 extends QueryContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends QueryContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends QueryContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
