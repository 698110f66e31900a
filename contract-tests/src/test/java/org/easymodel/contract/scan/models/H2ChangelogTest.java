package org.easymodel.contract.scan.models;

import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;

class H2ChangelogTest extends ChangelogContract {

    @Override
    Database database() {
        return Database.H2;
    }

    @Override
    Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }
}
