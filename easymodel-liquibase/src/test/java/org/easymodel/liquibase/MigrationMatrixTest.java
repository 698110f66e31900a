package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.easymodel.migrate.MigrationCasesTest;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.junit.jupiter.api.Test;

/** No row of the case matrix is forgotten: it runs, or a note says where it is tested, or why it is left out. */
class MigrationMatrixTest {

    @Test
    void matrix_everyRow_isRunOrNamedWithItsReason() {
        Map<String, String> unexplained = new TreeMap<>();
        for (MatrixCase row : MatrixCase.all()) {
            List<Row> here = MigrationCasesTest.rows()
                    .filter(each -> each.id().split(" ")[0].equals(row.id()))
                    .toList();
            String elsewhere = MatrixNotes.ELSEWHERE.get(row.id());
            int places = (here.isEmpty() ? 0 : 1)
                    + (elsewhere == null ? 0 : 1)
                    + (MatrixNotes.LEFT_OUT.containsKey(row.id()) ? 1 : 0);
            if (places != 1) {
                unexplained.put(row.id(), places + " places");
            }
            if (elsewhere != null && !hasMethod(elsewhere)) {
                unexplained.put(row.id(), "there is no " + elsewhere);
            }
            String danger = MatrixNotes.RATED_OTHERWISE.getOrDefault(row.id(), row.cell("danger"));
            here.stream().filter(MatrixRun::runs).forEach(each -> {
                if (!MatrixRun.danger(each).text().equals(danger)) {
                    unexplained.put(each.id(), "rated " + MatrixRun.danger(each).text() + ", not " + danger);
                }
            });
        }
        assertThat(unexplained).isEmpty();
    }

    /** Looks into the sources, since other modules are not on the class path. */
    private static boolean hasMethod(String place) {
        String[] parts = (place.contains(":") ? place : "easymodel-liquibase:" + place).split("[:#]");
        Path file = Path.of("..", parts[0], "src/test/java/org/easymodel", parts[1].replace('.', '/') + ".java");
        try {
            return Files.readString(file).contains(" void " + parts[2] + "(");
        } catch (IOException e) {
            return false;
        }
    }
}
