package org.easymodel.engine;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.ModelDescription;

/**
 * Makes our exceptions of those of the provider and the database; the only place that does.
 *
 * @param rules what a provider of Bean Validation may have found
 * @param writing the entity whose rows a failed statement was about, as far as the provider knows
 * @param reading whether a failed statement only read
 */
record Failures(
        ModelDescription model,
        Function<Throwable, Optional<String>> writing,
        Predicate<Throwable> reading,
        BeanRules rules) {

    private static final Set<String> LOCK_TIMEOUT = Set.of("55P03", "HYT00", "HYT01", "40XL1", "40XL2");
    private static final Set<String> TIMED_OUT = Set.of("57014", "XCL52");
    private static final Set<String> UNREACHABLE = Set.of("08001", "08004", "57P03");
    private static final Set<String> CONNECTION_LOST = Set.of("57P01", "57P02", "90067", "90098", "90121");
    private static final Set<String> TOO_COMPLEX = Set.of("54001", "42ZA0", "XBCM4");
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");
    private static final Set<String> NO_TABLE =
            Set.of("42P01", "42X05", "42S02", "42S03", "42S04", "42703", "42X04", "42S22");

    EasyModelException translate(String place, RuntimeException thrown) {
        List<Throwable> chain = chain(thrown);
        Optional<EasyModelException> ours = first(chain, EasyModelException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        List<Problem> violations = chain.stream()
                .flatMap(each -> rules.violations(place, each).stream())
                .toList();
        if (!violations.isEmpty()) {
            return GraphProblems.invalidRow(violations, thrown);
        }
        if (first(chain, OptimisticLockException.class).isPresent()) {
            return DatabaseProblems.concurrentChange(place, thrown);
        }
        Optional<SQLException> ofDatabase = first(chain, SQLException.class);
        if (ofDatabase.isPresent()) {
            return ofDatabase(place, thrown, telling(chain).orElse(ofDatabase.get()), chain);
        }
        if (chain.stream()
                .anyMatch(
                        cause -> cause instanceof PessimisticLockException || cause instanceof LockTimeoutException)) {
            return DatabaseProblems.lockTimeout(place, thrown);
        }
        return first(chain, QueryTimeoutException.class).isPresent()
                ? DatabaseProblems.timedOut(place, thrown)
                : DatabaseProblems.providerFailed(place, thrown);
    }

    /** Of several that the driver chained, the first that says more than that a batch failed or was given up. */
    private static Optional<SQLException> telling(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(each -> each.getSQLState() != null
                        && (each.getSQLState().startsWith("22")
                                || each.getSQLState().startsWith("23")
                                || each.getSQLState().startsWith("40")))
                .findFirst();
    }

    private EasyModelException ofDatabase(
            String place, RuntimeException thrown, SQLException cause, List<Throwable> chain) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        Optional<Violation> violation = Violation.read(cause);
        if (violation.isPresent() && chain.stream().anyMatch(reading)) {
            return violation.get().kind() == ConstraintViolatedException.Kind.RANGE
                    ? DatabaseProblems.tooLarge(place, thrown)
                    : DatabaseProblems.databaseFailed(place, state, thrown);
        }
        if (violation.isPresent()) {
            Optional<String> entity =
                    chain.stream().flatMap(each -> writing.apply(each).stream()).findFirst();
            return new ViolatedConstraints(model).failure(place, violation.get(), entity, thrown);
        }
        if (LOCK_TIMEOUT.contains(state)) {
            return DatabaseProblems.lockTimeout(place, thrown);
        }
        if (state.startsWith("40")) {
            boolean deadlock = state.equals("40P01")
                    || String.valueOf(cause.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("deadlock");
            return deadlock
                    ? DatabaseProblems.deadlock(place, thrown)
                    : DatabaseProblems.notSerializable(place, thrown);
        }
        if (state.equals("90131")) {
            return DatabaseProblems.notSerializable(place, thrown);
        }
        boolean overflown = chain.stream().anyMatch(StackOverflowError.class::isInstance);
        return overflown || TOO_COMPLEX.contains(state)
                ? DatabaseProblems.tooComplex(place, thrown)
                : ofConnection(place, state, thrown);
    }

    private static EasyModelException ofConnection(String place, String state, RuntimeException thrown) {
        if (TIMED_OUT.contains(state)) {
            return DatabaseProblems.timedOut(place, thrown);
        }
        if (UNREACHABLE.contains(state)) {
            return DatabaseProblems.noConnection(place, thrown);
        }
        if (state.startsWith("08") || CONNECTION_LOST.contains(state)) {
            return DatabaseProblems.connectionLost(place, thrown);
        }
        if (state.startsWith("28")) {
            return DatabaseProblems.loginRefused(place, thrown);
        }
        if (UNSTORABLE.contains(state)) {
            return DatabaseProblems.unstorable(place, thrown);
        }
        return NO_TABLE.contains(state)
                ? DatabaseProblems.noTable(place, thrown)
                : DatabaseProblems.databaseFailed(place, state, thrown);
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The exception with its causes, and what the driver chained to them. */
    private static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        collect(thrown, seen, chain);
        return chain;
    }

    private static void collect(Throwable thrown, Set<Throwable> seen, List<Throwable> chain) {
        if (thrown != null && seen.add(thrown)) {
            chain.add(thrown);
            collect(thrown.getCause(), seen, chain);
            if (thrown instanceof SQLException sql) {
                collect(sql.getNextException(), seen, chain);
            }
        }
    }
}
