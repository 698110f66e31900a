package org.easymodel.engine;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.EasyModelException;
import org.easymodel.relate.ModelDescription;

/** Makes our exceptions of those of the provider and the database; the only place that does. */
record Failures(ModelDescription model) {

    RuntimeException translate(String place, RuntimeException thrown) {
        List<Throwable> chain = chain(thrown);
        Optional<EasyModelException> ours = first(chain, EasyModelException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        if (chain.stream()
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockTimeoutException)) {
            return DatabaseProblems.concurrentChange(place, thrown);
        }
        return first(chain, SQLException.class)
                .map(cause -> ofDatabase(place, thrown, cause))
                .orElseGet(() -> DatabaseProblems.providerFailed(place, thrown));
    }

    private RuntimeException ofDatabase(String place, RuntimeException thrown, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("23")) {
            return Violation.read(cause)
                    .<RuntimeException>map(
                            violation -> new ViolatedConstraints(model).failure(place, violation, thrown))
                    .orElseGet(() -> DatabaseProblems.databaseFailed(place, state, thrown));
        }
        if (state.startsWith("40") || Set.of("55P03", "HYT00", "HYT01").contains(state)) {
            return DatabaseProblems.concurrentChange(place, thrown);
        }
        if (state.startsWith("08") || state.equals("57P01") || state.equals("90067")) {
            return DatabaseProblems.noConnection(place, thrown);
        }
        if (state.startsWith("28")) {
            return DatabaseProblems.loginRefused(place, thrown);
        }
        if (state.equals("22001") || state.equals("22003")) {
            return DatabaseProblems.valueTooLong(place, thrown);
        }
        if (Set.of("42P01", "42X05", "42S02", "42S03", "42S04", "42703", "42X04", "42S22")
                .contains(state)) {
            return DatabaseProblems.noTable(place, thrown);
        }
        return DatabaseProblems.databaseFailed(place, state, thrown);
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
