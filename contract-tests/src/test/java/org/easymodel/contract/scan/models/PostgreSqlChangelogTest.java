package org.easymodel.contract.scan.models;

import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;

class PostgreSqlChangelogTest extends ChangelogContract {

    @Override
    Database database() {
        return Database.POSTGRESQL;
    }

    @Override
    Stream<Named<ScanModel>> models() {
        return ScanModels.alternating(Database.POSTGRESQL);
    }
}
