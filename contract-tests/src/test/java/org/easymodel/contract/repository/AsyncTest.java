package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class AsyncTest {

    @Nested
    class OnH2 extends AsyncContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends AsyncContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends AsyncContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
