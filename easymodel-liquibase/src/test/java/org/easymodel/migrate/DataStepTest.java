package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;

/** How the script of a data step is read. */
class DataStepTest {

    @Test
    void of_statementsForAll_areForEach() {
        DataStep step = DataStep.of("""
                -- what it is for
                UPDATE A SET X = 'one; -- two', "Y;" = 1 -- why
                WHERE X IS NULL;
                /* ; */ DELETE FROM B
                """);
        for (String database : Set.of("derby", "h2", "postgresql")) {
            assertThat(step.statements(database))
                    .containsExactly(
                            "UPDATE A SET X = 'one; -- two', \"Y;\" = 1 \nWHERE X IS NULL", "/* ; */ DELETE FROM B");
            assertThat(step.back(database)).isEmpty();
        }
        assertThat(step.hasWayBack()).isFalse();
    }

    @Test
    void of_partsForDatabasesWithWaysBack_areApart() {
        DataStep step = DataStep.of("""
                UPDATE A SET X = 1;
                -- back
                UPDATE A SET X = 0;
                -- database: PostgreSQL
                DO $x$ BEGIN PERFORM 1; END $x$;
                -- database: derby, h2
                UPDATE A SET Y = 'it''s';
                -- back
                UPDATE A SET Y = '';
                -- database: all
                DELETE FROM C;
                """);
        assertThat(step.statements("postgresql"))
                .containsExactly("UPDATE A SET X = 1", "DO $x$ BEGIN PERFORM 1; END $x$", "DELETE FROM C");
        assertThat(step.statements("h2"))
                .containsExactly("UPDATE A SET X = 1", "UPDATE A SET Y = 'it''s'", "DELETE FROM C");
        assertThat(step.back("postgresql")).containsExactly("UPDATE A SET X = 0");
        assertThat(step.reversed().statements("derby")).containsExactly("UPDATE A SET Y = ''", "UPDATE A SET X = 0");
        assertThat(DataStep.of(step.script())).isEqualTo(step);
    }

    @Test
    void of_whatCannotRun_isRefused() {
        assertThatThrownBy(() -> DataStep.of("-- back\nDELETE FROM A;"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3100 data step: it holds no statement."
                        + " Write SQL into it, each statement ended by a semicolon.");
        assertThatThrownBy(() -> DataStep.of("-- database: h2, oracle\nDELETE FROM A;"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3101 data step: there is no database 'oracle'. Name some of derby, h2, postgresql;"
                        + " without a name the SQL is for all.");
        assertThatThrownBy(() -> new DataStep(
                        List.of(new DataStep.Part(List.of(), List.of("UPDATE A SET X = '\n--rollback'"), List.of()))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3102 data step: a line of a statement begins with two hyphens, which changelogs in"
                        + " formatted SQL read as words of their own. Break the text at another place.");
    }
}
