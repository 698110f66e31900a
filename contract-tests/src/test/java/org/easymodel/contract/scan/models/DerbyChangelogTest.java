package org.easymodel.contract.scan.models;

import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;

class DerbyChangelogTest extends ChangelogContract {

    @Override
    Database database() {
        return Database.DERBY;
    }

    @Override
    Stream<Named<ScanModel>> models() {
        return ScanModels.alternating(Database.DERBY);
    }
}
