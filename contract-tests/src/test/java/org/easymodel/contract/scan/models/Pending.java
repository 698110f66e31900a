package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What does not work yet, with the failure that shows it. As soon as it works the test fails, and the entry has to go.
 *
 * @param model the name of the model
 * @param tests the tests that fail
 * @param failure a pattern that the failure matches, with its causes
 * @param reason what is missing
 */
record Pending(String model, List<String> tests, String failure, String reason) {

    private static final List<String> CHANGELOGS =
            List.of("H2ChangelogTest", "DerbyChangelogTest", "PostgreSqlChangelogTest", "DifferencesTest");

    private static final List<Pending> ALL = List.of();

    /** Runs a test of a model, which must fail if it is listed here. */
    static void run(Object test, ScanModel model, Work work) throws SQLException {
        Optional<Pending> pending = of(test, model);
        if (pending.isPresent()) {
            assertThat(text(catchThrowable(work::run)))
                    .as("what %s still lacks for %s: %s", test, model.name(), pending.get().reason)
                    .containsPattern(pending.get().failure);
        } else {
            work.run();
        }
    }

    /** Whether a test of a model is listed here. */
    static boolean isPending(Object test, ScanModel model) {
        return of(test, model).isPresent();
    }

    private static Optional<Pending> of(Object test, ScanModel model) {
        return ALL.stream()
                .filter(each -> each.model.equals(model.name())
                        && each.tests.contains(test.getClass().getSimpleName()))
                .findFirst();
    }

    private static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    /** A test of one model. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
