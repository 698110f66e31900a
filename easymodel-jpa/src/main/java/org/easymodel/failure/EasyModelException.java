package org.easymodel.failure;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures of this library. Each leaf stands for one reaction of the caller; the {@linkplain #code()
 * code} tells the cases of a leaf apart.
 *
 * <p>The message is the text of its {@linkplain #problems() problems}, one per line. It holds names and types, never row
 * values or credentials. Asynchronous stages fail with this exception itself, not wrapped.
 */
public abstract sealed class EasyModelException extends RuntimeException
        permits ConcurrentChangeException,
                ConfigurationException,
                ConstraintViolatedException,
                DatabaseException,
                InvalidModelException,
                InvalidRequestException,
                MigrationException,
                RejectedException,
                RelationshipNotLoadedException,
                RolledBackException,
                RowCountException,
                RowNotFoundException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    EasyModelException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("A failure has at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** The code of the first problem, such as {@code EM-1204}. */
    public final String code() {
        return getMessage().substring(0, "EM-0000".length());
    }

    /**
     * Whether the same call, repeated as it is, may well succeed: a deadlock was broken, a lock was not free in time, two
     * transactions could not be put in an order, or the database could not be reached at all. False where something has to
     * be changed first, and where the database may have done the work already.
     */
    public boolean isRetryable() {
        return false;
    }

    /** All that was found wrong, in a stable order; never empty. After deserialization it is empty, the message stays. */
    public final List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
