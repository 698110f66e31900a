package org.easymodel.liquibase;

import java.sql.SQLException;
import java.util.Optional;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationFailedException;
import org.easymodel.failure.EasyModelException;

/** Tells in our words why Liquibase stopped. */
final class StepFailure {

    private StepFailure() {}

    static EasyModelException of(Exception failure, StepListener listener) {
        Optional<EasyModelException> ours = cause(failure, EasyModelException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        String place = listener.place().isEmpty() ? "revisions" : listener.place();
        Optional<PreconditionFailedException> guard = cause(failure, PreconditionFailedException.class);
        if (guard.isPresent()) {
            String message = guard.get().getFailedPreconditions().stream()
                    .findFirst()
                    .map(each -> each.getMessage())
                    .orElse("A guard stopped it.");
            return Problems.guarded(place, message, listener.done(), listener.steps(), failure);
        }
        if (cause(failure, ValidationFailedException.class).isPresent()) {
            return Problems.changedAfterwards(failure);
        }
        String state = cause(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse(null);
        if (state != null && MigrationLock.WAITING.contains(state)) {
            return StartProblems.inUse(place, listener.done(), listener.steps(), failure);
        }
        return Problems.failed(place, state, listener.done(), listener.steps(), failure);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
