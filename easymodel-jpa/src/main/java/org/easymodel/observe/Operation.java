package org.easymodel.observe;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.easymodel.failure.EasyModelException;

/**
 * A verb of a repository that has ended: what it was, what it cost, and how it went. Holds names and numbers, never values of
 * rows. Immutable.
 *
 * @param unit the name of the persistence unit
 * @param entity the name of the entity
 * @param verb the verb, such as {@code insert}; {@code select} for whatever a query ends with
 * @param rows what the verb returned or says that it changed: the number of its results, or the number that it gives; 1 for a
 *     single row or value, 0 for none and after a failure
 * @param statements the SQL statements that were sent, those of repeated attempts too; of a JDBC batch, each row counts
 * @param attempts how often the work was begun; more than 1 where a retry policy repeated it
 * @param queued how long the work waited for a thread; zero in the blocking view
 * @param ran how long it then took, its transaction included if it has one of its own
 * @param failure what the caller got instead of a result; empty if all went well
 */
public record Operation(
        String unit,
        String entity,
        String verb,
        long rows,
        int statements,
        int attempts,
        Duration queued,
        Duration ran,
        Optional<EasyModelException> failure) {

    public Operation {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(queued, "queued");
        Objects.requireNonNull(ran, "ran");
        Objects.requireNonNull(failure, "failure");
    }

    /** {@code ok}, or the code of the failure, such as {@code EM-2101}. */
    public String outcome() {
        return failure.map(EasyModelException::code).orElse("ok");
    }
}
