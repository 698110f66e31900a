package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.relate.ModelDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private final Failures failures = new Failures(
            new ModelDescription(List.of(), List.of(), List.of(), List.of()),
            thrown -> Optional.empty(),
            thrown -> thrown instanceof Reading,
            BeanRules.NONE);

    private static final class Reading extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Reading(Throwable cause) {
            super(cause);
        }
    }

    @Test
    void aNumberThatAStatementOnlyCalculates_isNotWritten() {
        assertThat(failures.translate("Book.select", new Reading(new SQLException("out of range", "22003"))))
                .hasMessageStartingWith("EM-2263 Book.select: a calculated number is too large")
                .hasMessageNotContaining("written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40001 | EM-2132 Book.update: another transaction changed what this one had read, and the database ended this one. Read again and repeat the call.",
                "40P01 | EM-2131 Book.update: two transactions waited for each other's rows, and the database ended this one. Read again and repeat the call.",
                "55P03 | EM-2133 Book.update: another transaction holds the same rows, and did not release them in time. Read again and repeat the call.",
                "57014 | EM-2135 Book.update: a statement took longer than it may, or was cancelled. Give it more time with jakarta.persistence.query.timeout, or ask for less.",
                "08006 | EM-2134 Book.update: the connection to the database broke. Read whether the work was done before it is repeated.",
                "22021 | EM-2136 Book.update: a text holds a character that the database cannot keep, such as NUL or half of a surrogate pair. Remove the character.",
                "54001 | EM-2255 Book.update: the statement has more parts than the database can read. Ask with fewer conditions in one call; many values of one attribute go with in(...).",
                "22003 | EM-2130 Book.update: a number does not fit into its column. Nothing was written. Give a number that fits, or the column a greater precision.",
                "08001 | EM-2120 Book.update: the database cannot be reached. Check that it runs, and the address in the configuration.",
                "28P01 | EM-2121 Book.update: the database refused the login. Check user and password in the configuration.",
                "42P01 | EM-2122 Book.update: a table or column is missing in the database. Bring the schema up to date with the entities.",
                "22001 | EM-2123 Book.update: a value is longer than its column allows. Nothing was written. Give a shorter value, or the column a greater length.",
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
    void translate_overflow_isATooComplexStatement() {
        SQLException ofDerby = new SQLException("x", "XJ001", new StackOverflowError());
        assertThat(failures.translate("x", new PersistenceException(ofDerby))).hasMessageStartingWith("EM-2255 x: ");
    }

    @Test
    void translate_leaves_areOneForEachReaction() {
        assertThat(ofState("40001")).isInstanceOf(ConcurrentChangeException.class);
        assertThat(ofState("28000")).isInstanceOf(ConfigurationException.class);
        assertThat(ofState("23503")).isInstanceOf(ConstraintViolatedException.class);
        assertThat(ofState("08006")).isInstanceOf(DatabaseException.class);
    }

    private EasyModelException ofState(String state) {
        return failures.translate("x", new PersistenceException(new SQLException("x", state)));
    }

    @Test
    void translate_optimisticLock_isAConcurrentChange() {
        assertThat(failures.translate("Book.update", new PersistenceException(new OptimisticLockException())))
                .isInstanceOf(ConcurrentChangeException.class);
    }

    @Test
    void isRetryable_onlyWhereARepetitionMayHelp() {
        for (String state : List.of("40001", "40P01", "55P03", "90131", "40XL1", "08001")) {
            assertThat(ofState(state).isRetryable()).as(state).isTrue();
        }
        for (String state : List.of("23505", "08006", "57014", "22001", "42P01", "28000", "99999")) {
            assertThat(ofState(state).isRetryable()).as(state).isFalse();
        }
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
