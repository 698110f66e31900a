package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application is not set up: no or several persistence units, no data source, a property with a wrong value. Fix the configuration. */
public final class ConfigurationException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public ConfigurationException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public ConfigurationException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
