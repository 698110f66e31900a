package org.easymodel.liquibase;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the case matrix on one database: up, compared with a schema that was made in one go; back, compared with the
 * old one; and the rows compared at each stop.
 */
class MatrixOnH2Test {

    @TempDir
    Path revisions;

    static Stream<Row> rows() {
        return MatrixRun.rows(TestDatabase.Kind.H2);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void upgradeAndDowngrade_rowOfTheMatrix_closesTheGapAndKeepsRows(Row row) {
        MatrixRun.check(row, TestDatabase.Kind.H2, revisions);
    }
}
