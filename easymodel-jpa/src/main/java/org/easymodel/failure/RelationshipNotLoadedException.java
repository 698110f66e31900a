package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relationship was read that the result does not contain. Include its path in the query, or load it afterwards. */
public final class RelationshipNotLoadedException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public RelationshipNotLoadedException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public RelationshipNotLoadedException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
