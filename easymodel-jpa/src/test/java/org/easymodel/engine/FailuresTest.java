package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.relate.ModelDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private final Failures failures = new Failures(new ModelDescription(List.of(), List.of(), List.of(), List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40001 | EM-2110 Book.update: somebody else changed or locked the same rows. Read again and repeat the call.",
                "40P01 | EM-2110 Book.update: somebody else changed or locked the same rows. Read again and repeat the call.",
                "08001 | EM-2120 Book.update: the database cannot be reached. Check that it runs, and the address in the configuration.",
                "28P01 | EM-2121 Book.update: the database refused the login. Check user and password in the configuration.",
                "42P01 | EM-2122 Book.update: a table or column is missing in the database. Bring the schema up to date with the entities.",
                "22001 | EM-2123 Book.update: a value is longer or larger than its column allows. Give a smaller value, or the column a greater length or precision.",
                "99999 | EM-2190 Book.update: the database failed with SQL state 99999. The cause says how.",
                "23505 | EM-2101 Book.update: another row has the same value of a unique key. Nothing was written. Give another value.",
            })
    void translate_states_tellsTheReaction(String state, String message) {
        RuntimeException thrown = new PersistenceException(new RuntimeException(new SQLException("secret", state)));
        assertThat(failures.translate("Book.update", thrown))
                .hasMessage(message)
                .hasCause(thrown);
    }

    @Test
    void translate_leaves_areOneForEachReaction() {
        assertThat(ofState("40001")).isInstanceOf(ConcurrentChangeException.class);
        assertThat(ofState("28000")).isInstanceOf(ConfigurationException.class);
        assertThat(ofState("23503")).isInstanceOf(ConstraintViolatedException.class);
        assertThat(ofState("08006")).isInstanceOf(DatabaseException.class);
    }

    private RuntimeException ofState(String state) {
        return failures.translate("x", new PersistenceException(new SQLException("x", state)));
    }

    @Test
    void translate_optimisticLock_isAConcurrentChange() {
        assertThat(failures.translate("Book.update", new PersistenceException(new OptimisticLockException())))
                .isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void translate_batches_looksAtTheChainedException() {
        BatchUpdateException batch = new BatchUpdateException("x", "99999", new int[0]);
        batch.setNextException(new SQLException("x", "23505"));
        assertThat(failures.translate("x", new PersistenceException(new RuntimeException(batch.getNextException()))))
                .isInstanceOf(ConstraintViolatedException.class);
    }

    @Test
    void translate_ours_staysAsItIs() {
        RuntimeException ours = Problems.noRow("Book.select");
        assertThat(failures.translate("x", new PersistenceException(ours))).isSameAs(ours);
    }

    @Test
    void translate_anythingElse_namesItsType() {
        assertThat(failures.translate("Book.select", new IllegalStateException("secret")))
                .hasMessage(
                        "EM-2191 Book.select: the persistence provider failed with IllegalStateException. The cause says how.");
    }
}
