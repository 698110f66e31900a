package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entity classes cannot be used as they are; every problem names entity and attribute. Fix the model. */
public final class InvalidModelException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public InvalidModelException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public InvalidModelException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
