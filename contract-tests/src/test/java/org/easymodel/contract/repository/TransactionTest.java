package org.easymodel.contract.repository;

import org.junit.jupiter.api.Nested;

class TransactionTest {

    @Nested
    class OnH2 extends TransactionContract {

        @Override
        Database database() {
            return Database.H2;
        }
    }

    @Nested
    class OnDerby extends TransactionContract {

        @Override
        Database database() {
            return Database.DERBY;
        }
    }

    @Nested
    class OnPostgreSql extends TransactionContract {

        @Override
        Database database() {
            return Database.POSTGRESQL;
        }
    }
}
