package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class DeleteTest {

    @Nested
    class OnH2 extends DeleteContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends DeleteContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends DeleteContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
