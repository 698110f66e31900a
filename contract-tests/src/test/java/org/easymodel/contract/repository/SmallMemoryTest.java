package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.SmallMemory.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows pass through a process that could not hold them. */
class SmallMemoryTest {

    private static final long ROWS = SmallMemory.ROWS;
    private static final long TOTAL = ROWS * (ROWS - 1) / 2;

    @TempDir
    private Path directory;

    private static String url(String name) {
        return Database.POSTGRESQL.properties(name).get("jakarta.persistence.jdbc.url");
    }

    @Test
    void rows_arePublished_inOrder() throws Exception {
        String url = url("published");
        try (EasyRepositories easy = SmallMemory.create(url)) {
            easy.blocking(Sample.class)
                    .transaction(tx -> tx.execute(
                            "insert into sample (id, version, number, name) select i, 1, i - 1, repeat('x', 30)"
                                    + " from generate_series(1, " + ROWS + ") i",
                            Map.of()));
        }
        assertThat(SmallMemory.run(64, "publish", url, directory)).containsExactly(ROWS + " " + TOTAL);
    }

    @Test
    void rows_areLoaded_fromAStream() throws Exception {
        String url = url("loaded");
        assertThat(SmallMemory.run(128, "load", url, directory)).containsExactly(String.valueOf(ROWS));
        try (EasyRepositories easy = SmallMemory.open(url)) {
            Map<String, Object> found = easy.blocking(Sample.class).transaction(tx -> tx.sql(
                            "select count(*) as rows, sum(number) as total, count(distinct id) as ids,"
                                    + " min(version) as version, min(given) as given, max(name) as name from sample",
                            Map.of())
                    .get(0));
            assertThat(found.get("rows")).isEqualTo(ROWS);
            assertThat(((Number) found.get("total")).longValue()).isEqualTo(TOTAL);
            assertThat(found.get("ids")).isEqualTo(ROWS);
            assertThat(found.get("version")).isEqualTo(1);
            assertThat(found.get("given")).isEqualTo(7);
            assertThat(found.get("name")).isEqualTo("row 999999");
        }
    }
}
