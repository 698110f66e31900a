package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call itself is wrong: an unknown attribute, a value of the wrong type, a missing required value. Nothing was sent to the database. Fix the call. */
public final class InvalidRequestException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public InvalidRequestException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public InvalidRequestException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
